// @ts-check
/** What the reports of both runners say: how many passed and failed, and what took longest. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../run.mjs';

/** @typedef {{ name: string, milliseconds: number }} Timed */
/** @typedef {{ passed: number, failed: number, skipped: number, firstFailing: string, tests: Timed[] }} Told */

/** @type {Told} */
const NOTHING = { passed: 0, failed: 0, skipped: 0, firstFailing: '', tests: [] };

/** @param {string} path of a report, from the project's folder @returns {any} undefined where there is none */
function report(path) {
  const file = join(ROOT, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {string} path of what Vitest's `json` reporter wrote @returns {Told} */
export function toldByVitest(path) {
  const all = report(path);
  if (all === undefined) return NOTHING;
  /** @type {{ name: string, milliseconds: number, status: string }[]} */
  const tests = all.testResults.flatMap((/** @type {any} */ file) => {
    const name = relative(ROOT, file.name);
    // A file that cannot be loaded fails without having a test.
    if (file.status === 'failed' && file.assertionResults.length === 0)
      return [{ name, milliseconds: 0, status: 'failed' }];
    return file.assertionResults.map((/** @type {any} */ test) => ({
      name: `${name} > ${test.fullName}`,
      milliseconds: test.duration ?? 0,
      status: test.status,
    }));
  });
  const failing = tests.filter(({ status }) => status === 'failed');
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failing.length || (all.success ? 0 : 1),
    skipped: tests.filter(({ status }) => !['passed', 'failed'].includes(status)).length,
    firstFailing: failing[0]?.name ?? '',
    tests,
  };
}

/** @param {string} path of what Playwright's `json` reporter wrote @returns {Told} */
export function toldByPlaywright(path) {
  const all = report(path);
  if (all === undefined) return NOTHING;
  /** @type {(suite: any) => any[]} */
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  /** @type {{ name: string, milliseconds: number, ok: boolean }[]} */
  const tests = all.suites.flatMap(specsOf).flatMap((/** @type {any} */ spec) =>
    spec.tests.map((/** @type {any} */ test) => ({
      name: `tests/browser/${spec.file} > ${spec.title}`,
      milliseconds: test.results.reduce(
        (/** @type {number} */ sum, /** @type {any} */ result) => sum + result.duration,
        0,
      ),
      ok: test.status !== 'unexpected',
    })),
  );
  const { expected, flaky, unexpected, skipped } = all.stats;
  return {
    passed: expected + flaky,
    failed: unexpected || (all.errors.length > 0 ? 1 : 0),
    skipped,
    firstFailing: tests.find(({ ok }) => !ok)?.name ?? all.errors[0]?.message?.split('\n')[0] ?? '',
    tests,
  };
}

/**
 * The slowest, the slowest first.
 * @param {readonly Timed[]} tests
 * @param {number} [count]
 */
export function slowest(tests, count = 10) {
  return [...tests].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, count);
}

/** @param {number} milliseconds "12.3 s" */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
