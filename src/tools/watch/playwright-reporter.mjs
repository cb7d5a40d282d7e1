// @ts-check
/** Notes what Playwright begins and ends. */
import { note } from './progress.mjs';

/** @param {import('@playwright/test/reporter').TestCase} test */
const nameOf = (test) => test.titlePath().filter(Boolean).join(' > ');

export default class Progress {
  /** @param {import('@playwright/test/reporter').TestCase} test */
  onTestBegin(test) {
    note('begun', nameOf(test));
  }
  /** @param {import('@playwright/test/reporter').TestCase} test */
  onTestEnd(test) {
    note('ended', nameOf(test));
  }
  printsToStdio() {
    return false;
  }
}
