/** Parts of a code come one by one, perhaps from several windows: those of one code are put together, and no others. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetParts, withEarlier } from '../../../src/view/hand-on/parts-store.ts';
import { startVisit } from '../../../src/view/parts/visit.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('addEventListener', () => undefined);
  const place = {
    before: [],
    keep: () => undefined,
    readShared: (name: string) => kept.get(name) ?? null,
    writeShared: (name: string, text: string | null) =>
      void (text === null ? kept.delete(name) : kept.set(name, text)),
  };
  void startVisit(async () => place, { left: false, locked: false });
});
afterEach(() => vi.unstubAllGlobals());

describe('parts of a code', () => {
  it('are kept until it is whole', async () => {
    expect(await withEarlier('2.2.01234567.b')).toEqual(['2.2.01234567.b']);
    expect(await withEarlier('1.2.01234567.a')).toEqual(['2.2.01234567.b', '1.2.01234567.a']);
    expect(await withEarlier('1.2.01234567.a')).toHaveLength(2);
    await forgetParts();
    expect(await withEarlier('1.2.01234567.a')).toHaveLength(1);
  });
  it('of another code, or a whole one, stand alone', async () => {
    await withEarlier('1.2.01234567.a');
    expect(await withEarlier('1.2.76543210.c')).toEqual(['1.2.76543210.c']);
    expect(await withEarlier('Hvd42jOM')).toEqual(['Hvd42jOM']);
  });
  it.each(['{', '7', '[1,null]', `["${'x'.repeat(30_000)}"]`])(
    'broken memory is no hindrance: %.10s',
    async (text) => {
      kept.set('waymark.parts', text);
      expect(await withEarlier('1.2.01234567.a')).toEqual(['1.2.01234567.a']);
    },
  );
});
