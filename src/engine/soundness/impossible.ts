/** Why a branch occurs in no situation at all. */
import { FALSE } from '../diagram/nodes.ts';
import { Branches, type Deciding } from './branches.ts';
import type { Tree } from './decision.ts';
import type { Branch } from './soundness.ts';
import type { Workbench } from './workbench.ts';

export class Impossible {
  /** By the questions whose guards are left out of account. */
  readonly #branches = new Map<string, Branches>();
  readonly #deciding = new Map<Tree, Map<string, Deciding[]>>();

  constructor(readonly bench: Workbench) {}

  /** @param test position among the tests of the tree */
  explain(tree: Tree, test: number, met: boolean): Branch {
    const guarded = this.#guardedIn(tree);
    const possibleWithout = (questions: readonly string[]): boolean => {
      const found = this.#without(tree, questions)[test];
      return found !== undefined && (met ? found.met : found.notMet) !== FALSE;
    };
    const alone = guarded.filter((question) => possibleWithout([question]));
    if (alone.length > 0) return { kind: 'impossible', why: 'guard', questions: alone };
    if (guarded.length > 1 && possibleWithout(guarded))
      return { kind: 'impossible', why: 'guard', questions: guarded };
    return { kind: 'impossible', why: 'rest', questions: [] };
  }

  #without(tree: Tree, questions: readonly string[]): Deciding[] {
    const key = questions.join(' ');
    const known = this.#deciding.get(tree)?.get(key);
    if (known !== undefined) return known;
    const branches = this.#branches.get(key) ?? new Branches(this.bench, new Set(questions));
    this.#branches.set(key, branches);
    const deciding = branches.of(tree);
    this.#deciding.set(tree, (this.#deciding.get(tree) ?? new Map<string, Deciding[]>()).set(key, deciding));
    return deciding;
  }

  /** The questions that the tree tests and that are not always asked, in pack order. */
  #guardedIn(tree: Tree): string[] {
    const found = new Set<string>();
    const visit = (part: Tree): void => {
      if (part.kind === 'test') found.add(part.question);
      if (part.kind === 'not') visit(part.of);
      if (part.kind === 'all' || part.kind === 'any') part.of.forEach(visit);
      if (part.kind === 'letter') [part.taken, part.otherwise].forEach(visit);
    };
    visit(tree);
    const { pack, mentions } = this.bench.core;
    return pack.questions
      .map(({ id }) => id)
      .filter((id) => found.has(id) && mentions.ofGuard(id).length > 0);
  }
}
