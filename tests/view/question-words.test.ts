import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/engine/pack.ts';
import type { OpenSession } from '../../src/session/desk.ts';
import { answerInWords } from '../../src/view/question/answer-words.ts';
import { differenceInWords } from '../../src/view/question/difference.ts';
import { unsettled } from '../../src/view/question/unsettled.ts';
import { changesInWords, wasInWords } from '../../src/view/standing/change-words.ts';
import { app, pack, questionOf, startSession } from './real-brief.ts';

type Action = (session: OpenSession) => Promise<void>;
const answer =
  (question: string, given: Answer): Action =>
  (session) =>
    session.answer(question, given);

it.each<[question: string, answer: Answer, expected: string]>([
  ['bidders_blocked', 'yes', 'Yes'],
  ['bidders_blocked', 'dont_know', 'Don’t know yet'],
  ['resistance', ['dont_know'], 'Don’t know yet'],
  ['resistance', ['elites', 'public'], 'The public; Parts of the Belarusian elite'],
  ['resistance', ['public', 'dont_know'], 'The public; not sure of the rest'],
])('%s: %j is “%s”', (question, given, expected) => {
  expect(answerInWords(app, questionOf(question), given)).toBe(expected);
});

describe('what an action changed, said aloud', () => {
  it.each<[name: string, before: Action[], action: Action, said: string]>([
    ['nothing', [], answer('decisions', 'dont_know'), 'No verdict changes.'],
    [
      'one recommendation',
      [answer('mandate_social', 'no'), answer('mandate_political', 'no')],
      answer('decisions', 'announced'),
      'No mandate was open, now applies.',
    ],
    [
      'two that are confirmed',
      [],
      answer('narrative', ['voluntary', 'benefits']),
      'Not voluntary now confirmed. No good effects now confirmed.',
    ],
    [
      'one that lapses, one confirmed',
      [],
      answer('narrative', ['voluntary']),
      'Not voluntary now confirmed. No good effects no longer applies.',
    ],
    [
      'one no longer confirmed',
      [answer('narrative', ['voluntary', 'benefits'])],
      answer('narrative', ['voluntary', 'dont_know']),
      'No good effects no longer confirmed.',
    ],
    [
      'only what is no advice',
      [],
      answer('energy_contracts', 'yes'),
      '2 verdicts beside the advice changed.',
    ],
    [
      'both',
      [answer('buyout', 'russian')],
      answer('bidders_blocked', 'yes'),
      'Sanctions was open, now applies. 1 verdict beside the advice changed.',
    ],
  ])('%s', async (_, before, action, said) => {
    const session = await startSession();
    for (const step of before) await step(session);
    await action(session);
    expect(changesInWords(app, session.changes.value, session.verdict)).toBe(said);
  });
});

it.each<[name: string, before: Action[], action: Action, output: string, was: string]>([
  ['a status', [answer('buyout', 'russian')], answer('bidders_blocked', 'yes'), 'O3', 'was open'],
  ['not confirmed', [], answer('narrative', ['voluntary', 'benefits']), 'R2a', 'was not confirmed'],
  [
    'confirmed',
    [answer('narrative', ['voluntary'])],
    answer('narrative', ['voluntary', 'dont_know']),
    'R2b',
    'was not now',
  ],
])('what a line was before: %s', async (_, before, action, output, was) => {
  const session = await startSession();
  for (const step of before) await step(session);
  await action(session);
  const change = session.changes.value.find((one) => one.output === output);
  expect(change && wasInWords(app, change, session.verdict)).toBe(was);
});

describe('what undo did', () => {
  it.each<[name: string, before: Action[], action: Action, text: string, question: string | undefined]>([
    ['an answer', [], answer('buyout', 'russian'), '9 is not answered now.', 'buyout'],
    [
      'another answer',
      [answer('buyout', 'planned')],
      answer('buyout', 'russian'),
      '9 is now “Expected or negotiated with Russian capital, not yet bought”.',
      'buyout',
    ],
    [
      'clearing',
      [answer('energy_contracts', 'no')],
      (session) => session.clear('energy_contracts'),
      '8 is now “No”.',
      'energy_contracts',
    ],
    [
      'ruling out',
      [],
      (session) => session.ruleOut('scenario', 'annexation'),
      '“Formal absorption under way or done” is possible in 1.',
      'scenario',
    ],
    [
      'bringing back',
      [(session) => session.ruleOut('scenario', 'annexation')],
      (session) => session.bringBack('scenario', 'annexation'),
      '“Formal absorption under way or done” is ruled out in 1.',
      'scenario',
    ],
    [
      'a reading',
      [],
      (session) => session.takeReading('A6', 'b'),
      'the reading “Are the rules for private firms tied to the elections?” is the one before.',
      undefined,
    ],
    [
      'a title',
      [],
      (session) => session.describe({ title: 'Another' }),
      'the details of the session are as they were.',
      undefined,
    ],
  ])('%s', async (_, before, action, text, question) => {
    const session = await startSession();
    for (const step of before) await step(session);
    await action(session);
    const then = session.state.value;
    await session.undo();
    const difference = differenceInWords(app, then, session.state.value);
    expect([difference.text, difference.question?.id]).toEqual([text, question]);
  });

  it('confirming a carried answer', async () => {
    const session = await startSession('P1');
    await session.check('scenario');
    const then = session.state.value;
    await session.undo();
    expect(differenceInWords(app, then, session.state.value).text).toBe('the answer to 1 is unchecked.');
    const undone = session.state.value;
    await session.redo();
    expect(differenceInWords(app, undone, session.state.value).text).toBe('the answer to 1 is confirmed.');
  });
});

it.each<[name: string, before: Action[], left: string[]]>([
  [
    'nothing answered',
    [],
    [
      'decisions',
      'mandate_social',
      'mandate_political',
      'narrative',
      'buyout',
      'bidders_blocked',
      'illegal_other',
      'constitution',
      'constitution_actors',
      'election_pres',
      'election_parl',
    ],
  ],
  [
    'a reading left open',
    [
      answer('decisions', 'none'),
      answer('narrative', ['none']),
      answer('buyout', 'none'),
      answer('constitution', 'none'),
      answer('election_pres', 'not_held'),
      (session) => session.takeReading('A6', 'any'),
    ],
    ['A6'],
  ],
])('on what the advice hangs: %s', async (_, before, left) => {
  const session = await startSession();
  for (const step of before) await step(session);
  expect(unsettled(session, pack)).toEqual(left);
});
