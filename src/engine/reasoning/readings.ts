/** What becomes of a verdict however the text is read. */
import { type Core, isKnown, rootsOf } from '../core.ts';
import type { Algebra } from '../diagram/algebra.ts';
import { FALSE, TRUE } from '../diagram/nodes.ts';
import type { Output, Reading } from '../pack.ts';
import type { ReadingsReport } from '../reasoner.ts';
import type { Situation, Status } from '../verdict.ts';
import { judge } from '../verdicts.ts';
import { algebraFor, unlessTooLarge, Work } from './work.ts';

export function readingsReport(core: Core, situation: Situation, id: string): ReadingsReport {
  const output = core.output(id);
  const touched = core.support(output, core.index.everything());
  const readings = core.pack.readings.filter((r) => touched.has(core.index.ofReading(r.id)));
  const over = unlessTooLarge(() => overCombinations(core, situation, output, readings), {
    all: undefined,
    hangsOn: undefined,
  });
  return {
    readings: readings.map((reading) => ({
      reading: reading.id,
      taken: situation.readings[reading.id] ?? reading.default,
      statuses: statusesUnder(core, situation, output, reading),
    })),
    ...over,
  };
}

/** The status under each letter of a reading, all else as it is. */
export function statusesUnder(
  core: Core,
  situation: Situation,
  output: Output,
  reading: Reading,
): Record<string, Status> {
  return Object.fromEntries(
    reading.letters.map(({ id: letter }) => {
      const readings = { ...situation.readings, [reading.id]: letter };
      return [letter, judge(core, output, core.index.bits({ ...situation, readings })).status];
    }),
  );
}

/** Each status as a diagram over the readings alone; it hangs on those that are left in one of them. */
function overCombinations(
  core: Core,
  situation: Situation,
  output: Output,
  readings: readonly Reading[],
): Pick<ReadingsReport, 'all' | 'hangsOn'> {
  if (readings.length === 0)
    return { all: [judge(core, output, core.index.bits(situation)).status], hangsOn: [] };
  // Kept variables have all their values, whichever letters are taken.
  const bits = core.index.bits(situation);
  const kept = new Set(readings.map((r) => core.index.ofReading(r.id)));
  const algebra = algebraFor(core, new Work());
  const { table } = algebra;
  const { holds, possible } = standing(core, algebra, output, bits, kept);
  const silent = output.kind === 'scenario' || output.kind === 'silence';
  const fails = silent ? table.not(holds) : table.not(possible);
  const rest = table.not(table.or(holds, fails));
  const statuses: [Status, number][] = [
    ['holds', holds],
    ['open', rest],
    ['fails', fails],
  ];
  const hanging = new Set(statuses.flatMap(([, node]) => variablesIn(algebra, node)));
  return {
    all: statuses.filter(([, node]) => node !== FALSE).map(([status]) => status),
    hangsOn: readings.map((r) => r.id).filter((reading) => hanging.has(core.index.ofReading(reading))),
  };
}

/** Over the kept variables: where the output holds, and where it can at all. */
function standing(
  core: Core,
  algebra: Algebra,
  output: Output,
  bits: Int32Array,
  kept: ReadonlySet<number>,
): { holds: number; possible: number } {
  if (output.when.kind === 'undecided') {
    const { question } = output.when;
    const open = core.index.allOf(question).some((variable) => !isKnown(bits[variable] ?? 0));
    const applies = algebra.sometimes(core.diagrams.applies[question] ?? TRUE, bits, kept);
    return { holds: open ? applies : FALSE, possible: open ? applies : FALSE };
  }
  const { when, firm } = rootsOf(core.diagrams, output.id);
  const possible = algebra.sometimes(firm, bits, kept);
  return { holds: algebra.table.and(algebra.always(when, bits, kept), possible), possible };
}

function variablesIn({ table }: Algebra, root: number): number[] {
  const found = new Set<number>();
  const seen = new Set<number>();
  const visit = (node: number): void => {
    if (node < 0 || seen.has(node)) return;
    seen.add(node);
    const variable = table.variable(node);
    found.add(variable);
    for (let value = 0; value < (table.sizes[variable] ?? 0); value++) visit(table.child(node, value));
  };
  visit(root);
  return [...found];
}
