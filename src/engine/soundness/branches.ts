/** Where each single test of a decision alone decides it: masking MC/DC, docs/decisions/019-coverage.md. */
import { FALSE, TRUE } from '../diagram/nodes.ts';
import type { Tree } from './decision.ts';
import type { Workbench } from './workbench.ts';

export type Test = Extract<Tree, { kind: 'test' }>;

/** One test of a decision, in the order of the text. */
export interface Deciding {
  test: Test;
  /** Situations in which the test is met and the decision would turn out otherwise were it not: a diagram. */
  met: number;
  /** The same, the test not being met. */
  notMet: number;
}

export class Branches {
  readonly #nodes = new Map<Tree, number>();

  /** @param alwaysAsked questions whose own guard is left out of account */
  constructor(
    readonly bench: Workbench,
    readonly alwaysAsked: ReadonlySet<string> = new Set(),
  ) {}

  /** From the root down, each part with what everything beside it must be for it to decide. */
  of(tree: Tree): Deciding[] {
    const { table } = this.bench;
    const found: Deciding[] = [];
    const visit = (part: Tree, decides: number): void => {
      switch (part.kind) {
        case 'settled':
          return;
        case 'test': {
          const node = this.node(part);
          const [met, notMet] = [table.and(decides, node), this.bench.without(decides, node)];
          found.push({ test: part, met, notMet });
          return;
        }
        case 'not':
          visit(part.of, decides);
          return;
        case 'all':
        case 'any':
          part.of.forEach((one, i) => {
            const beside = part.of.filter((_, other) => other !== i).map((other) => this.node(other));
            const idle = part.kind === 'all' ? beside : beside.map((node) => table.not(node));
            visit(one, table.and(decides, table.all(idle)));
          });
          return;
        case 'letter': {
          const taken = this.#letter(part);
          // In the order of the text the default comes first.
          visit(part.otherwise, this.bench.without(decides, taken));
          visit(part.taken, table.and(decides, taken));
        }
      }
    };
    visit(tree, TRUE);
    return found;
  }

  /** The diagram of a tree, over all values of questions and readings. */
  node(tree: Tree): number {
    const known = this.#nodes.get(tree);
    if (known !== undefined) return known;
    const node = this.#build(tree);
    this.#nodes.set(tree, node);
    return node;
  }

  #build(tree: Tree): number {
    const { table } = this.bench;
    switch (tree.kind) {
      case 'settled':
        return tree.holds ? TRUE : FALSE;
      case 'all':
        return table.all(tree.of.map((part) => this.node(part)));
      case 'any':
        return table.any(tree.of.map((part) => this.node(part)));
      case 'not':
        return table.not(this.node(tree.of));
      case 'test':
        return this.#test(tree);
      case 'letter': {
        const taken = this.#letter(tree);
        return table.or(
          table.and(taken, this.node(tree.taken)),
          this.bench.without(this.node(tree.otherwise), taken),
        );
      }
    }
  }

  #test({ question: id, option }: Test): number {
    const { table, core } = this.bench;
    const question = core.pack.questions.find((q) => q.id === id);
    const position = question?.options.findIndex((o) => o.id === option) ?? -1;
    if (question === undefined || position < 0) throw new Error(`No option "${option}" of "${id}".`);
    const variables = core.index.allOf(id);
    const applies = this.alwaysAsked.has(id) ? TRUE : this.bench.applies(id, 'any');
    if (question.kind === 'one') return table.and(applies, table.test(variables[0] ?? 0, [position]));
    const tick = question.options.filter((o) => !o.exclusive).findIndex((o) => o.id === option);
    // The exclusive option means "none of the others".
    const none = table.all(variables.map((variable) => table.test(variable, [0])));
    return table.and(applies, tick < 0 ? none : table.test(variables[tick] ?? 0, [1]));
  }

  #letter({ reading: id, letter }: Extract<Tree, { kind: 'letter' }>): number {
    const { table, core } = this.bench;
    const value = core.pack.readings.find((r) => r.id === id)?.letters.findIndex((l) => l.id === letter);
    return table.test(core.index.ofReading(id), value === undefined ? [] : [value]);
  }
}
