/** What the first load weighs, compressed as hosts do it. */
import { gzipSync } from 'node:zlib';

export interface Size {
  name: string;
  bytes: number;
  gzip: number;
  /** Largest allowed, compressed. */
  budget?: number;
}

/** JavaScript and styles of the first load, in bytes of gzip. */
export const PAGE_BUDGET = 52_000;
export const STYLE_BUDGET = 8_000;

/** The rows of the table, in a fixed order; `files` by path in the built app. */
export function sizesOf(files: Map<string, Uint8Array>): Size[] {
  const first = firstScripts(files);
  const html = new TextDecoder().decode(files.get('index.html'));
  const isFirstStyle = (path: string) => STYLE.test(path) && html.includes(path);
  const kinds: {
    name: (path: string) => string;
    matches: { test(path: string): boolean };
    budget?: number;
  }[] = [
    { name: () => 'page, JavaScript', matches: { test: (path) => first.has(path) }, budget: PAGE_BUDGET },
    { name: () => 'second copy, worker', matches: COPY_WORKER },
    {
      name: () => 'later screens',
      matches: { test: (path) => SCRIPT.test(path) && !first.has(path) && !COPY_WORKER.test(path) },
    },
    { name: () => 'page, CSS', matches: { test: isFirstStyle }, budget: STYLE_BUDGET },
    { name: () => 'later CSS', matches: { test: (path) => STYLE.test(path) && !isFirstStyle(path) } },
    { name: () => 'page, HTML', matches: /^index\.html$/ },
    { name: nameOfData, matches: /^assets\/pack\..+\.json$/ },
    { name: nameOfData, matches: /^assets\/words\..+\.json$/ },
    { name: nameOfData, matches: /^assets\/messages\..+\.json$/ },
    { name: () => 'service worker', matches: /^sw\.js$/ },
  ];
  return kinds.flatMap(({ name, matches, budget }) => {
    const rows = new Map<string, Size>();
    for (const [path, data] of files) {
      if (!matches.test(path)) continue;
      const row = rows.get(name(path)) ?? { name: name(path), bytes: 0, gzip: 0, ...(budget && { budget }) };
      row.bytes += data.length;
      row.gzip += gzipSync(data, { level: 9 }).length;
      rows.set(row.name, row);
    }
    return [...rows.values()];
  });
}

const STYLE = /^assets\/[^/]+\.css$/;
const SCRIPT = /^assets\/[^/]+\.js$/;
/** Runs beside the page, which does not wait for it. */
const COPY_WORKER = /^assets\/copy\.[^/]+\.js$/;

/** Scripts that the page loads at once: what it names, and what those import other than by `import()`. */
function firstScripts(files: Map<string, Uint8Array>): Set<string> {
  const scripts = [...files.keys()].filter((path) => SCRIPT.test(path));
  const entries = scripts.filter((path) => !path.startsWith('assets/later.') && !COPY_WORKER.test(path));
  const found = new Set(entries);
  for (const path of found) {
    const text = new TextDecoder().decode(files.get(path));
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
      if (files.has(`assets/${name}`)) found.add(`assets/${name}`);
  }
  return found;
}

export function overBudget(sizes: Size[]): Size[] {
  return sizes.filter(({ gzip, budget }) => budget !== undefined && gzip > budget);
}

/** The table that the build prints, in thousands of bytes. */
export function sizeTable(sizes: Size[]): string {
  const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8);
  const line = ({ name, bytes, gzip, budget }: Size) =>
    `${name.padEnd(22)}${kB(bytes)}${kB(gzip)}${budget === undefined ? '' : `  of ${budget / 1000} at most`}`;
  return [`${'kB'.padEnd(22)}   plain    gzip`, ...sizes.map(line)].join('\n');
}

/** `assets/words.en-XA.1a2b3c4d5e.json` is `words en-XA`. */
function nameOfData(path: string): string {
  return path.replace('assets/', '').split('.').slice(0, -2).join(' ');
}
