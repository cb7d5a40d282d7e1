/** A condition as a tree of single tests, with what its names and the letters of readings put into it. */
import type { Condition } from '../condition.ts';
import type { Output, Pack, Replacement } from '../pack.ts';
import { subjectOf } from '../replacements.ts';
import type { About, Where } from './soundness.ts';

export type Tree =
  | { kind: 'settled'; holds: boolean }
  | { kind: 'all' | 'any'; of: Tree[] }
  | { kind: 'not'; of: Tree }
  /** The question applies, and its answer is or contains the option. */
  | { kind: 'test'; question: string; option: string; where: Where }
  /** Under this letter the one, under all others the other. */
  | { kind: 'letter'; reading: string; letter: string; taken: Tree; otherwise: Tree };

export interface Decision {
  about: About;
  tree: Tree;
  /** Counted along the way, so that a tree that multiplies is seen before it is walked. */
  tests: number;
}

/** Tests looked at one by one in one decision; far more than an author can oversee. */
const MOST_TESTS = 500;

/** Everything that a worked case can put to the proof: outputs, warnings, and whether a question is asked. */
export function decisionsOf(pack: Pack): (Decision | { about: About; tree: undefined })[] {
  const items: { about: About; tree: (reader: Reader) => Tree }[] = [
    ...pack.outputs
      .filter((output) => output.kind !== 'background' && output.when.kind !== 'undecided')
      .map(({ id }) => id)
      .map((id) => ({
        about: { kind: 'output' as const, id },
        tree: (reader: Reader) => reader.output(outputOf(pack, id)),
      })),
    ...pack.warnings.map(({ id, when }) => ({
      about: { kind: 'warning' as const, id },
      tree: (reader: Reader) => reader.read(when, { part: 'when', letters: [], names: [] }),
    })),
    ...pack.questions.map(({ id, applies }) => ({
      about: { kind: 'question' as const, id },
      tree: (reader: Reader) => reader.replaced('applies', id, applies),
    })),
  ];
  return items.map(({ about, tree }) => {
    const reader = new Reader(pack);
    const read = tree(reader);
    return reader.tests > MOST_TESTS
      ? { about, tree: undefined }
      : { about, tree: read, tests: reader.tests };
  });
}

function outputOf(pack: Pack, id: string): Output {
  const output = pack.outputs.find((o) => o.id === id);
  if (output === undefined) throw new Error(`No output "${id}" in this pack.`);
  return output;
}

const SETTLED: Record<'always' | 'never', Tree> = {
  always: { kind: 'settled', holds: true },
  never: { kind: 'settled', holds: false },
};

class Reader {
  tests = 0;
  constructor(readonly pack: Pack) {}

  /** The condition, and not the defeater. */
  output(output: Output): Tree {
    const when = this.replaced('when', output.id, output.when);
    const lapses = this.replaced('lapses', output.id, output.lapses ?? { kind: 'never' });
    if (lapses.kind === 'settled' && !lapses.holds) return when;
    const stands: Tree = { kind: 'not', of: lapses };
    return when.kind === 'settled' && when.holds ? stands : { kind: 'all', of: [when, stands] };
  }

  /** The default, or what letters put in its place. */
  replaced(part: Where['part'], id: string, condition: Condition): Tree {
    return this.#switched(part, id, condition, { part, letters: [], names: [] });
  }

  #switched(target: Replacement['target'], id: string, condition: Condition, where: Where): Tree {
    let tree = this.read(condition, where);
    for (const reading of this.pack.readings)
      for (const letter of reading.letters) {
        const found = letter.replaces.find((r) => r.target === target && subjectOf(r) === id);
        if (found === undefined) continue;
        const letters = [...where.letters, { reading: reading.id, letter: letter.id }];
        const taken = this.read(found.condition, { ...where, letters });
        tree = { kind: 'letter', reading: reading.id, letter: letter.id, taken, otherwise: tree };
      }
    return tree;
  }

  read(condition: Condition, where: Where): Tree {
    if (this.tests > MOST_TESTS) return SETTLED.never;
    switch (condition.kind) {
      case 'always':
      case 'never':
        return SETTLED[condition.kind];
      case 'undecided':
        return SETTLED.never;
      case 'all':
      case 'any':
        return { kind: condition.kind, of: condition.of.map((part) => this.read(part, where)) };
      case 'not':
        return { kind: 'not', of: this.read(condition.of, where) };
      case 'named':
        return this.#named(condition.name, where);
      case 'answer':
        return this.#answer(condition, where);
    }
  }

  #named(name: string, where: Where): Tree {
    const condition = this.pack.conditions.find(({ id }) => id === name)?.when ?? { kind: 'never' };
    return this.#switched('condition', name, condition, { ...where, names: [...where.names, name] });
  }

  /** "One of these" is as many tests. */
  #answer({ question, options }: Extract<Condition, { kind: 'answer' }>, where: Where): Tree {
    this.tests += options.length;
    const tests = options.map((option): Tree => ({ kind: 'test', question, option, where }));
    const [only] = tests;
    return tests.length === 1 && only !== undefined ? only : { kind: 'any', of: tests };
  }
}
