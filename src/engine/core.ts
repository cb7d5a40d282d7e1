/** What every walk needs: the pack, its variables, its diagrams, and how its author mentions things. */
import { TRUE } from './diagram/table.ts';
import { Walker } from './diagram/walk.ts';
import { Mentions } from './mentions.ts';
import type { Diagrams, Output, Pack } from './pack.ts';
import { type Bits, VariableIndex } from './variables.ts';

export class Core {
  readonly index: VariableIndex;
  readonly walker: Walker;
  readonly mentions: Mentions;
  readonly #outputs: Map<string, Output>;

  constructor(readonly pack: Pack) {
    this.index = new VariableIndex(pack);
    this.walker = new Walker(pack.diagrams.nodes, this.index.sizes);
    this.mentions = new Mentions(pack);
    this.#outputs = new Map(pack.outputs.map((o) => [o.id, o]));
  }

  get diagrams(): Diagrams {
    return this.pack.diagrams;
  }

  output(id: string): Output {
    const output = this.#outputs.get(id);
    if (output === undefined) throw new Error(`No output "${id}" in this pack.`);
    return output;
  }

  /** Question and reading ids of a set of variables: questions in pack order, then readings, each once. */
  names(variables: ReadonlySet<number>): string[] {
    const questions = new Set<string>();
    const readings = new Set<string>();
    for (const variable of [...variables].sort((a, b) => a - b)) {
      const found = this.index.variables[variable];
      if (found?.kind === 'reading') readings.add(found.reading);
      else if (found !== undefined) questions.add(found.question);
    }
    return [...questions, ...readings];
  }

  /** The variables on which an output's status still depends. */
  support(output: Output, bits: Int32Array): Set<number> {
    if (output.when.kind === 'undecided') {
      // It hangs on the question while that is undecided, and on whether the question applies.
      const { question } = output.when;
      const open = this.index.allOf(question).filter((variable) => !isKnown(bits[variable] ?? 0));
      if (open.length === 0) return new Set();
      return new Set([...open, ...this.walker.support(this.diagrams.applies[question] ?? TRUE, bits)]);
    }
    const { when, firm } = rootsOf(this.diagrams, output.id);
    // The status can hang on the condition alone where the defeater cancels a question out of the two together.
    const alone = when === firm ? [] : this.walker.support(when, bits);
    return new Set([...this.walker.support(firm, bits), ...alone]);
  }

  /** Questions in the restricted diagrams of these outputs, in pack order. */
  questionsLeft(outputs: readonly Output[], bits: Int32Array): string[] {
    const left = new Set(outputs.flatMap((o) => this.names(this.support(o, bits))));
    return this.pack.questions.map((q) => q.id).filter((id) => left.has(id));
  }
}

/** At most one value is possible. */
export function isKnown(bits: Bits): boolean {
  return (bits & (bits - 1)) === 0;
}

export function rootsOf(diagrams: Diagrams, output: string): Diagrams['outputs'][string] {
  const roots = diagrams.outputs[output];
  if (roots === undefined) throw new Error(`No output "${output}" in this pack.`);
  return roots;
}
