import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CSP, CSP_META, cacheControl, HEADERS } from '../../src/tools/csp.mjs';
import { type Served, serve } from '../../src/tools/serve.mjs';

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-'));
  mkdirSync(join(folder, 'assets'));
  for (const name of ['index.html', 'sw.js', 'manifest.webmanifest', 'assets/a.0123456789.js']) {
    writeFileSync(join(folder, name), name);
  }
  served = await serve({ folder, port: 0 });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

describe('what the server answers', () => {
  it.each<[string, number, string | null, string]>([
    ['', 200, 'text/html;charset=utf-8', 'no-cache'],
    ['index.html', 200, 'text/html;charset=utf-8', 'no-cache'],
    ['sw.js', 200, 'text/javascript', 'no-cache'],
    ['manifest.webmanifest', 200, 'application/manifest+json', 'no-cache'],
    ['assets/a.0123456789.js', 200, 'text/javascript', 'public, max-age=31536000, immutable'],
    ['nothing.js', 404, 'text/plain; charset=utf-8', 'no-cache'],
    ['..%2f..%2fetc%2fpasswd', 404, 'text/plain; charset=utf-8', 'no-cache'],
  ])('%j: %i, %s, %s, and every header', async (path, status, type, caching) => {
    const response = await fetch(served.url + path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe(caching);
    for (const [name, value] of Object.entries(HEADERS)) expect(response.headers.get(name), name).toBe(value);
  });

  it('sends what stands there compressed, to whom can open it, with the headers of the file itself', async () => {
    writeFileSync(join(folder, 'page.json'), '{"plain": 1}');
    writeFileSync(join(folder, 'page.json.gz'), gzipSync('{"packed": 1}'));
    const other = await serve({ folder, port: 0 });
    try {
      const packed = await fetch(`${other.url}page.json`, { headers: { 'Accept-Encoding': 'gzip' } });
      expect(packed.headers.get('content-encoding')).toBe('gzip');
      expect(packed.headers.get('content-type')).toBe('application/json');
      expect(packed.headers.get('vary')).toBe('Accept-Encoding');
      expect(await packed.json()).toEqual({ packed: 1 });
      const plain = await fetch(`${other.url}page.json`, { headers: { 'Accept-Encoding': 'identity' } });
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(await plain.json()).toEqual({ plain: 1 });
    } finally {
      await other.close();
    }
  });

  it('refuses to be written to', async () => {
    expect((await fetch(served.url, { method: 'POST' })).status).toBe(405);
  });

  it('takes the next port when one is taken and it may, and says so when it may not', async () => {
    const second = await serve({ folder, port: served.port, next: true });
    expect(second.port).toBeGreaterThan(served.port);
    await second.close();
    await expect(serve({ folder, port: served.port })).rejects.toThrow('EADDRINUSE');
  });

  it('is gone once closed, for connections that were open too', async () => {
    const third = await serve({ folder, port: 0 });
    await (await fetch(third.url)).text();
    await third.close();
    await expect(fetch(third.url)).rejects.toThrow();
  });
});

describe('the policy', () => {
  it('allows nothing inline, no eval, no other origin', () => {
    expect(CSP).not.toMatch(/unsafe|https?:|\*|data:/);
    expect(CSP).toContain("default-src 'none'");
    expect(CSP).toContain("require-trusted-types-for 'script'");
  });

  it('is the same in the meta tag, without what a meta tag cannot carry', () => {
    expect(CSP_META.split('; ')).toEqual(
      CSP.split('; ').filter((rule) => !rule.startsWith('frame-ancestors')),
    );
  });

  it('is the one that docs/hosting.md tells hosts to send', async () => {
    const text = await readFile(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
    for (const [name, value] of Object.entries(HEADERS)) expect(text).toContain(`  ${name}: ${value}\n`);
    expect(text).toContain(`/assets/*\n  Cache-Control: ${cacheControl('/assets/a.js')}\n`);
  });
});
