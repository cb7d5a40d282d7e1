/** Ids: which there are, which may not be, and what someone probably meant. */
import { isInherited } from '../inherited.ts';
import type { Place } from '../source.ts';
import { type Report, type Sort, suggestion } from './report.ts';
import type { Word } from './shape.ts';

/** Words that mean something else wherever an id may stand. */
export const RESERVED_IDS = [
  'all',
  'always',
  'answers',
  'any',
  'dont_know',
  'never',
  'not',
  'readings',
  'ruledOut',
  'undecided',
] as const;

const ID = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Statements are named for their place, so a digit may come first. A whole number would lose its place in JSON. */
const STATEMENT_ID = /^([0-9]+\.[0-9]+|[A-Za-z])[A-Za-z0-9_.-]*$/;

/** The ids of one sort. */
export class Ids {
  readonly #places = new Map<string, Place>();

  #closed: boolean;

  /** @param closed false where the file that holds them could not be read: then any id may be right */
  constructor(
    readonly sort: Sort,
    closed = true,
  ) {
    this.#closed = closed;
  }

  /** Whether these are all: where some are not known, nothing is called unknown. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Something of this sort has no id, or one that cannot be read. */
  leaveOpen(): void {
    this.#closed = false;
  }

  get all(): string[] {
    return [...this.#places.keys()];
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  placeOf(id: string): Place | undefined {
    return this.#places.get(id);
  }

  /** Registers an id; reports one that is malformed, reserved or there already. */
  add({ value, at }: Word, report: Report): void {
    const before = this.#places.get(value);
    if (RESERVED_IDS.some((id) => id === value) || isInherited(value))
      report.error(
        'reserved-id',
        at,
        `"${value}" has a meaning of its own and cannot be the id of ${article(this.sort)}`,
        `Choose another id, for example "${this.sort}_${value}".`,
      );
    else if (!(this.sort === 'statement' ? STATEMENT_ID : ID).test(value))
      report.error(
        'wrong-id',
        at,
        `"${value}" cannot be the id of ${article(this.sort)}`,
        this.sort === 'statement'
          ? 'Write paragraph.sentence and perhaps a letter, as in 15.1a.'
          : 'Begin with a letter; then letters, digits, "_" and "-", without spaces.',
      );
    else if (before !== undefined)
      report.error(
        'duplicate-id',
        at,
        `There are two ${this.sort}s "${value}"; the first is in ${before.file}, line ${before.line}`,
        'Give one of them another id.',
      );
    if (before === undefined) this.#places.set(value, at);
  }

  /**
   * Whether there is such an id; reports where not.
   * @param hint asked for only then: looking for what was meant takes long among many ids
   */
  check(
    { value, at }: Word,
    report: Report,
    hint: () => string = () => suggestion(value, this.all),
  ): boolean {
    if (this.has(value)) return true;
    if (this.closed) report.error(`unknown-${this.sort}`, at, `There is no ${this.sort} "${value}"`, hint());
    return false;
  }

  /** Those of the words that name something, each once; reports the others. */
  known(words: readonly Word[], report: Report): string[] {
    const known = new Set<string>();
    for (const word of words) {
      if (!this.check(word, report)) continue;
      if (known.has(word.value)) reportTwice(word, report);
      known.add(word.value);
    }
    return [...known];
  }
}

export function reportTwice({ value, at }: Word, report: Report): void {
  report.error('duplicate-id', at, `"${value}" is listed twice`, 'List it once.');
}

export function article(sort: string): string {
  return `${/^[aeiou]/.test(sort) ? 'an' : 'a'} ${sort}`;
}
