import { ROOT } from '../../src/tools/run.mjs';

/** Two releases of the same sources; `next` has another id, and other names for everything under assets/. */
export const RELEASES = {
  current: { path: 'dist', folder: `${ROOT}/dist` },
  next: { path: '.cache/next-release', folder: `${ROOT}/.cache/next-release` },
};
export type ReleaseName = keyof typeof RELEASES;
