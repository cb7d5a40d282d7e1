/** `evaluate`: answers in, verdicts out. Its output is an interface: docs/command-line.md, version 1. */
import { createEngine } from '../../engine/create-engine.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Pack } from '../../engine/pack.ts';
import { parseSituation } from '../../engine/situation.ts';
import type { Situation, Verdict } from '../../engine/verdict.ts';
import { type InputForm, type InputProblem, readInput } from './input.ts';

/** Version of what `evaluate` prints. */
export const OUTPUT_VERSION = 1;

interface PrintedVerdict {
  status: Verdict['status'];
  dependsOn?: string[];
  unconfirmed?: string[];
}

export interface PrintedEvaluation {
  verdicts: Record<string, PrintedVerdict>;
  setAside: string[];
  warnings: string[];
}

/** What to print, or everything that is wrong with the text. */
export function evaluateText(pack: Pack, text: string): { output: string } | { problems: InputProblem[] } {
  const input = readInput(text);
  const problems = [...input.problems];
  const situations: Situation[] = [];
  for (const { place, value } of input.items) {
    const parsed = parseSituation(pack, value);
    if ('situation' in parsed) situations.push(parsed.situation);
    else
      for (const { path, message, advice } of parsed.problems)
        problems.push({ place: [place, path].filter((part) => part !== '').join(', '), message, advice });
  }
  if (problems.length > 0) return { problems: problems.sort((a, b) => rank(a) - rank(b)) };
  const engine = createEngine(pack);
  return {
    output: printed(
      input.form,
      situations.map((situation) => evaluated(engine, situation)),
    ),
  };
}

/** Which item or line a problem is in. */
function rank({ place }: InputProblem): number {
  return Number(/^(?:item|line) (\d+)/.exec(place)?.[1] ?? 0);
}

/** Every output but the background panels, which are not concluded; empty lists of a verdict are left out. */
export function evaluated(engine: Engine, situation: Situation): PrintedEvaluation {
  const { verdicts, setAside, warnings } = engine.evaluate(situation);
  const concluded = engine.pack.outputs.filter((output) => output.kind !== 'background');
  return {
    verdicts: Object.fromEntries(
      concluded.map(({ id }): [string, PrintedVerdict] => {
        const verdict = verdicts[id];
        if (verdict === undefined) throw new Error(`The engine gave no verdict on "${id}".`);
        const { status, dependsOn, unconfirmed } = verdict;
        return [
          id,
          {
            status,
            ...(dependsOn.length > 0 ? { dependsOn } : {}),
            ...(unconfirmed.length > 0 ? { unconfirmed } : {}),
          },
        ];
      }),
    ),
    setAside,
    warnings,
  };
}

function printed(form: InputForm, evaluations: PrintedEvaluation[]): string {
  const lines = evaluations.map((evaluation) => JSON.stringify(evaluation));
  switch (form) {
    case 'one':
    case 'lines':
      return `${lines.join('\n')}\n`;
    case 'list':
      return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
  }
}
