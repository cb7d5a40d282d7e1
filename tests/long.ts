/**
 * Test files without a browser that take seconds each. `npm test` runs them in a step of their own, so that
 * `npm run check`, for while one works, does without them and is done within a minute.
 */
export const LONG = [
  'tests/engine/changes.test.ts',
  'tests/engine/compile/robust.test.ts',
  'tests/engine/grounds.test.ts',
  'tests/engine/limits.test.ts',
  'tests/engine/map.test.ts',
  'tests/engine/real-pack.test.ts',
  'tests/engine/reasoner-limits.test.ts',
  'tests/engine/reasoner.test.ts',
  'tests/engine/room.test.ts',
  'tests/engine/soundness.test.ts',
  'tests/engine/twin.test.ts',
  'tests/exchange/crypto-campaign.test.ts',
  'tests/exchange/import-campaign.test.ts',
  'tests/exchange/locked-file.test.ts',
  'tests/storage/desks.test.ts',
  'tests/storage/failing.test.ts',
  'tests/storage/gists.test.ts',
  'tests/storage/vault/vault.test.ts',
  'tests/tools/command-line.test.ts',
  'tests/tools/command-line-refusals.test.ts',
  'tests/view/map.test.ts',
  'tests/view/map-layout.test.ts',
];
