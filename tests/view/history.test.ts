import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { NO_EVIDENCE } from '../../src/session/journal.ts';
import { entryInWords, takenBack } from '../../src/view/history/entry-words.ts';
import { app, startSession } from './real-brief.ts';

const { desk } = app;
const words = { ...app, language: signal('en') };

describe('what was done, in words', () => {
  it('says each action with what was there before, and which no longer count', async () => {
    const session = await startSession('P2');
    await session.answer('buyout', 'none');
    await session.undo();
    await session.clear('military');
    await session.assess('buyout', { ...NO_EVIDENCE, confidence: 'low' });
    await session.keepSource({ id: 's', title: 'The gazette', reliability: '' });
    await session.setReview('buyout', '2026-12-01');
    await session.describe({ for: 'the minister' });
    await session.takePath('whole');
    const entries = session.entries.value;
    const said = entries.map((entry, i) =>
      entryInWords(words, entries, entry, i === 0 ? undefined : desk.moment(entries.slice(0, i)).state),
    );
    expect(said[0]).toBe('Begun from a hypothetical situation');
    expect(said[1]).toMatch(/^Question 9: No; before, Yes, bought/);
    expect(said[2]).toMatch(/^Undone: Question 9: No$/);
    expect(said[3]).toMatch(/^Question 13: answer cleared; before, /);
    expect(said.slice(4)).toEqual([
      'Question 9: what the answer rests on',
      'Source: The gazette',
      expect.stringMatching(/^Question 9: to be looked at again by .*2026/),
      'Details of the session changed',
      expect.stringContaining('path'),
    ]);
    expect([...takenBack(entries)]).toEqual([entries[1]?.seq]);
  });
});
