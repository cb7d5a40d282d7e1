/** Parts of a code come one by one, perhaps from several windows: those of one code are put together, and no others. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetParts, withEarlier } from '../../../src/view/hand-on/parts-store.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
});

describe('parts of a code', () => {
  it('are kept until it is whole', () => {
    expect(withEarlier('2.2.01234567.b')).toEqual(['2.2.01234567.b']);
    expect(withEarlier('1.2.01234567.a')).toEqual(['2.2.01234567.b', '1.2.01234567.a']);
    expect(withEarlier('1.2.01234567.a')).toHaveLength(2);
    forgetParts();
    expect(withEarlier('1.2.01234567.a')).toHaveLength(1);
  });
  it('of another code, or a whole one, stand alone', () => {
    withEarlier('1.2.01234567.a');
    expect(withEarlier('1.2.76543210.c')).toEqual(['1.2.76543210.c']);
    expect(withEarlier('Hvd42jOM')).toEqual(['Hvd42jOM']);
  });
  it.each(['{', '7', '[1,null]', `["${'x'.repeat(30_000)}"]`])(
    'broken memory is no hindrance: %.10s',
    (text) => {
      kept.set('waymark.parts', text);
      expect(withEarlier('1.2.01234567.a')).toEqual(['1.2.01234567.a']);
    },
  );
});
