/** The real pack's rules written by hand as closures over complete answers: the floor that an engine is measured by. */

/** Complete answers: an option id, or the ticked options. */
export type Complete = Record<string, string & string[]>;
type Rule = (a: Complete) => boolean;

const has = (answer: string[], ...options: string[]): boolean =>
  options.some((option) => answer.includes(option));

const decided: Rule = (a) => a.decisions === 'announced' || a.decisions === 'unannounced';
const social = (a: Complete, value: string): boolean => a.decisions !== 'none' && a.mandate_social === value;
const political = (a: Complete, value: string): boolean =>
  a.decisions !== 'none' && a.mandate_political === value;
const noMandate: Rule = (a) => social(a, 'no') && political(a, 'no');
const russian: Rule = (a) => a.buyout === 'russian';
const blocked = (a: Complete, value: string): boolean => russian(a) && a.bidders_blocked === value;
const illegal = (a: Complete, value: string): boolean =>
  russian(a) && a.bidders_blocked !== 'yes' && a.illegal_other === value;
const sanctionable: Rule = (a) => russian(a) && (blocked(a, 'yes') || illegal(a, 'clearly'));
const assets = (a: Complete, ...options: string[]): boolean =>
  (a.buyout === 'russian' || a.buyout === 'planned') && has(a.buyout_assets ?? [], ...options);
const actors = (a: Complete, option: string): boolean =>
  a.constitution !== 'none' && has(a.constitution_actors ?? [], option);
const pres = (a: Complete, value: string): boolean => a.election_pres === value;
const parl = (a: Complete, value: string): boolean => a.election_parl === value;
const bothFair: Rule = (a) => pres(a, 'free_fair') && parl(a, 'free_fair');
const course =
  (...options: string[]): Rule =>
  (a) =>
    options.includes(a.scenario ?? '');
const ticked =
  (question: string, ...options: string[]): Rule =>
  (a) =>
    has(a[question] ?? [], ...options);
const gradual = course('gradual');
const fairNotOther: Rule = (a) =>
  (pres(a, 'free_fair') && (parl(a, 'not_free_fair') || parl(a, 'not_held'))) ||
  (parl(a, 'free_fair') && (pres(a, 'not_free_fair') || pres(a, 'not_held')));

export const CLOSURES: Record<string, Rule> = {
  R1: (a) => decided(a) && noMandate(a),
  R2a: ticked('narrative', 'voluntary'),
  R2b: ticked('narrative', 'benefits'),
  O3: sanctionable,
  R4: () => true,
  R5: (a) =>
    (a.constitution === 'lukashenka' || a.constitution === 'other') &&
    !(actors(a, 'independent_social') && actors(a, 'independent_political')),
  R6: bothFair,
  R7: bothFair,
  C1: gradual,
  C2: gradual,
  C3: gradual,
  C4: gradual,
  C5: (a) => assets(a, 'profitable'),
  C6: ticked('military', 'missiles', 'ew'),
  C7: ticked('military', 'bases', 'missiles', 'ew', 'presence'),
  C8: course('annexation'),
  C9: ticked('leadership', 'not_guarantor'),
  C10: ticked('leadership', 'early_elections', 'candidate'),
  C11: ticked('resistance', 'public'),
  C12: ticked('resistance', 'elites'),
  C13: course('reversed'),
  C14: (a) => pres(a, 'free_fair') || parl(a, 'free_fair'),
  I1: ticked('measures', 'customs', 'industry', 'agriculture', 'energy', 'third_countries'),
  I2: ticked('measures', 'financial', 'common_market'),
  I3: ticked('institutions', 'issuing_bank', 'audit_chamber', 'judiciary'),
  I4: (a) => assets(a, 'arms', 'petrochemical'),
  I5: (a) => a.energy_contracts === 'yes',
  I6: ticked('military', 'integration'),
  I7: ticked('military', 'bases', 'missiles', 'ew'),
  I8: (a) => actors(a, 'russia'),
  I9: ticked('leadership', 'early_elections'),
  SC1: gradual,
  SC2: course('annexation'),
  SC3: course('stalled'),
  SC4: course('reversed'),
  N1: ticked('military', 'integration', 'bases', 'missiles', 'ew', 'presence'),
  N2: ticked('leadership', 'not_guarantor', 'early_elections', 'candidate', 'changed'),
  N3: course('annexation'),
  N4: course('stalled', 'reversed'),
  N5: (a) => a.energy_contracts === 'yes',
  N6: (a) => russian(a) && blocked(a, 'no') && illegal(a, 'no'),
  N7: (a) => russian(a) && blocked(a, 'no') && illegal(a, 'suspected') && !sanctionable(a),
  N8: (a) => a.buyout === 'other',
  N9: (a) => a.buyout === 'planned' && !russian(a),
  N10: (a) => fairNotOther(a) && !bothFair(a),
  N11: (a) => decided(a) && (social(a, 'yes') || political(a, 'yes')) && !(decided(a) && noMandate(a)),
  N12: (a) =>
    has(
      a.measures ?? [],
      'customs',
      'industry',
      'agriculture',
      'energy',
      'third_countries',
      'financial',
      'common_market',
    ) || has(a.institutions ?? [], 'issuing_bank', 'audit_chamber', 'judiciary'),
  N13: (a) => a.constitution === 'completed',
  N14: (a) => actors(a, 'russia'),
  N15: (a) => pres(a, 'not_free_fair') || parl(a, 'not_free_fair'),
  N16: ticked('resistance', 'elites'),
  N17: sanctionable,
};
