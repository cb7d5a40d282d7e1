import { built } from '../../src/tools/built.mjs';
import { RELEASES } from './releases.ts';

/** Builds what is not built yet: the app, and another release of it to update to. */
export default async function setup(): Promise<void> {
  const code =
    (await built({ folder: RELEASES.current.path })) ||
    (await built({ folder: RELEASES.next.path, release: 'next' }));
  if (code !== 0) throw new Error('The app could not be built; what is wrong is said above.');
}
