/** Reads words: each that is needed, none that has nothing to belong to. */
import type { SourceNode } from '../source.ts';
import { type Report, suggestion } from './report.ts';
import { capital, entriesOf, Fields, wordOf } from './shape.ts';

/**
 * Reads a part of a locale that is keyed by ids.
 * @param what e.g. `the words of the questions`
 * @param ids in pack order, which is also the order of the result
 * @param closed false where the ids themselves could not be read
 */
export function readKeyed<T>(
  node: SourceNode | undefined,
  what: string,
  ids: readonly string[],
  closed: boolean,
  report: Report,
  read: (id: string, value: SourceNode) => T,
): Record<string, T> {
  const entries = new Map(
    entriesOf(node, what, report)
      .reverse()
      .map((entry) => [entry.key.value, entry]),
  );
  const surplus = [...entries.values()].reverse().filter(({ key }) => !ids.includes(key.value));
  if (closed)
    for (const { key } of surplus)
      report.error(
        'surplus-message',
        key.at,
        `${capital(what)}: there is nothing called "${key.value}"`,
        `${suggestion(key.value, ids)} Otherwise delete it.`,
      );
  const result: [string, T][] = [];
  for (const id of ids) {
    const entry = entries.get(id);
    if (entry !== undefined) result.push([id, read(id, entry.value)]);
    else if (node !== undefined)
      report.error(
        'missing-message',
        node.at,
        `${capital(what)}: "${id}" is missing`,
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
      if (this.#fields.get(key) === undefined)
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
