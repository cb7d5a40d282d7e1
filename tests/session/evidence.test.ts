import { describe, expect, it } from 'vitest';
import { createDesk } from '../../src/session/create-desk.ts';
import type { OpenSession } from '../../src/session/desk.ts';
import { weakAnswers } from '../../src/session/evidence.ts';
import { fold } from '../../src/session/fold.ts';
import { type Evidence, NO_EVIDENCE, type SourceUse } from '../../src/session/journal.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { journalOf } from './samples.ts';
import { smallBrief } from './small-pack.ts';

const use = (source: string, stance: SourceUse['stance'] = 'for'): SourceUse => ({
  source,
  stance,
  informationOf: '',
  credibility: '',
});
const evidence = (more: Partial<Evidence>): Evidence => ({ ...NO_EVIDENCE, ...more });

function newDesk() {
  let id = 0;
  return createDesk({
    briefs: [smallBrief],
    store: createMemoryStore(),
    now: () => '2026-01-02T03:04:05.000Z',
    newId: () => `s${++id}`,
  });
}

async function blank(desk = newDesk()): Promise<OpenSession> {
  const made = await desk.create({ brief: smallBrief, path: 'whole', title: 'Sample' });
  const session = 'id' in made ? await desk.open(made.id) : undefined;
  if (session === undefined) throw new Error('no session');
  return session;
}

describe('weak answers', () => {
  it.each([
    ['not rated is not low', {}, 'low', undefined],
    ['low', { confidence: 'low' as const }, 'low', 'low'],
    ['moderate is not low', { confidence: 'moderate' as const }, 'low', undefined],
    ['moderate, where moderate is weak', { confidence: 'moderate' as const }, 'moderate', 'moderate'],
    ['high', { confidence: 'high' as const }, 'moderate', undefined],
    [
      'an assumption, however sure',
      { confidence: 'high' as const, basis: 'assumption' as const },
      'low',
      'assumption',
    ],
    ['a judgement', { basis: 'judgement' as const }, 'low', undefined],
  ] as const)('%s', (_, rated, level, expected) => {
    const state = fold(
      journalOf(
        { type: 'answered', question: 'energy', answer: 'yes' },
        { type: 'assessed', question: 'energy', evidence: evidence(rated) },
      ),
    );
    expect(weakAnswers(state, level).get('energy')).toBe(expected);
  });

  it('evidence on a question without an answer weakens nothing', () => {
    const rated = evidence({ confidence: 'low' });
    const state = fold(
      journalOf(
        { type: 'cleared', question: 'energy' },
        { type: 'assessed', question: 'energy', evidence: rated },
      ),
    );
    expect(weakAnswers(state, 'low').has('energy')).toBe(false);
  });
});

describe('firmness', () => {
  it('names the weak answers without which a verdict would not stand', async () => {
    const session = await blank();
    await session.answer('decisions', 'taken');
    await session.answer('mandate', 'no');
    await session.assess('mandate', evidence({ confidence: 'low' }));
    expect(session.verdict('R1').status).toBe('holds');
    expect(session.firmness('R1', 'low')).toEqual({
      without: 'open',
      firm: false,
      restsOn: [{ question: 'mandate', weakness: 'low' }],
    });
    expect(session.evaluationWithout('low').verdicts.R1?.status).toBe('open');
    await session.assess('mandate', evidence({ confidence: 'high' }));
    expect(session.firmness('R1', 'low')).toEqual({ without: 'holds', firm: true, restsOn: [] });
  });

  it('is undone like any other entry', async () => {
    const session = await blank();
    await session.assess('energy', evidence({ note: 'from the ministry' }));
    expect(session.state.value.evidence.energy?.note).toBe('from the ministry');
    await session.undo();
    expect(session.state.value.evidence.energy).toBeUndefined();
  });
});

describe('a source withdrawn', () => {
  it('fells the answers that have sources, and no other one for them', async () => {
    const desk = newDesk();
    const session = await blank(desk);
    const other = await blank(desk);
    for (const s of [session, other]) {
      await s.keepSource({ id: 'x', title: 'A report', reliability: 'B' });
      await s.answer('decisions', 'taken');
      await s.answer('mandate', 'no');
    }
    await session.assess('decisions', evidence({ sources: [use('x')] }));
    await session.assess('mandate', evidence({ sources: [use('x'), use('y')] }));
    await other.assess('mandate', evidence({ sources: [use('x'), use('y', 'against')] }));
    expect(session.withdrawal(new Set(['x']))).toEqual({
      answers: ['decisions'],
      verdicts: [{ output: 'R1', from: 'holds', to: 'open' }],
    });
    expect(desk.withdrawals(new Set(['x'])).map((w) => [w.id, w.withdrawal.answers])).toEqual(
      [
        [other.id, ['mandate']],
        [session.id, ['decisions']],
      ].sort(),
    );
    expect(session.withdrawal(new Set(['z']))).toEqual({ answers: [], verdicts: [] });
    expect(desk.sources.value).toEqual([{ id: 'x', title: 'A report', reliability: 'B' }]);
  });
});

describe('what was tried', () => {
  it('becomes a session of its own and keeps what was known of unchanged answers', async () => {
    const desk = newDesk();
    const session = await blank(desk);
    await session.answer('decisions', 'taken');
    await session.answer('mandate', 'no');
    await session.assess('decisions', evidence({ note: 'kept' }));
    await session.assess('mandate', evidence({ note: 'gone' }));
    const situation = { ...session.situation.value, answers: { decisions: 'taken', mandate: 'yes' } };
    expect(smallBrief.engine.evaluate(situation).verdicts.R1?.status).toBe('fails');
    const made = await desk.keep({ from: session.id, situation, title: 'Tried' });
    const tried = 'id' in made ? await desk.open(made.id) : undefined;
    expect(tried?.state.value).toMatchObject({
      answers: { decisions: 'taken', mandate: 'yes' },
      evidence: { decisions: { note: 'kept' } },
      details: { title: 'Tried' },
    });
    expect(tried?.state.value.evidence.mandate).toBeUndefined();
    expect(session.state.value.answers.mandate).toBe('no');
  });
});

describe('a moment of the past', () => {
  it('is the state and the verdicts after the first entries', async () => {
    const desk = newDesk();
    const session = await blank(desk);
    await session.answer('decisions', 'taken');
    await session.answer('mandate', 'no');
    const moment = desk.moment(session.entries.value.slice(0, 2));
    expect(moment.state.answers).toEqual({ decisions: 'taken' });
    expect(moment.evaluation.verdicts.R1?.status).toBe('open');
    expect(session.verdict('R1').status).toBe('holds');
  });
});
