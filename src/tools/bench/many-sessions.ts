/** Very many sessions, as somebody would have them after years: written as the app writes them, by chance from a seed. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { canonicalJson } from '../../engine/canonical.ts';
import { compilePack } from '../../engine/compile/compile.ts';
import type { Pack, Question } from '../../engine/pack.ts';
import { readPack } from '../pack-reader.ts';
import { Random } from './random.ts';

/** As the database keeps them: see src/storage/migrations.ts. */
export interface ManySessions {
  metas: { id: string; place: string; deletedAt: string; count: number; last: string; life: number }[];
  entries: { session: string; seq: number; time: string; action: object; prev: string; hash: string }[];
}

const MEETINGS = ['Foreign Affairs Council', 'Working party', 'Heads of mission', 'Committee hearing', ''];
const TOPICS = ['The refinery', 'Potash', 'Energy contracts', 'The constitution', 'Elections', 'Customs'];
const PEOPLE = ['Head of delegation', 'Eastern desk', 'Rapporteur', 'Deputy minister'];
const NOTES = [
  'Two reports agree on this, the third is older and leaves it open.',
  'From a conversation at the margins of the meeting; to be looked at again before the next one.',
  'Published figures of the ministry, without those of the last quarter.',
];
const HOUR = 3_600_000;
const START = Date.UTC(2024, 0, 8, 9);

/** @param count of sessions; each of 20 to 60 entries. */
export function manySessions(root: string, count: number, seed = 20): ManySessions {
  const { pack } = compilePack(readPack(join(root, 'rules/belarus-russia-2020')).files, sha256);
  if (pack === undefined) throw new Error('The pack does not compile; run: npm run waymark -- check');
  const random = new Random(seed);
  const many: ManySessions = { metas: [], entries: [] };
  for (let n = 0; n < count; n++) addSession(many, pack, random, n);
  return many;
}

function addSession(many: ManySessions, pack: Pack, random: Random, n: number): void {
  const id = `${n.toString(16).padStart(8, '0')}-0000-4000-8000-${sha256(`${n}`).slice(0, 12)}`;
  const actions = actionsOf(pack, random, n);
  let time = START + n * 9 * HOUR;
  let last = '';
  for (const [i, action] of actions.entries()) {
    time += Math.round(random.next() * 600_000);
    const entry = { seq: i + 1, time: new Date(time).toISOString(), action, prev: last };
    last = sha256(canonicalJson(entry));
    many.entries.push({ session: id, ...entry, hash: last });
  }
  const place = `question/${random.pick(pack.questions).id}`;
  // Some were deleted, and can be brought back.
  const deletedAt = random.chance(0.02) ? new Date(time + HOUR).toISOString() : '';
  many.metas.push({ id, place, deletedAt, count: actions.length, last, life: 0 });
}

function actionsOf(pack: Pack, random: Random, n: number): object[] {
  const wanted = 20 + random.below(41);
  const scenario = random.chance(0.3) ? random.pick(pack.scenarios) : undefined;
  const actions: object[] = [beginning(pack, random, n, scenario)];
  const sources: string[] = [];
  while (actions.length < wanted) {
    const question = random.pick(pack.questions);
    const kind = random.next();
    if (kind < 0.6) actions.push(answered(question, random));
    else if (kind < 0.75) {
      if (sources.length === 0 || random.chance(0.3)) {
        const source = { id: `s${n}-${sources.length}`, title: `Report ${n}, part ${sources.length + 1}` };
        sources.push(source.id);
        actions.push({ type: 'sourceKept', source: { ...source, reliability: 'B' } });
      } else actions.push(assessed(question, random, random.pick(sources)));
    } else if (kind < 0.85) actions.push({ type: 'pathTaken', path: random.pick(['short', 'whole']) });
    else if (kind < 0.9) actions.push({ type: 'undone' });
    else if (kind < 0.92 && n % 50 === 0)
      actions.push({ type: 'reviewSet', question: question.id, by: '2026-12-24' });
    else actions.push({ type: 'described', details: { meeting: random.pick(MEETINGS) } });
  }
  return actions;
}

function beginning(pack: Pack, random: Random, n: number, scenario?: Pack['scenarios'][number]): object {
  const { id, version, hash } = pack;
  const answers = scenario?.answers ?? {};
  return {
    type: 'created',
    pack: { id, version, hash },
    details: {
      title: `${random.pick(TOPICS)} ${n + 1}`,
      for: random.pick(PEOPLE),
      from: random.pick(PEOPLE),
      meeting: random.pick(MEETINGS),
      informationUpTo: '',
      handling: random.pick(['', 'TLP:GREEN', 'TLP:AMBER']),
      handlingNote: '',
    },
    origin: scenario === undefined ? { kind: 'blank' } : { kind: scenario.origin, scenario: scenario.id },
    path: 'short',
    carried: {
      answers,
      unchecked: scenario?.origin === 'brief' ? Object.keys(answers) : [],
      ruledOut: {},
      readings: {},
    },
  };
}

function answered({ id, kind, options }: Question, random: Random): object {
  const open = options.filter(({ exclusive }) => !exclusive).map((option) => option.id);
  const several = random.some(open, 0.4);
  const one = random.chance(0.15) ? 'dont_know' : random.pick(options).id;
  const answer = kind === 'one' ? one : several.length > 0 ? several : ['dont_know'];
  return { type: 'answered', question: id, answer };
}

function assessed({ id }: Question, random: Random, source: string): object {
  const evidence = {
    confidence: random.pick(['', 'low', 'moderate', 'high']),
    basis: random.pick(['', 'fact', 'judgement', 'assumption']),
    sources: [{ source, stance: 'for', informationOf: '2024-03-01', credibility: '2' }],
    note: random.pick(NOTES),
    ownView: '',
  };
  return { type: 'assessed', question: id, evidence };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
