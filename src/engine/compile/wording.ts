/** Reads words: each that is needed, none that has nothing to belong to. */
import { nearest } from '../nearest.ts';
import type { SourceEntry, SourceNode } from '../source.ts';
import type { Report } from './report.ts';
import { capital, entriesOf, Fields, wordOf } from './shape.ts';

/** What a part of a locale is keyed by. */
export interface Keys {
  /** One of them, e.g. `question`. */
  noun: string;
  /** Whose they are, e.g. ` of question "sale"`; '' for parts of the whole pack. */
  of: string;
  /** In pack order, which is also the order of the result. */
  ids: readonly string[];
  /** false where the ids themselves could not be read. */
  closed: boolean;
}

/** Reads a part of a locale that is keyed by ids; reports words that are missing, and those of nothing. */
export function readKeyed<T>(
  node: SourceNode | undefined,
  { noun, of, ids, closed }: Keys,
  report: Report,
  read: (id: string, value: SourceNode) => T,
): Record<string, T> {
  const entries = new Map<string, SourceEntry>();
  // Where an id is missing, words that seem to be of nothing may be its own.
  const complete = closed && !ids.includes('');
  const known = new Set(ids);
  for (const entry of entriesOf(node, `the words of the ${noun}s${of}`, report)) {
    if (!entries.has(entry.key.value)) entries.set(entry.key.value, entry);
    if (!complete || known.has(entry.key.value)) continue;
    const near = nearest(entry.key.value, ids);
    report.error(
      'surplus-message',
      entry.key.at,
      `There is no ${noun} "${entry.key.value}"${of}, so these words are shown nowhere`,
      near === undefined ? 'Delete them.' : `Did you mean "${near}"? Otherwise delete them.`,
    );
  }
  const result: [string, T][] = [];
  for (const id of known) {
    if (id === '') continue;
    const entry = entries.get(id);
    if (entry !== undefined) result.push([id, read(id, entry.value)]);
    else if (node !== undefined)
      report.error(
        'missing-message',
        node.at,
        `There are no words for ${noun} "${id}"${of}`,
        `Write "${id}: ..." here.`,
      );
  }
  return Object.fromEntries(result);
}

/** Which words an entity takes. What is in neither list is not shown anywhere, and so must not be written. */
export interface Wanted {
  required: readonly string[];
  optional: readonly string[];
}

/** The words of one entity, by key. */
export class Wording {
  readonly #fields: Fields;

  /**
   * Reports words that are missing, and those that the entity does not take.
   * @param known every word that an entity of this sort may take; others are slips
   */
  constructor(
    node: SourceNode,
    readonly what: string,
    wanted: Wanted,
    known: readonly string[],
    readonly report: Report,
  ) {
    this.#fields = new Fields(node, what, known, report);
    for (const key of wanted.required)
      if (this.#fields.lacks(key))
        report.error(
          'missing-message',
          node.at,
          `${capital(what)} lack "${key}"`,
          `Write "${key}: ..." here.`,
        );
    for (const key of known)
      if (
        this.#fields.get(key) !== undefined &&
        !wanted.required.includes(key) &&
        !wanted.optional.includes(key)
      )
        report.error(
          'surplus-message',
          this.#fields.keyAt(key),
          `${capital(what)} have "${key}", which is shown nowhere`,
          'Delete it.',
        );
  }

  node(key: string): SourceNode | undefined {
    return this.#fields.get(key);
  }

  text(key: string): string {
    return this.#word(key) ?? '';
  }

  /** An object with the words of these keys that are there, under the names that the app uses. */
  optional<K extends string>(keys: Record<string, K>): Partial<Record<K, string>> {
    const found: Partial<Record<K, string>> = {};
    for (const [key, name] of Object.entries(keys)) {
      const word = this.#word(key);
      if (word !== undefined) found[name as K] = word;
    }
    return found;
  }

  #word(key: string): string | undefined {
    return wordOf(this.#fields.get(key), `"${key}" in ${this.what}`, this.report)?.value.trim();
  }
}
