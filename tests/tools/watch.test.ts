/** A run of tests that hangs ends by itself and says where; what a run says of itself is counted and timed. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ROOT } from '../../src/tools/run.mjs';
import { underWay } from '../../src/tools/watch/progress.mjs';
import { slowest, toldByPlaywright, toldByVitest } from '../../src/tools/watch/slowest.mjs';
import { runWatched } from '../../src/tools/watch/watched.mjs';

const folder = mkdtempSync(join(tmpdir(), 'waymark-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function watched(name: string, program: string): Promise<{ code: number; said: string[] }> {
  const said: string[] = [];
  const code = await runWatched(process.execPath, ['--input-type=module', '-e', program], {
    name,
    quiet: 3000,
    say: (text) => said.push(text.trim()),
  });
  rmSync(join(ROOT, 'test-results', `${name}-progress.txt`), { force: true });
  return { code, said };
}
const NOTE = `import { note } from '${join(ROOT, 'src/tools/watch/progress.mjs')}';`;

it('knows what is under way: what has begun more often than it has ended', () => {
  const file = written('progress', 'begun a\nbegun b > c > d\nended a\nbegun e\nbegun a\nended e\n');
  expect(underWay(file)).toEqual(['a', 'b > c > d']);
  expect(underWay(join(folder, 'none'))).toEqual([]);
});

it('lets a run be that goes on, and gives its exit code', async () => {
  const { code, said } = await watched(
    'watch-well',
    `${NOTE} note('begun', 'one'); note('ended', 'one'); process.exitCode = 7;`,
  );
  expect({ code, said }).toEqual({ code: 7, said: [] });
});

it('takes no run for a good one that has noted nothing of what it did', async () => {
  const { code, said } = await watched('watch-unheard', '');
  expect({ code, said }).toEqual({
    code: 1,
    said: ['Nothing was noted of what began and ended: watch-unheard has no reporter that notes it.'],
  });
});

it('ends a run in which nothing moves, with what it has started, and names what was under way', async () => {
  // It does not answer any more, neither itself nor its child, which shows in a file that it lives.
  const beat = join(folder, 'beat');
  const child = `for (;;) require('fs').appendFileSync(${JSON.stringify(beat)}, '.');`;
  const { code, said } = await watched(
    'watch-hangs',
    `${NOTE} import { spawn } from 'node:child_process'; import { existsSync } from 'node:fs';
     note('begun', 'the first'); note('ended', 'the first');
     spawn(process.execPath, ['-e', ${JSON.stringify(child)}]);
     const look = () => {
       if (!existsSync(${JSON.stringify(beat)})) return setTimeout(look, 20);
       note('begun', 'the second');
       for (;;);
     };
     look();`,
  );
  expect(code).toBe(1);
  expect(said).toEqual(['Nothing has begun or ended for 3 seconds. Ended. Under way were:', 'the second']);
  const last = statSync(beat).size;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(statSync(beat).size).toBe(last);
});

it('counts what Vitest reports, and a file that could not be loaded', () => {
  const test = (fullName: string, status: string, duration: number) => ({ fullName, status, duration });
  const report = written('vitest.json', {
    success: false,
    testResults: [
      {
        name: join(ROOT, 'tests/a.test.ts'),
        status: 'failed',
        assertionResults: [test('one', 'passed', 10), test('two', 'failed', 30), test('three', 'skipped', 0)],
      },
      { name: join(ROOT, 'tests/b.test.ts'), status: 'failed', assertionResults: [] },
    ],
  });
  const told = toldByVitest(relative(ROOT, report));
  expect(told).toMatchObject({
    passed: 1,
    failed: 2,
    skipped: 1,
    firstFailing: 'tests/a.test.ts > two',
  });
  expect(slowest(told.tests, 2).map(({ name }) => name)).toEqual([
    'tests/a.test.ts > two',
    'tests/a.test.ts > one',
  ]);
});

it('counts what Playwright reports, in suites within suites', () => {
  const spec = (title: string, status: string, duration: number) => ({
    title,
    file: 'a.spec.ts',
    tests: [{ status, results: [{ duration }] }],
  });
  const report = written('playwright.json', {
    errors: [],
    stats: { expected: 1, flaky: 0, unexpected: 1, skipped: 0 },
    suites: [{ specs: [spec('one', 'expected', 5)], suites: [{ specs: [spec('two', 'unexpected', 9)] }] }],
  });
  expect(toldByPlaywright(relative(ROOT, report))).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    firstFailing: 'tests/browser/a.spec.ts > two',
    tests: [
      { name: 'tests/browser/a.spec.ts > one', milliseconds: 5, ok: true },
      { name: 'tests/browser/a.spec.ts > two', milliseconds: 9, ok: false },
    ],
  });
});

it('has nothing to count where a runner has not reported', () => {
  expect(toldByVitest('test-results/none.json').passed).toBe(0);
  expect(toldByPlaywright('test-results/none.json').passed).toBe(0);
});
