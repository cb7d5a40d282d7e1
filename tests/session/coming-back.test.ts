/** Coming back for weeks: versions handed out, news and what it touches, dates by which answers are looked at again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAction } from '../../src/session/action.ts';
import { fold } from '../../src/session/fold.ts';
import { issuesOf } from '../../src/session/issues.ts';
import type { Action, Entry, Issued, News } from '../../src/session/journal.ts';
import { addition } from './additions/sample-additions.ts';
import { begun, deskOver, faultyStore, opened } from './faulty-store.ts';
import { anyAction, extended, journalOf } from './samples.ts';
import { smallPack } from './small-pack.ts';

const news: News = {
  id: 'n1',
  date: '2026-11-20',
  source: 'Agency',
  what: 'The refinery was sold',
  questions: ['buyout', 'energy'],
};
const issued = (verdicts: Issued['verdicts'] = {}): Action => ({
  type: 'issued',
  pack: { id: 'small', version: '1.0.0', hash: 'h' },
  verdicts,
  additions: [],
});
const stateOf = (...actions: Action[]) => fold(journalOf(...actions));
const answer = (question: string, option: string): Action => ({ type: 'answered', question, answer: option });

describe('a version handed out', () => {
  it('freezes the verdicts, the pack and the additions, and is kept when its promise resolves', async () => {
    const session = await begun(deskOver(faultyStore()), 'P1');
    await session.issue([addition()]);
    const [issue] = issuesOf(session.entries.value);
    expect(issue).toMatchObject({
      number: 1,
      seq: 2,
      pack: { id: 'small', version: smallPack.version, hash: smallPack.hash },
      additions: [{ id: 'a', text: 'Foreign Affairs Council' }],
    });
    const statuses = Object.entries(session.evaluation.value.verdicts).map(([id, v]) => [id, v.status]);
    expect(Object.entries(issue?.verdicts ?? {}).map(([id, v]) => [id, v.status])).toEqual(statuses);
    expect(JSON.stringify(issue?.additions)).not.toContain('revision');
    expect(session.saving.value).toBe('saved');
  });

  it('is shown as it was, whatever was done since, taking back included', async () => {
    const desk = deskOver(faultyStore());
    const session = await begun(desk);
    await session.answer('energy', 'yes');
    await session.answer('mandate', 'no');
    await session.describe({ title: 'Then' });
    await session.issue([]);
    const then = { state: session.state.value, evaluation: session.evaluation.value };
    await session.describe({ title: 'Now' });
    await session.undo();
    await session.undo();
    await session.undo();
    await session.answer('energy', 'no');
    await session.takeReading('A1', 'b');
    const [issue] = issuesOf(session.entries.value);
    const past = desk.asOf(session.id, session.entries.value.slice(0, issue?.seq));
    expect(past.state.value).toEqual(then.state);
    expect(past.evaluation.value).toEqual(then.evaluation);
    await expect(past.answer('energy', 'no')).rejects.toThrow('past');
  });

  it('cannot be taken back, and is no hindrance to taking back what was before it', () => {
    const state = stateOf(answer('energy', 'yes'), issued(), { type: 'undone' });
    expect(state.answers.energy).toBe(stateOf().answers.energy);
    const entries = journalOf(answer('energy', 'yes'), issued(), { type: 'undone' });
    expect(issuesOf(entries)).toHaveLength(1);
    // What was taken back can still come in again after it.
    expect(
      stateOf(answer('energy', 'yes'), { type: 'undone' }, issued(), { type: 'redone' }).answers.energy,
    ).toBe('yes');
  });

  it('has its own number, also where two windows issue at once', async () => {
    const store = faultyStore();
    const [here, there] = [deskOver(store, 'here'), deskOver(store, 'there')];
    const session = await begun(here);
    const other = await opened(there, session.id);
    await Promise.all([session.issue([]), other.issue([])]);
    await here.open(session.id);
    expect(issuesOf(session.entries.value).map(({ number, seq }) => [number, seq])).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  it('stays what it was under any later actions', () => {
    fc.assert(
      fc.property(fc.array(anyAction), fc.array(anyAction), (before, after) => {
        const journal = journalOf(...before, issued());
        const then = fold(journal);
        const later = extended(journal, ...after);
        expect(fold(later.slice(0, issuesOf(later).find(({ seq }) => seq === journal.length)?.seq))).toEqual(
          then,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('news', () => {
  it.each<[string, Action[], string[]]>([
    ['nothing yet', [], []],
    ['an answer found to stand', [{ type: 'reassessed', news: 'n1', question: 'buyout' }], ['buyout']],
    ['an answer given anew', [answer('energy', 'no')], ['energy']],
    ['an answer taken away', [{ type: 'cleared', question: 'buyout' }], ['buyout']],
    ['an option ruled out', [{ type: 'ruledOut', question: 'buyout', option: 'other' }], ['buyout']],
    ['an answer to something else', [answer('mandate', 'no')], []],
    [
      'both, in their order',
      [answer('energy', 'no'), answer('buyout', 'other'), answer('energy', 'yes')],
      ['energy', 'buyout'],
    ],
    ['taken back again', [answer('energy', 'no'), { type: 'undone' }], []],
    [
      'taken back and done again',
      [answer('energy', 'no'), { type: 'undone' }, { type: 'redone' }],
      ['energy'],
    ],
    ['a question it does not touch', [{ type: 'reassessed', news: 'n1', question: 'mandate' }], []],
  ])('was looked at: %s', (_, actions, settled) => {
    expect(stateOf({ type: 'newsKept', news }, ...actions).news).toEqual([{ ...news, settled }]);
  });

  it('does not count what was answered before it', () => {
    expect(stateOf(answer('energy', 'no'), { type: 'newsKept', news }).news[0]?.settled).toEqual([]);
  });

  it('is settled one by one: that an answer stands is said for one piece of news', () => {
    const second = { ...news, id: 'n2' };
    const state = stateOf(
      { type: 'newsKept', news },
      { type: 'newsKept', news: second },
      { type: 'reassessed', news: 'n2', question: 'energy' },
    );
    expect(state.news.map(({ settled }) => settled)).toEqual([[], ['energy']]);
  });

  it('is taken back by undo, and nothing is recorded twice', async () => {
    const session = await begun(deskOver(faultyStore()));
    await session.keepNews(news);
    await session.reassess('n1', 'buyout');
    await session.reassess('n1', 'buyout');
    await session.reassess('n1', 'mandate');
    await session.reassess('n9', 'buyout');
    expect(session.entries.value).toHaveLength(3);
    await session.undo();
    await session.undo();
    expect(session.state.value.news).toEqual([]);
  });
});

describe('a date by which an answer is looked at again', () => {
  it('is set, changed, taken away, taken back, and shown by the list', async () => {
    const desk = deskOver(faultyStore());
    const session = await begun(desk);
    await session.setReview('energy', '2026-12-01');
    await session.setReview('energy', '2026-12-01');
    await session.setReview('weather', '2026-12-01');
    expect(session.entries.value).toHaveLength(2);
    await session.setReview('energy', '2026-12-09');
    expect(desk.sessions.value[0]?.reviews).toEqual({ energy: '2026-12-09' });
    await session.setReview('energy', '');
    expect(session.state.value.reviews).toEqual({});
    await session.undo();
    expect(session.state.value.reviews).toEqual({ energy: '2026-12-09' });
  });

  it('goes along with a copy, and so does the news', async () => {
    const desk = deskOver(faultyStore());
    const session = await begun(desk);
    await session.setReview('energy', '2026-12-01');
    await session.keepNews(news);
    const made = await desk.duplicate(session.id, 'Copy');
    const copy = await opened(desk, 'id' in made ? made.id : '');
    expect(copy.state.value.reviews).toEqual(session.state.value.reviews);
    expect(copy.state.value.news).toEqual(session.state.value.news);
  });
});

describe('from outside memory', () => {
  const good: Action[] = [
    { type: 'newsKept', news },
    { type: 'reassessed', news: 'n1', question: 'buyout' },
    { type: 'reviewSet', question: 'buyout', by: '' },
    { type: 'reviewSet', question: 'buyout', by: '2026-12-01' },
    issued({ R1: { status: 'open', confirmed: true } }),
  ];
  it.each(good)('$type is known', (action) => expect(judgeAction(action)).toBe('known'));

  it.each<[string, unknown]>([
    ['news without questions', { type: 'newsKept', news: { ...news, questions: undefined } }],
    ['news of a day that is none', { type: 'newsKept', news: { ...news, date: 'today' } }],
    ['a review by a word', { type: 'reviewSet', question: 'buyout', by: 'soon' }],
    ['a verdict that is none', { ...good[4], verdicts: { R1: { status: 'maybe', confirmed: true } } }],
    ['a verdict half told', { ...good[4], verdicts: { R1: { status: 'open' } } }],
    ['additions of another form', { ...good[4], additions: [{ id: 'a' }] }],
    ['no pack', { ...good[4], pack: 'small' }],
  ])('%s is malformed', (_, action) => expect(judgeAction(action)).toBe('malformed'));

  it('a journal of before has none of it, and folds as ever', () => {
    const old: Entry[] = journalOf(answer('energy', 'yes'));
    expect(fold(old)).toMatchObject({ news: [], reviews: {} });
  });
});
