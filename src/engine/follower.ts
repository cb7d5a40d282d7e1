/** Evaluates situations one after the other, each at the cost of what differs from the one before. */
import type { Core } from './core.ts';
import type { Touched } from './diagram/touched.ts';
import { applying, evaluationOf, notesOf, setAsideIn, warns } from './evaluation.ts';
import type { Output } from './pack.ts';
import type { Evaluation, Situation } from './verdict.ts';
import { judge } from './verdicts.ts';

interface Last {
  bits: Int32Array;
  evaluation: Evaluation;
  /** By position of the output: the questions and readings on which it still depends, once asked for. */
  left: (string[] | undefined)[];
}

/** What it gives is what a fresh evaluation gives, byte for byte; what did not change is the same object as before. */
export class Follower {
  readonly #core: Core;
  #last: Last | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  evaluate(situation: Situation): Evaluation {
    return this.#move(situation).evaluation;
  }

  /** Question and reading ids on which the outputs still depend. */
  left(situation: Situation, outputs: readonly Output[]): string[] {
    const { bits, left } = this.#move(situation);
    return outputs.flatMap((output) => {
      const position = this.#core.positionOf(output.id);
      const known = left[position] ?? this.#core.names(this.#core.support(output, bits));
      left[position] = known;
      return known;
    });
  }

  #move(situation: Situation): Last {
    const core = this.#core;
    const bits = core.index.bits(situation);
    const last = this.#last;
    this.#last =
      last === undefined
        ? { bits, evaluation: evaluationOf(core, situation, bits), left: [] }
        : this.#moved(last, bits, situation);
    return this.#last;
  }

  #moved({ bits: before, evaluation, left }: Last, bits: Int32Array, situation: Situation): Last {
    const core = this.#core;
    const { outputs, questions, warnings } = core.pack;
    const changed: number[] = [];
    bits.forEach((possible, variable) => {
      if (possible !== before[variable]) changed.push(variable);
    });
    const verdicts = renewed(
      evaluation.verdicts,
      outputs,
      core.touched.outputs,
      changed,
      (output, position) => {
        left[position] = undefined;
        return judge(core, output, bits);
      },
    );
    const applies = renewed(evaluation.applies, questions, core.touched.guards, changed, ({ id }) =>
      applying(core, id, bits),
    );
    const notes = renewed(evaluation.notes, outputs, core.touched.notes, changed, (output) =>
      notesOf(core, output, bits),
    );
    const asked = touchedBy(core.touched.warnings, changed);
    const warning = warnings.filter(({ id }, position) =>
      asked.has(position) ? warns(core, id, bits) : evaluation.warnings.includes(id),
    );
    return {
      bits,
      evaluation: {
        verdicts,
        applies,
        setAside: setAsideIn(core.pack, situation, applies),
        warnings: warning.map(({ id }) => id),
        notes,
      },
      left,
    };
  }
}

/** The record with the entries anew that hang on a variable that changed; itself where there is none. */
function renewed<I extends { id: string }, T>(
  record: Record<string, T>,
  items: readonly I[],
  touched: Touched,
  changed: readonly number[],
  value: (item: I, position: number) => T,
): Record<string, T> {
  const positions = touchedBy(touched, changed);
  if (positions.size === 0) return record;
  const result = { ...record };
  for (const position of positions) {
    const item = items[position];
    if (item !== undefined) result[item.id] = value(item, position);
  }
  return result;
}

function touchedBy(touched: Touched, variables: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const variable of variables)
    for (let at = touched.from(variable); at < touched.from(variable + 1); at++) found.add(touched.item(at));
  return found;
}
