/** The reasoner of a pack: everything around a verdict, each a walk on the same diagrams. */
import { Core, rootsOf } from './core.ts';
import { groundAt, groundsOf, knownVariables } from './grounds.ts';
import type { Pack } from './pack.ts';
import type { Reasoner, Some } from './reasoner.ts';
import { countsOf } from './reasoning/counts.ts';
import { differencesOf } from './reasoning/differences.ts';
import { fewestQuestions } from './reasoning/fewest.ts';
import { hingesTo } from './reasoning/hinges.ts';
import { mapOf } from './reasoning/map.ts';
import { nextQuestions } from './reasoning/next.ts';
import { readingsReport } from './reasoning/readings.ts';
import { forcingParts, minimalSets } from './reasoning/reasons.ts';
import { unlessTooLarge, Work } from './reasoning/work.ts';
import type { Ground, Situation, Status } from './verdict.ts';
import { judge } from './verdicts.ts';

/** Lists are cut here unless told otherwise. */
const LIMIT = 50;

export function createReasoner(pack: Pack): Reasoner {
  const core = new Core(pack);
  const statusOf = (situation: Situation, id: string): Status =>
    judge(core, core.output(id), core.index.bits(situation)).status;
  const others = (status: Status): Status[] =>
    (['holds', 'open', 'fails'] as const).filter((other) => other !== status);
  return {
    reasons: (situation, id, limit = LIMIT) => reasonsOf(core, situation, id, limit),
    hinges: (situation, id, limit = LIMIT) =>
      hingesTo(core, situation, id, others(statusOf(situation, id)), limit),
    goal: (situation, id, from, limit = LIMIT) => {
      const start = from === 'here' ? situation : { answers: {}, readings: situation.readings, ruledOut: {} };
      if (statusOf(start, id) === 'holds') return { items: [], more: false };
      return hingesTo(core, start, id, ['holds'], limit);
    },
    counts: (situation, id) => countsOf(core, situation, id),
    readings: (situation, id) => readingsReport(core, situation, id),
    next: (situation, outputs) => nextQuestions(core, situation, outputs),
    fewest: (situation, outputs) => fewestQuestions(core, situation, outputs),
    differences: (from, to) => differencesOf(core, from, to),
    map: (situation) => mapOf(core, situation),
  };
}

function reasonsOf(core: Core, situation: Situation, id: string, limit: number): Some<Ground[]> {
  const output = core.output(id);
  const bits = core.index.bits(situation);
  const verdict = judge(core, output, bits);
  if (output.when.kind === 'undecided' || verdict.status === 'open') return { items: [], more: false };
  if (verdict.value === 'mixed' && verdict.status === 'fails') return { items: [], more: false };
  const roots = rootsOf(core.diagrams, id);
  const [root, value] =
    verdict.value === 'mixed' ? ([roots.when, 'always'] as const) : ([roots.firm, verdict.value] as const);
  const asked = core.mentions.ofOutput(output);
  const order = knownVariables(core.index, asked, bits);
  const items: Ground[][] = [];
  const search = (): boolean => {
    const work = new Work();
    const parts = forcingParts(core, root, value, bits, order, work);
    for (const set of minimalSets(parts.table, parts.node, work)) {
      if (items.length >= limit) return true;
      items.push(set.map((position) => groundAt(core.index, core.pack, bits, order[position] ?? 0)));
    }
    return false;
  };
  const more = unlessTooLarge(search, true);
  // One reason is always found, by giving up what is known piece by piece.
  if (items.length === 0 && more) {
    const forced = { root, value, order: asked, weak: [] };
    const one = groundsOf(core.walker, core.index, core.pack, bits, forced);
    return { items: [one.filter((ground) => ground.kind !== 'reading')].slice(0, limit), more };
  }
  return { items, more };
}
