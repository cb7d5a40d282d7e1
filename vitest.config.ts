import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Apart from vite.config.ts: tests are about the sources and run from the root, without the page's build.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**'],
    // No test is about time: what takes long on a busy machine is not wrong. What hangs is.
    testTimeout: 60_000,
    // Left to itself it keeps a core free, on a machine of two the half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
