import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/tools/run.mjs';
import { singlePage } from '../../src/tools/vite-plugin-single.ts';
import { cleanBuild } from './clean-build.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-'));
const texts: string[] = [];
const BUILD = '0123456789ab';

beforeAll(async () => {
  process.env.WAYMARK_BUILD = BUILD;
  for (const name of ['one', 'two']) {
    const files = await cleanBuild('vite.single.config.ts', join(folder, name));
    expect([...files.keys()]).toEqual(['waymark.html']);
    texts.push(Buffer.from(files.get('waymark.html') ?? '').toString());
  }
});
afterAll(() => {
  delete process.env.WAYMARK_BUILD;
  rmSync(folder, { recursive: true });
});

const text = () => texts[0] ?? '';
/** What the browser is told to load or run, without the words and the code themselves. */
const markup = () => text().replace(/(<(script|style)[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');

describe('the single file', () => {
  it('is the same to the bit, built twice, and holds nothing of the machine it was made on', () => {
    expect(createHash('sha256').update(text()).digest('hex')).toBe(
      createHash('sha256')
        .update(texts[1] ?? '')
        .digest('hex'),
    );
    expect(text()).not.toContain(ROOT);
  });

  it('says first how it is written, then what it may do, then which build it is', () => {
    expect(text().slice(0, 1024)).toMatch(
      /<head>\s*<meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy"/,
    );
    expect(text()).toContain(`<meta name="waymark-build" content="${BUILD}" />`);
  });

  it('allows its own script and style sheet by their hashes, and no address at all', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text())?.[1] ?? '';
    const inside = (tag: string) =>
      new RegExp(`<${tag}(?: type="module")?>([\\s\\S]*?)</${tag}>`).exec(text())?.[1] ?? '';
    const hash = (part: string) => `'sha256-${createHash('sha256').update(part).digest('base64')}'`;
    expect(policy).toContain(`script-src ${hash(inside('script'))};`);
    expect(policy).toContain(`style-src ${hash(inside('style'))};`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|self|connect-src|https?:|\*/);
  });

  it('refers to nothing beside it: no file, no address, no part that would come later', () => {
    expect([...markup().matchAll(/(?:src|href)="([^"]*)"/g)].map(([, to]) => to?.slice(0, 19))).toEqual([
      'data:image/svg+xml;',
    ]);
    expect(text()).not.toMatch(/\bimport\s*\(|from\s*["']\.\//);
    expect(text()).not.toMatch(/url\((?!["']?(data:|#))/);
  });

  it('holds everything that its script asks for, and no pseudo-locale', () => {
    const asked = [
      ...text().matchAll(/["'`](\.\/(?:pack|proof|exercises|words|messages)\.[\w.-]+)["'`]/g),
    ].flatMap(([, name]) => name ?? []);
    const data = new Map(
      [...text().matchAll(/<script type="application\/json" id="([^"]+)">([\s\S]*?)<\/script>/g)].map(
        ([, id, json]) => [id, JSON.parse(json ?? '') as unknown],
      ),
    );
    expect(new Set(asked)).toEqual(new Set(data.keys()));
    expect([...data.keys()].filter((name) => name?.includes('XA'))).toEqual([]);
    expect(data.size).toBeGreaterThanOrEqual(5);
  });
});

describe('a part that would end early inside a page', () => {
  const parts = {
    page: '<meta charset="utf-8" />',
    icon: new Uint8Array(),
    build: BUILD,
    script: '',
    style: '',
    files: new Map(),
  };
  it.each([
    { script: 'const a = "</script>"' },
    { script: 'const a = "<!-- b"' },
    { style: 'a::after { content: "</style>" }' },
  ])('stops the build: %j', (part) => {
    expect(() => singlePage({ ...parts, ...part })).toThrow('would end early');
  });
});
