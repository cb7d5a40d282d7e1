/** What every walk needs: the pack, its variables, its diagrams, and how its author mentions things. */
import { TRUE } from './diagram/nodes.ts';
import { Touched, testedIn } from './diagram/touched.ts';
import { Walker } from './diagram/walk.ts';
import { Mentions } from './mentions.ts';
import type { Diagrams, Output, Pack } from './pack.ts';
import { type Bits, VariableIndex } from './variables.ts';

/** Items by their position: of outputs, of questions for their guards, of warnings, of outputs for their notes. */
export interface TouchedParts {
  outputs: Touched;
  guards: Touched;
  warnings: Touched;
  notes: Touched;
}

export class Core {
  readonly index: VariableIndex;
  readonly walker: Walker;
  readonly mentions: Mentions;
  readonly #outputs: Map<string, Output>;
  readonly #positions: Map<string, number>;
  #touched: TouchedParts | undefined;

  constructor(readonly pack: Pack) {
    this.index = new VariableIndex(pack);
    this.walker = new Walker(pack.diagrams.nodes, this.index.sizes);
    this.mentions = new Mentions(pack);
    this.#outputs = new Map(pack.outputs.map((o) => [o.id, o]));
    this.#positions = new Map(pack.outputs.map((o, position) => [o.id, position]));
  }

  get diagrams(): Diagrams {
    return this.pack.diagrams;
  }

  output(id: string): Output {
    const output = this.#outputs.get(id);
    if (output === undefined) throw new Error(`No output "${id}" in this pack.`);
    return output;
  }

  /** Where the output stands among those of the pack. */
  positionOf(output: string): number {
    return this.#positions.get(output) ?? -1;
  }

  /** What hangs on each variable; made when it is first asked for. */
  get touched(): TouchedParts {
    this.#touched ??= this.#touchedParts();
    return this.#touched;
  }

  #touchedParts(): TouchedParts {
    const { pack, index, diagrams } = this;
    const by = (items: readonly Iterable<number>[]): Touched => new Touched(index.sizes.length, items);
    const tested = (...roots: (number | undefined)[]): Set<number> =>
      testedIn(
        diagrams.nodes,
        index.sizes,
        roots.map((root) => root ?? TRUE),
      );
    const ofOutput = ({ id, when }: Output): Iterable<number> => {
      if (when.kind === 'undecided')
        return [...index.allOf(when.question), ...tested(diagrams.applies[when.question])];
      const roots = rootsOf(diagrams, id);
      return tested(roots.when, roots.lapses, roots.firm);
    };
    return {
      outputs: by(pack.outputs.map(ofOutput)),
      guards: by(pack.questions.map(({ id }) => tested(diagrams.applies[id]))),
      warnings: by(pack.warnings.map(({ id }) => tested(diagrams.warnings[id]))),
      notes: by(
        pack.outputs.map(({ id, notes }) =>
          tested(...notes.map((note) => diagrams.notes[`${id}/${note.id}`])),
        ),
      ),
    };
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
    return this.questionsAmong(outputs.flatMap((o) => this.names(this.support(o, bits))));
  }

  /** Those of the ids that are questions, each once, in pack order. */
  questionsAmong(ids: Iterable<string>): string[] {
    const among = new Set(ids);
    return this.pack.questions.map((q) => q.id).filter((id) => among.has(id));
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
