/** The layers of the sources: what each may import, and whether it keeps to that.. */

import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import { cyclesIn } from './cycles.ts';

interface Layer {
  may: readonly string[];
  /** Of these only types, which vanish when the code is built. */
  typesOnly?: readonly string[];
  /** Reached through the layers of `may`, never imported itself. */
  through?: readonly string[];
  /** `none`: no packages at all; `node`: Node's own modules too. Otherwise packages that run anywhere. */
  packages?: 'none' | 'node';
}

export const LAYERS: Record<string, Layer> = {
  engine: { may: [], packages: 'none' },
  brief: { may: ['engine', 'messages'] },
  session: { may: ['engine', 'brief'] },
  messages: { may: [] },
  lock: { may: [] },
  documents: { may: ['engine', 'brief', 'session', 'messages'] },
  exchange: { may: ['engine', 'brief', 'session', 'lock'] },
  storage: { may: ['engine', 'brief', 'session', 'lock'] },
  view: { may: ['engine', 'brief', 'session', 'messages'], typesOnly: ['engine', 'brief'] },
  offline: { may: [] },
  tools: { may: ['engine', 'documents'], through: ['brief', 'session', 'messages'], packages: 'node' },
  main: {
    may: [
      'engine',
      'brief',
      'session',
      'messages',
      'lock',
      'documents',
      'exchange',
      'storage',
      'view',
      'offline',
    ],
  },
};

/** Sources by path from the project's folder (`src/engine/pack.ts`), with their text. */
export type Sources = Map<string, string>;

interface Import {
  /** A path of the sources, or the name of a package. */
  to: string;
  /** Only types are imported. */
  type: boolean;
}

const SOURCE = /\.(ts|tsx|mjs|js)$/;

/** All files under `src` of a folder. */
export async function readSources(root: string): Promise<Sources> {
  const found = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const sources: Sources = new Map();
  for (const path of paths.sort()) {
    sources.set(path.slice(join(root, '/').length).replaceAll('\\', '/'), await readFile(path, 'utf8'));
  }
  return sources;
}

/** Everything that breaks the rules, one sentence each; empty when they are kept. */
export function breaches(sources: Sources): string[] {
  const graph = importsOf(sources);
  return [...graph].flatMap(([from, imports]) => {
    const name = layerOf(from);
    const layer = LAYERS[name];
    if (!layer) return [`${from} is in no layer: src/${name}/ is not one of them.`];
    return [
      ...imports.flatMap((each) => directBreach(from, name, layer, each)),
      ...farBreaches(graph, from, name, layer),
    ];
  });
}

/** Import cycles, types included: each as the path around it. */
export function cycles(sources: Sources): string[][] {
  const graph = [...importsOf(sources)].map(([path, all]) => [path, all.map(({ to }) => to)] as const);
  return cyclesIn(new Map(graph));
}

function directBreach(from: string, name: string, layer: Layer, { to, type }: Import): string[] {
  if (!to.startsWith('src/')) {
    const isNode = to.startsWith('node:');
    if (layer.packages === 'none') return [`${from} imports ${to}: ${name} imports no packages.`];
    return isNode && layer.packages !== 'node' ? [`${from} imports ${to}: only tools run in Node.`] : [];
  }
  const target = layerOf(to);
  if (target === name) return [];
  if (!layer.may.includes(target)) return [`${from} imports ${to}: ${name} may not import ${target}.`];
  if (layer.typesOnly?.includes(target) && !type) {
    return [`${from} imports ${to}: ${name} may import only types of ${target} ("import type").`];
  }
  return [];
}

/** What is reached through others; the first step is judged by `directBreach`. */
function farBreaches(graph: Map<string, Import[]>, from: string, name: string, layer: Layer): string[] {
  const allowed = [name, ...layer.may, ...(layer.through ?? [])];
  const trails = new Map([[from, [from]]]);
  const found: string[] = [];
  for (const [path, trail] of trails) {
    for (const { to } of graph.get(path) ?? []) {
      if (!to.startsWith('src/') || trails.has(to)) continue;
      const next = [...trail, to];
      if (allowed.includes(layerOf(to))) trails.set(to, next);
      else if (next.length > 2) found.push(`${next.join(' -> ')}: ${name} may not reach ${layerOf(to)}.`);
    }
  }
  return found;
}

/** `src/view/home/list.tsx` is of the layer view; a file directly in src/ is of main. */
function layerOf(path: string): string {
  const [, folder = '', ...rest] = path.split('/');
  return rest.length > 0 ? folder : 'main';
}

function importsOf(sources: Sources): Map<string, Import[]> {
  return new Map([...sources].map(([path, text]) => [path, imports(path, text)]));
}

/** What a file imports, in every way the language has. A file that cannot be parsed throws: nothing is known then. */
function imports(path: string, text: string): Import[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: Import[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) visit(entry);
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value) found.push(...importOf(value as ESTree.Node, path));
      for (const entry of Object.values(value)) visit(entry);
    }
  };
  visit(program);
  return found;
}

function importOf(node: ESTree.Node, path: string): Import[] {
  switch (node.type) {
    case 'ImportDeclaration':
      return [{ to: resolved(node.source.value, path), type: node.importKind === 'type' }];
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? [{ to: resolved(node.source.value, path), type: node.exportKind === 'type' }] : [];
    case 'ImportExpression':
      return node.source.type === 'Literal'
        ? [{ to: resolved(String(node.source.value), path), type: false }]
        : [];
    case 'TSImportType':
      return [{ to: resolved(node.source.value, path), type: true }];
    default:
      return [];
  }
}

/** Imports carry their endings here, so a relative one is a path as it stands. */
function resolved(name: string, from: string): string {
  return name.startsWith('.') ? posix.join(dirname(from), name) : name;
}
