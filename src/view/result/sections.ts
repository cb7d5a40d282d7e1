/** What stands where in the result: advice by who acts, then all else by kind and state. */
import type { Actor, Modality, Output, OutputKind, Pack } from '../../engine/pack.ts';
import type { Evaluation, Status } from '../../engine/verdict.ts';

export type SectionId =
  | 'advice'
  | 'option'
  | 'open'
  | 'notNow'
  | 'consequences'
  | 'indicators'
  | 'course'
  | 'silent'
  | 'background';

/** Recommendations that hold and have the same act and the same actors. */
export interface AdviceGroup {
  act: 'say' | 'do';
  actors: Actor[];
  outputs: Output[];
}

export interface Sections {
  advice: AdviceGroup[];
  option: Output[];
  open: Output[];
  notNow: Output[];
  consequences: Record<Status, Output[]>;
  indicators: Record<Status, Output[]>;
  course: Output[];
  silent: Output[];
  background: Output[];
}

const MODALITIES: readonly Modality[] = ['should', 'worthwhile', 'may'];

/** Every output of the pack is in exactly one place, but for scenario outputs and silences that do not hold. */
export function sectionsOf(pack: Pack, evaluation: Evaluation): Sections {
  const status = (output: Output): Status => evaluation.verdicts[output.id]?.status ?? 'open';
  const ofKind = (...kinds: OutputKind[]) => pack.outputs.filter(({ kind }) => kinds.includes(kind));
  const inState = (outputs: readonly Output[], wanted: Status) =>
    byModality(outputs.filter((output) => status(output) === wanted));
  const allStates = (outputs: readonly Output[]): Record<Status, Output[]> => ({
    holds: inState(outputs, 'holds'),
    open: inState(outputs, 'open'),
    fails: inState(outputs, 'fails'),
  });
  const advised = ofKind('recommendation', 'option');
  return {
    advice: adviceGroups(inState(ofKind('recommendation'), 'holds')),
    option: inState(ofKind('option'), 'holds'),
    open: inState(advised, 'open'),
    notNow: inState(advised, 'fails'),
    consequences: allStates(ofKind('consequence')),
    indicators: allStates(ofKind('indicator')),
    course: inState(ofKind('scenario'), 'holds'),
    silent: inState(ofKind('silence'), 'holds'),
    background: ofKind('background'),
  };
}

/** The figure beside a section's name in the list of contents: what holds there, or all of it. */
export function figuresOf(sections: Sections): Record<SectionId, number> {
  return {
    advice: sections.advice.reduce((sum, { outputs }) => sum + outputs.length, 0),
    option: sections.option.length,
    open: sections.open.length,
    notNow: sections.notNow.length,
    consequences: sections.consequences.holds.length,
    indicators: sections.indicators.holds.length,
    course: sections.course.length,
    silent: sections.silent.length,
    background: sections.background.length,
  };
}

/** Things to say first, then things to do; within each, the pack's order of who acts. */
function adviceGroups(outputs: readonly Output[]): AdviceGroup[] {
  return (['say', 'do'] as const).flatMap((act) => {
    const groups = new Map<string, AdviceGroup>();
    for (const output of outputs.filter((one) => one.act === act)) {
      const actors = output.actors ?? [];
      const key = actors.join(' ');
      const group = groups.get(key) ?? { act, actors, outputs: [] };
      group.outputs.push(output);
      groups.set(key, group);
    }
    return [...groups.values()];
  });
}

function byModality(outputs: readonly Output[]): Output[] {
  const rank = ({ modality }: Output) => (modality === undefined ? 0 : MODALITIES.indexOf(modality));
  return [...outputs].sort((a, b) => rank(a) - rank(b));
}
