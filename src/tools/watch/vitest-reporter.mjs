// @ts-check
/** Notes what Vitest begins and ends. A file that never lets its worker speak is known by its own line. */
import { relative } from 'node:path';
import { ROOT } from '../run.mjs';
import { note } from './progress.mjs';

/** @param {import('vitest/node').TestModule} module */
const file = (module) => relative(ROOT, module.moduleId);
/** @param {import('vitest/node').TestCase} test */
const nameOf = (test) => `${file(test.module)} > ${test.fullName}`;

export default class Progress {
  /** @param {import('vitest/node').TestModule} module */
  onTestModuleQueued(module) {
    note('begun', file(module));
  }
  /** @param {import('vitest/node').TestModule} module */
  onTestModuleEnd(module) {
    note('ended', file(module));
  }
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseReady(test) {
    note('begun', nameOf(test));
  }
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    note('ended', nameOf(test));
  }
}
