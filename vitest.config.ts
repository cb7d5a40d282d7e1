import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LONG } from './tests/long.ts';

const ALL = ['tests/**/*.test.{ts,tsx}'];
const BROWSER = 'tests/browser/**';

// Apart from vite.config.ts: tests are about the sources and run from the root, without the page's build.
export default defineConfig({
  test: {
    // No test is about time: what takes long on a busy machine is not wrong. What hangs is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What the files import is read once and not in each of them, which took more than half of the time. No test may
    // leave anything behind in a module or in what is global: `--sequence.shuffle.files` tries other orders.
    isolate: false,
    // Left to itself it keeps a core free, on a machine of two the half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: 'quick', include: ALL, exclude: [BROWSER, ...LONG] } },
      { extends: true, test: { name: 'long', include: LONG } },
    ],
  },
});
