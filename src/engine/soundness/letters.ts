/** Whether the letters of each reading come to different things. */
import type { Reading } from '../pack.ts';
import { concluded } from './reach.ts';
import type { LetterDifference, ReadingProof } from './soundness.ts';
import type { Witnesses } from './witness.ts';
import type { Workbench } from './workbench.ts';

export function lettersOf(bench: Workbench, witnesses: Witnesses): ReadingProof[] {
  return bench.core.pack.readings.map((reading) => ({
    id: reading.id,
    pairs: reading.letters.flatMap((first, i) =>
      reading.letters.slice(i + 1).map((second) => ({
        letters: [first.id, second.id] as [string, string],
        differs: difference(bench, witnesses, reading, [first.id, second.id]),
      })),
    ),
  }));
}

interface Compared {
  in: LetterDifference['in'];
  root: number;
}

/** First in a verdict, then in a condition that lapses anyway, then in whether a question is asked. */
function difference(
  bench: Workbench,
  witnesses: Witnesses,
  reading: Reading,
  letters: [string, string],
): LetterDifference | null {
  const { pack } = bench.core;
  const outputs = concluded(pack.outputs).filter((output) => output.when.kind !== 'undecided');
  const rootsOf = (id: string) => pack.diagrams.outputs[id];
  const groups: Compared[][] = [
    outputs.map(({ id }) => ({ in: { kind: 'output', id }, root: rootsOf(id)?.firm ?? 0 })),
    outputs.map(({ id }) => ({ in: { kind: 'condition', id }, root: rootsOf(id)?.when ?? 0 })),
    pack.questions.map(({ id }) => ({ in: { kind: 'question', id }, root: pack.diagrams.applies[id] ?? 0 })),
  ];
  for (const group of groups) {
    const found = witnesses.shortestOf(group.flatMap((compared) => apart(bench, reading, letters, compared)));
    if (found !== undefined) return { ...found.of, situation: found.situation };
  }
  return null;
}

type Told = Omit<LetterDifference, 'situation'>;

/** Where it is true under one letter and not under the other, each way round. */
function apart(
  bench: Workbench,
  reading: Reading,
  [first, second]: [string, string],
  compared: Compared,
): [Told, number][] {
  const under = (letter: string): number => bench.root(compared.root, { [reading.id]: letter });
  const [one, other] = [under(first), under(second)];
  if (one === other) return [];
  return [
    [{ in: compared.in, holdsUnder: first }, bench.without(one, other)],
    [{ in: compared.in, holdsUnder: second }, bench.without(other, one)],
  ];
}
