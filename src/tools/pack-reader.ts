/** Reads the YAML files of a rule pack. All that is known here is text and where it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import type { Sources } from '../engine/compile/sources.ts';
import type { Diagnostic, Place, SourceEntry, SourceNode } from '../engine/source.ts';
import { schemaLine } from './schema-line.ts';

export interface PackSources {
  /** For compilePack; `null` for a file with an error that keeps it from being read. */
  files: Sources;
  diagnostics: Diagnostic[];
}

/** @param folder e.g. `rules/belarus-russia-2020`; its name must be the pack's id. */
export function readPack(folder: string): PackSources {
  const files: Sources = {};
  const diagnostics: Diagnostic[] = [];
  for (const file of [...yamlFilesIn(folder, ''), ...yamlFilesIn(folder, 'locales')]) {
    const text = readFileSync(join(folder, file), 'utf8');
    const read = readYaml(file, text);
    files[file] = read.node;
    diagnostics.push(...read.diagnostics, ...missingSchemaLine(file, text));
  }
  diagnostics.push(...otherName(files['pack.yaml'], basename(folder)));
  return { files, diagnostics };
}

function yamlFilesIn(folder: string, under: string): string[] {
  let names: string[];
  try {
    names = readdirSync(join(folder, under));
  } catch {
    return []; // no such folder: the compiler misses its files and says so
  }
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => (under === '' ? name : `${under}/${name}`));
}

/** @returns `node: null` where the text is not YAML, or holds what a pack does not use (anchors, tags) */
export function readYaml(file: string, text: string): { node: SourceNode | null; diagnostics: Diagnostic[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    // Only text, lists and mappings: `yes`, `1.0` and `15.1` stay words.
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    // The compiler reports these, with both places.
    uniqueKeys: false,
  });
  const reader = new Reader(file, text, lines);
  reader.reportErrors(document);
  const { contents } = document;
  const start = { file, line: 1, column: 1 };
  const node: SourceNode = contents === null ? { kind: 'text', value: '', at: start } : reader.node(contents);
  return { node: reader.diagnostics.length > 0 ? null : node, diagnostics: reader.diagnostics };
}

class Reader {
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    readonly file: string,
    readonly text: string,
    readonly lines: LineCounter,
  ) {}

  reportErrors({ errors }: Document.Parsed): void {
    for (const error of errors)
      this.#report('syntax', error.pos[0], `This is not YAML: ${lowerFirst(error.message)}`, adviceOn(error));
  }

  node(node: ParsedNode | null): SourceNode {
    const at = this.#place(node?.range[0] ?? 0);
    if (node === null) return { kind: 'text', value: '', at };
    if (isAlias(node)) {
      this.#report(
        'anchor',
        node.range[0],
        `"*${node.source}" stands for something written elsewhere`,
        SAY_IT,
      );
      return { kind: 'text', value: node.source, at };
    }
    if (node.anchor !== undefined)
      this.#report(
        'anchor',
        this.#lastBefore('&', node.range[0]),
        `"&${node.anchor}" names a part of the file`,
        SAY_IT,
      );
    if (node.tag !== undefined && !DEFAULT_TAGS.includes(node.tag))
      this.#report(
        'tag',
        this.#lastBefore('!', node.range[0]),
        `The tag ${node.tag} is not used in packs`,
        'Leave it out.',
      );
    if (isMap(node)) return { kind: 'map', entries: node.items.map((pair) => this.#entry(pair)), at };
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.node(item)), at };
    return { kind: 'text', value: String(node.value ?? ''), at };
  }

  #entry({ key, value }: { key: ParsedNode; value: ParsedNode | null }): SourceEntry {
    const at = this.#place(key.range[0]);
    if (!isScalar(key)) {
      const advice = 'Write a word before ":"; put it in quotation marks if it begins with "[" or "{".';
      this.#report('syntax', key.range[0], 'This is no key', advice);
    }
    const text = isScalar(key) ? String(key.value ?? '') : '';
    // A key without a value has no place of its own: it is empty where the key stands.
    return {
      key: { value: text, at },
      value: value === null ? { kind: 'text', value: '', at } : this.node(value),
    };
  }

  /** Where the mark stands that belongs to the node at the offset; the library only knows the node's place. */
  #lastBefore(mark: '&' | '!', offset: number): number {
    let at = this.text.lastIndexOf(mark, offset - 1);
    while (this.text[at - 1] === mark) at--;
    return Math.max(at, 0);
  }

  #place(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line, column: col };
  }

  #report(code: string, offset: number, message: string, advice: string): void {
    this.diagnostics.push({ severity: 'error', code, at: this.#place(offset), message, advice });
  }
}

const SAY_IT = 'Write it out; a condition that is used several times gets a name in conditions.yaml.';
const DEFAULT_TAGS = ['tag:yaml.org,2002:str', 'tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq'];

function adviceOn({ code }: YAMLParseError): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'Indent with spaces.';
    case 'BAD_INDENT':
      return 'Put the line in the same column as the others of its list or mapping, and close every bracket.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'Put text that holds ": " in quotation marks, or check the indentation of the line before.';
    case 'MULTIPLE_DOCS':
      return 'Take out the line "---": a file is one document.';
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
      return 'Check quotation marks, brackets and commas here and just before.';
    case 'BAD_SCALAR_START':
      return 'Put the text in quotation marks: it begins with a character that means something in YAML.';
    default:
      return 'Check the indentation, quotation marks and brackets here and just before.';
  }
}

function missingSchemaLine(file: string, text: string): Diagnostic[] {
  const wanted = schemaLine(file);
  if (wanted === undefined || text.split(/\r?\n/, 1)[0]?.trim() === wanted) return [];
  return [
    {
      severity: 'warning',
      code: 'schema-line',
      at: { file, line: 1, column: 1 },
      message: 'The first line does not name the schema, so an editor cannot complete ids',
      advice: `Write as the first line: ${wanted}`,
    },
  ];
}

function otherName(pack: SourceNode | null | undefined, folder: string): Diagnostic[] {
  const id = pack?.kind === 'map' ? pack.entries.find(({ key }) => key.value === 'id')?.value : undefined;
  if (id?.kind !== 'text' || id.value === folder) return [];
  return [
    {
      severity: 'error',
      code: 'pack-name',
      at: id.at,
      message: `The pack is called "${id.value}", and its folder "${folder}"`,
      advice: `Write "id: ${folder}", or rename the folder.`,
    },
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
