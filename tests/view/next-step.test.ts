/** What matters first: from question to question until nothing is left, on the shipped pack. */
import { describe, expect, it } from 'vitest';
import { createReasoner } from '../../src/engine/create-reasoner.ts';
import type { Answer } from '../../src/engine/pack.ts';
import { stepOf, whyAsked } from '../../src/view/next/step.ts';
import { askedBefore, askedInPass, beginPass, leaveBehind } from '../../src/view/question/pass.ts';
import { pack, startSession } from './real-brief.ts';

const reasoner = createReasoner(pack);

describe('the next step', () => {
  it.each<[name: string, scenario: string | undefined, expected: object]>([
    ['of a blank session asks what settles most', undefined, { kind: 'ask', question: 'narrative' }],
    ['is none where all is answered', 'P2', { kind: 'settled', unanswered: 0 }],
    ['is none where all that hangs is not known', 'P1', { kind: 'asked', skipped: [] }],
  ])('%s', async (_, scenario, expected) => {
    const session = await startSession(scenario);
    expect(stepOf(session, reasoner, pack, [])).toEqual(expected);
  });

  it('leads to the end in no more steps than there are questions that decide, each of them once', async () => {
    for (const last of [false, true]) {
      const session = await startSession();
      const asked: string[] = [];
      for (;;) {
        const step = stepOf(session, reasoner, pack, asked);
        if (step.kind !== 'ask') {
          expect(step.kind).toBe('settled');
          break;
        }
        expect(asked).not.toContain(step.question);
        asked.push(step.question);
        const question = pack.questions.find(({ id }) => id === step.question);
        const option = (last ? question?.options.at(-1) : question?.options[0])?.id ?? '';
        const answer: Answer = question?.kind === 'one' ? option : [option];
        await session.answer(step.question, answer);
      }
      expect(session.leftToSettle.value).toEqual([]);
      expect(asked.length).toBeLessThanOrEqual(11);
    }
  });

  it('passes over what was asked and not answered, and tells it at the end', async () => {
    const session = await startSession();
    const asked: string[] = [];
    let step = stepOf(session, reasoner, pack, asked);
    while (step.kind === 'ask') {
      asked.push(step.question);
      step = stepOf(session, reasoner, pack, asked);
    }
    expect(step).toMatchObject({ kind: 'asked' });
    expect(asked).toHaveLength(11);
    if (step.kind === 'asked') expect([...step.skipped].sort()).toEqual([...asked].sort());
  });

  it('is not called settled while a reading is left open on which advice hangs', async () => {
    const session = await startSession('P2');
    await session.takeReading('A6', 'any');
    expect(stepOf(session, reasoner, pack, [])).toEqual({ kind: 'asked', skipped: [] });
  });
});

describe('why a question is asked', () => {
  it('stays the same while it is answered', async () => {
    const session = await startSession();
    const before = whyAsked(session.situation.value, reasoner, pack, 'narrative');
    expect(before?.outputs).toEqual(['R2a', 'R2b']);
    await session.answer('narrative', ['voluntary']);
    expect(whyAsked(session.situation.value, reasoner, pack, 'narrative')).toEqual(before);
  });

  it('is nothing where nothing hangs on it', async () => {
    const session = await startSession();
    expect(whyAsked(session.situation.value, reasoner, pack, 'energy_contracts')).toBeUndefined();
  });
});

describe('a pass', () => {
  it('knows what was left behind and what came before', () => {
    beginPass('a');
    expect(askedBefore('a', 'x')).toBeUndefined();
    leaveBehind('a', 'x');
    leaveBehind('a', 'y');
    leaveBehind('a', 'x');
    expect(askedInPass('a')).toEqual(['x', 'y']);
    expect(['x', 'y', 'z'].map((id) => askedBefore('a', id))).toEqual([undefined, 'x', 'y']);
    expect(askedInPass('b')).toEqual([]);
    beginPass('a');
    expect(askedInPass('a')).toEqual([]);
  });
});
