import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '../../src/session/desk.ts';
import { dueAnswers, urgencyOf } from '../../src/view/review/due.ts';

describe('how urgent it is to look at an answer again', () => {
  it.each([
    ['2026-11-25', 'overdue'],
    ['2026-11-26', 'soon'],
    ['2026-12-10', 'soon'],
    ['2026-12-11', 'later'],
    ['2027-01-01', 'later'],
  ])('by %s, on 26 November: %s', (by, expected) => expect(urgencyOf(by, '2026-11-26')).toBe(expected));

  it.each([
    ['2027-01-05', '2026-12-25', 'soon'],
    ['2028-03-01', '2028-02-16', 'soon'],
    ['2027-03-01', '2027-02-14', 'later'],
    // The clocks go back in between.
    ['2026-11-08', '2026-10-25', 'soon'],
  ])('by %s, on %s: %s', (by, today, expected) => expect(urgencyOf(by, today)).toBe(expected));

  it('puts the most urgent of all sessions first, and leaves out what can wait', () => {
    const session = (id: string, reviews: Record<string, string>) =>
      ({ id, details: { title: id }, reviews }) as unknown as SessionSummary;
    const due = dueAnswers(
      [
        session('a', { x: '2026-12-01', y: '2027-12-01' }),
        session('b', { x: '2026-01-01' }),
        session('c', { z: '2026-11-26' }),
      ],
      '2026-11-26',
    );
    expect(due.map(({ session, question, urgency }) => `${session} ${question} ${urgency}`)).toEqual([
      'b x overdue',
      'c z soon',
      'a x soon',
    ]);
  });
});
