/** Over plain HTTP browsers leave out a part of themselves: what runs there does without. */
import { describe, expect, it } from 'vitest';
import { readSources } from '../../src/tools/layers.ts';
import { ROOT } from '../../src/tools/run.mjs';
import { newId } from '../../src/view/new-id.ts';

/** As it stands where nobody asked whether it is there; with `?.` somebody did. */
const LEFT_OUT =
  /crypto\.randomUUID\(|crypto\.subtle\.|\{ subtle \} = crypto|navigator\.(clipboard|locks|storage|wakeLock|serviceWorker|mediaDevices)\.|\bcaches\.|showSaveFilePicker\(|showOpenFilePicker\(/g;

/** These ask before, or are not begun there: what locks is asked for by the screens that say that it is not there. */
const ASKED_BEFORE = [
  'src/lock/',
  'src/offline/',
  'src/storage/copy/worker.ts',
  'src/storage/vault/wipe.ts',
  'src/storage/vault/door.ts',
  'src/view/hand-on/receive.ts',
  'src/view/ready/look.ts',
  'src/view/workshop/camera.tsx',
  'src/tools/',
];

describe('what browsers leave out over plain HTTP', () => {
  it('is used nowhere but where it was asked for before', async () => {
    const sources = await readSources(ROOT);
    const found = [...sources]
      .filter(([path]) => !ASKED_BEFORE.some((known) => path.startsWith(known)))
      .flatMap(([path, text]) => (text.match(LEFT_OUT) ?? []).map((use) => `${path}: ${use}`));
    expect(found).toEqual([]);
    const known = [...sources].filter(([path]) => ASKED_BEFORE.some((each) => path.startsWith(each)));
    expect(known.filter(([, text]) => text.match(LEFT_OUT)).length).toBeGreaterThan(5);
  });

  it.each(['crypto.randomUUID()', 'await navigator.clipboard.writeText(a)', 'caches.open(b)'])(
    'is seen: %s',
    (text) => expect(text.match(LEFT_OUT)).toHaveLength(1),
  );
  it.each(['navigator.clipboard?.writeText(a)', 'globalThis.caches?.has(b)', "place: 'caches'"])(
    'is passed over: %s',
    (text) => expect(text.match(LEFT_OUT)).toBeNull(),
  );
});

it('an id is a random UUID of version 4, and no two are alike', () => {
  const ids = Array.from({ length: 2000 }, newId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
});
