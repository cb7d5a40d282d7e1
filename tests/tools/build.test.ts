import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CSP_META } from '../../src/tools/csp.mjs';
import { ROOT } from '../../src/tools/run.mjs';
import { cleanBuild } from './clean-build.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-'));
let first: Map<string, Uint8Array>;
let second: Map<string, Uint8Array>;

beforeAll(async () => {
  first = await cleanBuild('vite.config.ts', join(folder, 'one'));
  second = await cleanBuild('vite.config.ts', join(folder, 'two'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const text = (path: string) => Buffer.from(first.get(path) ?? '').toString();

describe('a build', () => {
  it('is the same to the bit, done twice', () => {
    const digests = (files: typeof first) => [...files].map(([path, data]) => [path, digest(data)]);
    expect(digests(second)).toEqual(digests(first));
  });

  it('holds nothing of the machine it was made on', () => {
    const telling = [...first].filter(([, data]) => Buffer.from(data).includes(ROOT)).map(([path]) => path);
    expect(telling).toEqual([]);
  });

  it('locks its page before anything is loaded', () => {
    const head = text('index.html').split('<head>')[1] ?? '';
    const policy = CSP_META.replaceAll("'", '&#39;');
    expect(head.trimStart()).toMatch(/^<meta http-equiv="Content-Security-Policy"/);
    expect(head).toContain(policy);
    expect(text('index.html')).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  });

  it('names every address relative to the page, so that any folder of a host will do', () => {
    expect(text('index.html')).not.toMatch(/(src|href)="(?!\.\/)/);
    expect(text('manifest.webmanifest')).not.toMatch(/"(src|url|start_url|scope)": "(?!\.\/)/);
  });

  it('tells its worker of every file, and what it must be to the bit', () => {
    const release = JSON.parse(/^const WAYMARK_RELEASE=(.*);$/m.exec(text('sw.js'))?.[1] ?? '');
    const expected = [...first]
      .filter(([path]) => path !== 'sw.js' && !path.startsWith('install/') && !path.endsWith('.gz'))
      .map(([url, data]) => ({ url, integrity: `sha256-${digest(data)}` }));
    expect(release.files).toEqual(expected.map((file) => expect.objectContaining(file)));
    expect(text('index.html')).toContain(`<meta name="waymark-build" content="${release.build}">`);
  });

  it('has each text compressed beside it, the same when opened', () => {
    const packed = [...first.keys()].filter((path) => path.endsWith('.gz'));
    for (const path of packed)
      expect(gunzipSync(first.get(path) ?? '').toString(), path).toBe(text(path.slice(0, -3)));
    expect(packed).toEqual(expect.arrayContaining(['index.html.gz', 'sw.js.gz', 'manifest.webmanifest.gz']));
    // The script, the style sheet, the pack, its words and the messages.
    const firstLoad = [...text('index.html').matchAll(/"\.\/(assets\/[^"]+)"/g)].map(
      ([, path]) => `${path}.gz`,
    );
    expect(firstLoad).toHaveLength(5);
    expect(packed).toEqual(expect.arrayContaining(firstLoad));
  });
});

function digest(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('base64');
}
