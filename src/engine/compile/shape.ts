/** Reads shapes: lists, keyed values, words. Says what is wrong and goes on with what can be used. */
import { nearest } from '../nearest.ts';
import type { Place, SourceEntry, SourceNode } from '../source.ts';
import { type Report, suggestion } from './report.ts';

/** A word with its place. */
export interface Word {
  value: string;
  at: Place;
}

/** A key with nothing after it is an empty list or an empty mapping, whichever is wanted there. */
export function isEmpty(node: SourceNode): boolean {
  return node.kind === 'text' && node.value === '';
}

const FOUND = { map: 'keys with values', list: 'a list', text: 'a word or sentence' } as const;
const WRITE = {
  map: 'Write "key: value" lines, or {} for nothing.',
  list: 'Write a list: [one, two], or one item a line, each after "- ". Nothing: [].',
  text: 'Write one word or sentence; put it in quotation marks if it holds ": " or " #".',
} as const;

function wrongShape(node: SourceNode, wanted: keyof typeof WRITE, what: string, report: Report): void {
  report.error(
    'wrong-shape',
    node.at,
    `${capital(what)} should be ${FOUND[wanted]}, not ${isEmpty(node) ? 'empty' : FOUND[node.kind]}`,
    WRITE[wanted],
  );
}

/** @param what e.g. `the options of question "buyout"` */
export function listOf(node: SourceNode | undefined, what: string, report: Report): SourceNode[] {
  if (node === undefined || isEmpty(node)) return [];
  if (node.kind === 'list') return node.items;
  wrongShape(node, 'list', what, report);
  return [];
}

export function entriesOf(node: SourceNode | undefined, what: string, report: Report): SourceEntry[] {
  if (node === undefined || isEmpty(node)) return [];
  if (node.kind === 'map') return node.entries;
  wrongShape(node, 'map', what, report);
  return [];
}

export function wordOf(node: SourceNode | undefined, what: string, report: Report): Word | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'text' && node.value.trim() !== '') return { value: node.value, at: node.at };
  wrongShape(node, 'text', what, report);
  return undefined;
}

/** @param what of the list, e.g. `the source of output "R1"` */
export function wordsOf(node: SourceNode | undefined, what: string, report: Report): Word[] {
  return listOf(node, what, report).flatMap((item) => wordOf(item, `an item of ${what}`, report) ?? []);
}

/** One of the allowed words; `undefined` where it is missing or another. */
export function oneOf<T extends string>(
  node: SourceNode | undefined,
  what: string,
  allowed: readonly T[],
  report: Report,
): T | undefined {
  const word = wordOf(node, what, report);
  if (word === undefined) return undefined;
  const found = allowed.find((value) => value === word.value);
  if (found === undefined)
    report.error(
      'wrong-value',
      word.at,
      `${capital(what)} cannot be "${word.value}"`,
      suggestion(word.value, allowed),
    );
  return found;
}

export function flagOf(node: SourceNode | undefined, what: string, report: Report): boolean {
  return oneOf(node, what, ['true', 'false'], report) === 'true';
}

/** The values of a mapping whose keys are known beforehand. */
export class Fields {
  readonly at: Place;
  readonly #values = new Map<string, SourceEntry>();
  /** Keys that were probably meant by others that are not known. */
  readonly #meant = new Set<string>();

  /**
   * Reports keys that are not among `keys`.
   * @param what whose keys they are, e.g. `question "buyout"`
   */
  constructor(
    node: SourceNode,
    readonly what: string,
    readonly keys: readonly string[],
    readonly report: Report,
  ) {
    this.at = node.at;
    for (const entry of entriesOf(node, what, report)) {
      if (this.#values.has(entry.key.value)) continue; // reportDuplicateKeys tells it
      this.#values.set(entry.key.value, entry);
      if (keys.includes(entry.key.value)) continue;
      this.#meant.add(nearest(entry.key.value, keys) ?? '');
      report.error(
        'unknown-key',
        entry.key.at,
        `"${entry.key.value}" is no key of ${what}`,
        suggestion(entry.key.value, keys),
      );
    }
  }

  get(key: string): SourceNode | undefined {
    return this.#values.get(key)?.value;
  }

  keyAt(key: string): Place {
    return this.#values.get(key)?.key.at ?? this.at;
  }

  /** Not there, nor misspelt. */
  lacks(key: string): boolean {
    return this.get(key) === undefined && !this.#meant.has(key);
  }

  /** Reports where it is missing. */
  need(key: string, advice: string): SourceNode | undefined {
    const value = this.get(key);
    if (this.lacks(key))
      this.report.error('missing-key', this.at, `${capital(this.what)} lacks "${key}"`, advice);
    return value;
  }
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A tree without its places, as JSON would hold it: what situations are read from. */
export function plain(node: SourceNode): unknown {
  switch (node.kind) {
    case 'text':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(node.entries.map((entry) => [entry.key.value, plain(entry.value)]));
  }
}

/** Every key that is written twice in one mapping, anywhere in the tree. */
export function reportDuplicateKeys(node: SourceNode, report: Report): void {
  if (node.kind === 'list') for (const item of node.items) reportDuplicateKeys(item, report);
  if (node.kind !== 'map') return;
  const first = new Map<string, Place>();
  for (const { key, value } of node.entries) {
    const before = first.get(key.value);
    if (before === undefined) first.set(key.value, key.at);
    else
      report.error(
        'duplicate-key',
        key.at,
        `"${key.value}" is written twice; first on line ${before.line}`,
        'Keep one of the two, or put both under "all" or "any" if they are tests.',
      );
    reportDuplicateKeys(value, report);
  }
}
