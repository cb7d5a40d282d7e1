import { describe, expect, it } from 'vitest';
import { DONT_KNOW } from '../../src/engine/pack.ts';
import { NO_EVIDENCE } from '../../src/session/journal.ts';
import { withoutWeak } from '../../src/view/evidence/without-weak.ts';
import { app, pack, startSession } from '../view/real-brief.ts';

const { desk } = app;

describe('a session to try things on', () => {
  it('begins as the session is, and leaves it as it was whatever is done', async () => {
    const session = await startSession('P2');
    const before = JSON.stringify(session.entries.value);
    const trial = desk.trial(session.id, session.entries.value);
    expect(trial.evaluation.value.verdicts).toEqual(session.evaluation.value.verdicts);
    await trial.answer('buyout', 'none');
    await trial.ruleOut('scenario', 'annexation');
    expect(trial.verdict('O3').status).not.toBe(session.verdict('O3').status);
    expect(JSON.stringify(session.entries.value)).toBe(before);
    await trial.undo();
    await trial.undo();
    expect(trial.evaluation.value.verdicts).toEqual(session.evaluation.value.verdicts);
    const again = await desk.open(session.id);
    expect(JSON.stringify(again?.entries.value)).toBe(before);
  });
});

describe('what a session rests on, in the list', () => {
  const listed = (id: string) => desk.sessions.value.find((summary) => summary.id === id);

  it('is told apart: nothing weak, weak, from the brief and unchecked', async () => {
    const session = await startSession('P2');
    expect(listed(session.id)?.restsOn).toBe('');
    await session.assess('bidders_blocked', { ...NO_EVIDENCE, confidence: 'moderate' });
    expect(listed(session.id)?.restsOn).toBe('');
    await session.assess('bidders_blocked', { ...NO_EVIDENCE, confidence: 'low' });
    expect(listed(session.id)?.restsOn).toBe('weak');
    expect(session.restsOnWeak('O3')).toEqual([{ question: 'bidders_blocked', weakness: 'low' }]);
    expect(session.restsOnUnchecked('O3')).toEqual([]);
    const brief = await startSession(pack.scenarios.find(({ origin }) => origin === 'brief')?.id);
    expect(listed(brief.id)?.restsOn).toBe('unchecked');
  });
});

describe('the result without the weak answers', () => {
  it('is the session with these taken as unknown, to each verdict', async () => {
    const session = await startSession('P2');
    const options = pack.questions.flatMap(({ id }) =>
      session.state.value.answers[id] === undefined ? [] : id,
    );
    expect(options.length).toBeGreaterThan(5);
    await session.assess('bidders_blocked', { ...NO_EVIDENCE, confidence: 'low' });
    await session.assess('buyout', { ...NO_EVIDENCE, confidence: 'moderate' });
    await session.assess('mandate_social', { ...NO_EVIDENCE, basis: 'assumption' });
    await session.answer('military', [DONT_KNOW]);
    for (const level of ['low', 'moderate'] as const) {
      const shown = withoutWeak(desk, session, level);
      expect(shown.evaluation.value.verdicts, level).toEqual(session.evaluationWithout(level).verdicts);
      expect(shown.weak(level).size, level).toBe(0);
    }
    expect(session.verdict('O3').status).toBe('holds');
    expect(withoutWeak(desk, session, 'low').verdict('O3').status).toBe('open');
  });
});
