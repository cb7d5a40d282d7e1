/** Two situations side by side: which verdicts differ, and which answers make the difference. */
import type { Core } from '../core.ts';
import type { Output } from '../pack.ts';
import type { Difference } from '../reasoner.ts';
import type { Situation } from '../verdict.ts';
import { judge } from '../verdicts.ts';
import { combinations } from './hinges.ts';

/** Sets looked at in one call; beyond that what differs is thinned out instead of every set being tried. */
const MOST_SETS = 20_000;

export function differencesOf(core: Core, from: Situation, to: Situation): Difference[] {
  const before = core.index.bits(from);
  const after = core.index.bits(to);
  let left = MOST_SETS;
  return core.pack.outputs.flatMap((output): Difference[] => {
    const was = judge(core, output, before).status;
    const is = judge(core, output, after).status;
    if (was === is) return [];
    const sides = new Sides(core, output, before, after);
    const found = sides.smallestCause((bits) => judge(core, output, bits).status === is, left);
    left -= found.looked;
    return [{ output: output.id, from: was, to: is, by: found.by, smallest: found.smallest }];
  });
}

class Sides {
  /** What differs, by question or reading: its variables. */
  readonly #differing: { id: string; variables: number[] }[];

  constructor(
    { index, mentions }: Core,
    output: Output,
    readonly before: Int32Array,
    readonly after: Int32Array,
  ) {
    const all = [
      ...mentions.ofOutput(output).map((id) => ({ id, variables: index.allOf(id) })),
      ...mentions.readingsOf(output).map((id) => ({ id, variables: [index.ofReading(id)] })),
    ];
    this.#differing = all.filter(({ variables }) => variables.some((v) => before[v] !== after[v]));
  }

  /** A smallest set of what differs that, taken over from the other side, is enough. Tries at most `most` sets. */
  smallestCause(
    enough: (bits: Int32Array) => boolean,
    most: number,
  ): { by: string[]; smallest: boolean; looked: number } {
    const differing = this.#differing;
    const ids = (set: typeof differing) => set.map(({ id }) => id);
    let looked = 0;
    for (let size = 1; size < differing.length; size++)
      for (const set of combinations(differing, size)) {
        if (++looked > most) return { by: ids(this.#thinned(enough)), smallest: false, looked };
        if (enough(this.#mixed(set))) return { by: ids(set), smallest: true, looked };
      }
    return { by: ids(differing), smallest: true, looked };
  }

  /** All that differs, without what can be left out one after the other until nothing can. */
  #thinned(enough: (bits: Int32Array) => boolean): { id: string; variables: number[] }[] {
    let kept = this.#differing;
    for (;;) {
      const without = kept.findLast((one) => enough(this.#mixed(kept.filter((other) => other !== one))));
      if (without === undefined) return kept;
      kept = kept.filter((other) => other !== without);
    }
  }

  #mixed(set: readonly { variables: number[] }[]): Int32Array {
    const bits = this.before.slice();
    for (const { variables } of set) for (const v of variables) bits[v] = this.after[v] ?? 0;
    return bits;
  }
}
