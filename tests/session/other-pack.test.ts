/** Sessions answered under another version of the pack: opened, marked, and counted as far as they fit. */
import { describe, expect, it } from 'vitest';
import { NO_DETAILS } from '../../src/session/beginning.ts';
import { nextEntry } from '../../src/session/chain.ts';
import type { Action } from '../../src/session/journal.ts';
import { begun, deskOver, faultyStore, opened, settled } from './faulty-store.ts';
import { smallPack } from './small-pack.ts';

describe('a session of another version of the pack', () => {
  const other: Action = {
    type: 'created',
    pack: { id: 'small', version: '0.9.0', hash: 'small-0' },
    details: { ...NO_DETAILS, title: 'Old' },
    origin: { kind: 'blank' },
    path: 'whole',
    carried: {
      answers: { energy: 'yes', buyout: 'foreign', weather: 'fair', narrative: ['voluntary', 'gone'] },
      unchecked: [],
      ruledOut: { buyout: ['other', 'gone'], mandate: ['yes', 'no'], weather: ['foul'] },
      readings: { A1: 'z', A7: 'b' },
    },
  };

  it('opens, is marked, and counts only what fits', async () => {
    const store = faultyStore();
    await store.append('old', [nextEntry(undefined, other, '2025')]);
    const desk = deskOver(store);
    const session = await opened(desk, 'old');
    expect(session.misfits.value).toEqual(['buyout', 'weather', 'narrative', 'A1', 'A7', 'mandate']);
    expect(session.verdict('I5').status).toBe('holds');
    const state = (id: string) => session.progress.value.find((p) => p.question.id === id)?.state;
    expect(['energy', 'buyout', 'narrative', 'mandate'].map(state)).toEqual([
      'answered',
      'narrowed',
      'unanswered',
      'narrowed',
    ]);
    expect(session.state.value.answers).toEqual(other.carried.answers);
    expect(desk.sessions.value[0]?.otherPack).toBe(true);
  });

  it('takes new answers, which settle what did not fit', async () => {
    const store = faultyStore();
    await store.append('old', [nextEntry(undefined, other, '2025')]);
    const session = await opened(deskOver(store), 'old');
    await session.answer('buyout', 'russian');
    expect(session.state.value.answers.buyout).toBe('russian');
    await session.bringBack('buyout', 'gone');
    await session.clear('weather');
    expect(session.misfits.value).toEqual(['narrative', 'A1', 'A7', 'mandate', 'weather']);
    expect(session.state.value.pack.version).toBe('0.9.0');
  });

  it('keeps its pack when copied', async () => {
    const store = faultyStore();
    await store.append('old', [nextEntry(undefined, other, '2025')]);
    const desk = deskOver(store);
    await settled();
    await desk.duplicate('old', 'Copy');
    expect(desk.sessions.value.map(({ otherPack }) => otherPack)).toEqual([true, true]);
  });

  it('is the one whose hash differs, not only whose id does', async () => {
    const store = faultyStore();
    await begun(deskOver(store));
    const desk = deskOver(store, 'b', { ...smallPack, hash: 'small-2' });
    await settled();
    expect(desk.sessions.value[0]?.otherPack).toBe(true);
  });
});
