/** Two situations side by side: which verdicts differ, and which answers make the difference. */
import type { Core } from '../core.ts';
import type { Output } from '../pack.ts';
import type { Difference } from '../reasoner.ts';
import type { Situation, Status } from '../verdict.ts';
import { judge } from '../verdicts.ts';
import { combinations } from './hinges.ts';

/** Sets looked at for one output; beyond that all that differs is named. */
const MOST_SETS = 5_000;

export function differencesOf(core: Core, from: Situation, to: Situation): Difference[] {
  const status = (output: Output, situation: Situation): Status =>
    judge(core, output, core.index.bits(situation)).status;
  return core.pack.outputs.flatMap((output): Difference[] => {
    const before = status(output, from);
    const after = status(output, to);
    if (before === after) return [];
    const by = smallestCause(core, output, from, to, (mixed) => status(output, mixed) === after);
    return [{ output: output.id, from: before, to: after, by }];
  });
}

/** A smallest set of what differs that, taken over from the other side, is enough. */
function smallestCause(
  core: Core,
  output: Output,
  from: Situation,
  to: Situation,
  enough: (mixed: Situation) => boolean,
): string[] {
  const differing = [
    ...core.mentions
      .ofOutput(output)
      .filter((id) => differ(from.answers, to.answers, id) || differ(from.ruledOut, to.ruledOut, id)),
    ...core.mentions.readingsOf(output).filter((id) => differ(from.readings, to.readings, id)),
  ];
  let looked = 0;
  for (let size = 1; size < differing.length; size++)
    for (const set of combinations(differing, size)) {
      if (++looked > MOST_SETS) return differing;
      if (enough(mixed(from, to, set))) return set;
    }
  return differing;
}

function differ(a: Record<string, unknown>, b: Record<string, unknown>, id: string): boolean {
  return JSON.stringify(a[id] ?? null) !== JSON.stringify(b[id] ?? null);
}

/** The first situation with what it says of these questions and readings taken from the second. */
export function mixed(from: Situation, to: Situation, ids: readonly string[]): Situation {
  const part = <T>(a: Record<string, T>, b: Record<string, T>): Record<string, T> => {
    const own = Object.entries(a).filter(([id]) => !ids.includes(id));
    return Object.fromEntries([...own, ...Object.entries(b).filter(([id]) => ids.includes(id))]);
  };
  return {
    answers: part(from.answers, to.answers),
    readings: part(from.readings, to.readings),
    ruledOut: part(from.ruledOut, to.ruledOut),
  };
}
