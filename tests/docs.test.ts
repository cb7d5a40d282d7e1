/** The pages of the project against the project: what they link to, name and show is so. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACK, REAL, ROOT, waymark } from './tools/command.ts';

/** Made, installed, or not of the project. */
const ELSEWHERE = /^(node_modules|dist|screenshots|test-results|playwright-report)$|^\./;

function pagesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !ELSEWHERE.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return pagesUnder(path);
      return path.endsWith('.md') ? [path.replaceAll('\\', '/')] : [];
    });
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const withoutCode = (text: string) => text.replaceAll(/^( *)```.*?^\1```$/gms, '');
const PAGES = pagesUnder('');

/** The anchors that a page has: its headings as hosts of repositories write them. */
function anchorsOf(text: string): string[] {
  const headings = [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The links of a page that lead nowhere. */
function brokenLinks(page: string, text: string): string[] {
  const links = [
    ...withoutCode(text)
      .replaceAll(/`[^`]*`/g, '')
      .matchAll(/\]\(([^)\s]+)[^)]*\)/g),
  ];
  return links
    .map(([, target = '']) => target)
    .filter((target) => {
      if (/^[a-z]+:/.test(target)) return !target.startsWith('https://');
      const [path = '', anchor] = target.split('#', 2);
      const file = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(ROOT, file))) return true;
      return anchor !== undefined && !anchorsOf(file === page ? text : read(file)).includes(anchor);
    });
}

/** Files and folders of ours that a page names in code and that are not there. */
function missingPaths(text: string): string[] {
  const named = [...withoutCode(text).matchAll(/`((?:src|tests|docs|rules|public)\/[\w./-]+)`/g)];
  return named.map(([, path = '']) => path).filter((path) => !existsSync(join(ROOT, path)));
}

describe('every page', () => {
  it('is looked at', () => {
    expect(PAGES).toEqual(
      expect.arrayContaining(['README.md', 'docs/rule-pack.md', 'docs/decisions/001-decision-diagrams.md']),
    );
  });
  it.each(PAGES)('%s links only to what is there', (page) => {
    expect(brokenLinks(page, read(page))).toEqual([]);
  });
  it.each(PAGES)('%s names only files that are there', (page) => {
    expect(missingPaths(read(page))).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['[a](README.md) ![b](none.png) [c](docs/none.md)', ['none.png', 'docs/none.md']],
    [
      '# The brief\n[a](#the-brief) [b](#none) [c](README.md#licence) [d](README.md#none)',
      ['#none', 'README.md#none'],
    ],
    ['[a](https://semver.org) [b](http://semver.org)', ['http://semver.org']],
    ['`[a](none.md)`\n```\n[b](none.md)\n```\n', []],
  ])('a broken link is seen: %j', (text, broken) => {
    expect(brokenLinks('CHANGELOG.md', text)).toEqual(broken);
  });
  it('a file that is gone is seen', () => {
    expect(missingPaths('`src/engine/pack.ts`, `src/engine/none.ts`')).toEqual(['src/engine/none.ts']);
  });
});

describe('the lists', () => {
  const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'scripts' | 'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const firstCells = (text: string) => [...text.matchAll(/^\| ([^|]+?) \|/gm)].map(([, cell = '']) => cell);

  it('README has a line for each script', () => {
    const part = read('README.md').split('## Scripts')[1]?.split('\n## ')[0] ?? '';
    const named = firstCells(part).flatMap((cell) => /^`npm (?:run )?(\S+)`$/.exec(cell)?.[1] ?? []);
    expect(named.sort()).toEqual(Object.keys(scripts).sort());
  });

  it('docs/dependencies.md has a line for each package, and for no other', () => {
    const [taken = ''] = read('docs/dependencies.md').split('## Looked at and not taken');
    const named = firstCells(taken)
      .flatMap((cell) => cell.split(', '))
      .filter((cell) => !/^(package|-+)$/.test(cell));
    expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  });

  it('decisions are numbered without gaps, and titled as they are numbered', () => {
    const files = readdirSync(join(ROOT, 'docs/decisions')).sort();
    expect(files.map((name) => Number(name.slice(0, 3)))).toEqual(files.map((_, i) => i + 1));
    for (const name of files)
      expect(read(`docs/decisions/${name}`)).toMatch(new RegExp(`^# ${name.slice(0, 3)} `));
  });
});

describe('README', () => {
  const readme = read('README.md');

  it('adds a question in five steps', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-'));
    const pack = join(folder, PACK);
    cpSync(REAL, pack, { recursive: true });
    const steps = readme.split('## Add a question in five steps')[1] ?? '';
    const blocks = [...steps.matchAll(/^ {3}```yaml\n(.*?)^ {3}```$/gms)].map(([, text = '']) =>
      text.replaceAll(/^ {3}/gm, ''),
    );
    const [question = '', output = '', questionWords = '', outputWords = '', workedCase = ''] = blocks;
    const put = (file: string, before: string, text: string) => {
      const was = readFileSync(join(pack, file), 'utf8');
      expect(was).toContain(before);
      writeFileSync(join(pack, file), was.replace(before, `${text}\n${before}`));
    };
    put('questions.yaml', '- id: military\n', question);
    appendFileSync(join(pack, 'indicators.yaml'), `\n${output}`);
    put('locales/en.yaml', '  military:\n', questionWords.trimEnd());
    put('locales/en.yaml', '  SC0:\n', outputWords.trimEnd());
    appendFileSync(join(pack, 'cases.yaml'), `\n${workedCase}`);
    try {
      expect((await waymark(['schema', pack], folder)).code).toBe(0);
      expect(await waymark(['check', pack], folder)).toMatchObject({ code: 0, err: '' });
      writeFileSync(join(folder, 'answers.json'), '{"debt": "fallen"}');
      const { out } = await waymark(['evaluate', '--pack', pack, 'answers.json'], folder);
      expect(JSON.parse(out).verdicts.I10).toEqual({ status: 'fails' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('shows what evaluate prints', async () => {
    const [, answers = ''] = /echo '(.*)' \|/.exec(readme) ?? [];
    const [, shown = ''] = /^(\{"verdicts".*),\.\.\./m.exec(readme) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'waymark-'));
    writeFileSync(join(folder, 'answers.json'), answers);
    const { out } = await waymark(['evaluate', '--pack', PACK, 'answers.json'], folder);
    rmSync(folder, { recursive: true });
    expect(shown.length).toBeGreaterThan(100);
    expect(out.slice(0, shown.length)).toBe(shown);
  });
});
