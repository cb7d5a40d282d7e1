/**
 * What the compiler must know of a pack before it passes it: what its diagrams say of all situations at once. The
 * report with witnesses, for people, is soundness/prove-soundness.ts.
 */
import type { Declared } from './compile/checked.ts';
import { Core } from './core.ts';
import { FALSE, TRUE } from './diagram/nodes.ts';
import { Walker } from './diagram/walk.ts';
import type { Pack, Reading } from './pack.ts';
import { deadEnd } from './soundness/asking.ts';
import { exclusionsOf } from './soundness/exclusion.ts';
import type { Exclusion } from './soundness/soundness.ts';
import { Witnesses } from './soundness/witness.ts';
import { Workbench } from './soundness/workbench.ts';
import { VariableIndex } from './variables.ts';
import type { Situation, Value } from './verdict.ts';

/** Over all situations, the default readings taken. */
export interface Reach {
  id: string;
  canHold: boolean;
  canFail: boolean;
}

export interface Proof {
  /** Background panels left out: they are not concluded. */
  outputs: (Reach & { standing: boolean })[];
  warnings: Reach[];
  /** By `output/note`. */
  notes: Reach[];
  /** `matters`: some verdict depends on it under some reading. `asked`: it applies in some situation. */
  questions: { id: string; matters: boolean; asked: boolean }[];
  /** `sameAs`: pairs of letters that come to the same, every verdict and every question's guard considered. */
  readings: { id: string; same: [string, string][] }[];
  /** Pairs declared exclusive. */
  exclusive: Exclusion[];
  /** Where all questions that its guard names are asked, and no answer to them leads to the question. */
  deadEnds: { id: string; situation: Situation }[];
  /** Questions of which it could not be found out within the steps that a proof may take. */
  perhapsDeadEnds: string[];
}

export function prove(pack: Pack, exclusive: Declared['exclusive'] = []): Proof {
  const index = new VariableIndex(pack);
  const bench = new Workbench(new Core(pack));
  const witnesses = new Witnesses(bench);
  const walker = new Walker(pack.diagrams.nodes, index.sizes);
  const defaults = index.bits({ answers: {}, readings: {}, ruledOut: {} });
  const reach = (id: string, root: number): Reach => {
    const value: Value = walker.value(root, defaults);
    return { id, canHold: value !== 'never', canFail: value !== 'always' };
  };
  const concluded = pack.outputs.filter((o) => o.kind !== 'background');
  const mattering = new Set(
    concluded.flatMap((o) =>
      o.when.kind === 'undecided'
        ? [o.when.question]
        : questionsIn(index, walker.support(pack.diagrams.outputs[o.id]?.firm ?? FALSE, index.everything())),
    ),
  );
  const asking = pack.questions.map((question) => ({
    id: question.id,
    ...deadEnd(bench, witnesses, question),
  }));
  return {
    outputs: concluded.map((o) => ({
      ...(o.when.kind === 'undecided'
        ? { id: o.id, canHold: true, canFail: true }
        : reach(o.id, pack.diagrams.outputs[o.id]?.firm ?? FALSE)),
      standing: o.standing,
    })),
    warnings: pack.warnings.map((w) => reach(w.id, pack.diagrams.warnings[w.id] ?? FALSE)),
    notes: Object.entries(pack.diagrams.notes).map(([id, root]) => reach(id, root)),
    questions: pack.questions.map((q) => ({
      id: q.id,
      matters: mattering.has(q.id),
      asked: walker.value(pack.diagrams.applies[q.id] ?? TRUE, defaults) !== 'never',
    })),
    readings: pack.readings.map((r) => ({ id: r.id, same: lettersAlike(pack, index, walker, r) })),
    exclusive: exclusionsOf(bench, witnesses, exclusive),
    deadEnds: asking.flatMap(({ id, deadEnd: situation }) => (situation === null ? [] : [{ id, situation }])),
    perhapsDeadEnds: asking.filter(({ beyond }) => beyond).map(({ id }) => id),
  };
}

function questionsIn(index: VariableIndex, variables: ReadonlySet<number>): string[] {
  return [...variables].flatMap((v) => {
    const found = index.variables[v];
    return found === undefined || found.kind === 'reading' ? [] : [found.question];
  });
}

/** Compared by condition, by condition and defeater together, and by guard: a status hangs on all three. */
function lettersAlike(
  pack: Pack,
  index: VariableIndex,
  walker: Walker,
  reading: Reading,
): [string, string][] {
  const { nodes, outputs, applies } = pack.diagrams;
  const roots = [...Object.values(outputs).flatMap((o) => [o.when, o.firm]), ...Object.values(applies)];
  // Readings come first in the order of variables: below another variable there are none.
  const touched = roots.filter((root) => root >= 0 && (nodes[root] ?? 0) < pack.readings.length);
  const letters = reading.letters.map(({ id }) => ({
    id,
    bits: index.bits({ answers: {}, readings: { [reading.id]: id }, ruledOut: {} }),
  }));
  return letters.flatMap((a, i) =>
    letters
      .slice(i + 1)
      .filter((b) => touched.every((root) => walker.same(root, a.bits, root, b.bits)))
      .map((b): [string, string] => [a.id, b.id]),
  );
}
