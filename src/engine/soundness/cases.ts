/** Worked cases against the rules: what does not come out as it is written. */
import type { Case } from '../compile/checked.ts';
import type { Engine } from '../engine.ts';

export interface CaseDifference {
  /** An output's id, `setAside` or `warnings`. */
  what: string;
  expected: string;
  found: string;
}

/** Every verdict, and every list, that is not what the case expects; background panels have no verdict. */
export function differencesIn(engine: Engine, { situation, expected }: Case): CaseDifference[] {
  const found = engine.evaluate(situation);
  const background = engine.pack.outputs.filter((output) => output.kind === 'background');
  const concluded = (id: string) =>
    background.some((output) => output.id === id) ? undefined : found.verdicts[id];
  return [
    ...Object.entries(expected.verdicts).map(([output, wanted]) => ({
      what: output,
      expected: written(wanted),
      found: written(concluded(output) ?? { status: 'missing' }),
    })),
    ...(['setAside', 'warnings'] as const).map((what) => ({
      what,
      expected: JSON.stringify(expected[what]),
      found: JSON.stringify(found[what]),
    })),
  ].filter((compared) => compared.expected !== compared.found);
}

/** One text for a verdict, whether its empty lists are written or left out. */
function written(verdict: { status: string; dependsOn?: string[]; unconfirmed?: string[] }): string {
  const { status, dependsOn = [], unconfirmed = [] } = verdict;
  const rests = (words: string, ids: string[]) => (ids.length > 0 ? ` ${words} ${ids.join(', ')}` : '');
  return `${status}${rests('depending on', dependsOn)}${rests('unconfirmed by', unconfirmed)}`;
}
