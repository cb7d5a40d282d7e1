import { describe, expect, it } from 'vitest';
import { namedIn, openColumns } from '../../src/view/compare/columns.ts';
import { putBack, questionsIn, triedIn } from '../../src/view/what-if/tried.ts';
import { app, pack, startSession } from './real-brief.ts';

const { desk } = app;

describe('what is tried', () => {
  it('is what differs from the session, and goes one by one', async () => {
    const session = await startSession('P2');
    const trial = desk.trial(session.id, session.entries.value);
    const tried = () => triedIn(session.state.value, trial.state.value);
    expect(questionsIn(tried()).size).toBe(0);
    await trial.clear('buyout');
    await trial.answer('election_pres', 'free');
    const scenario = pack.questions.find(({ id }) => id === 'scenario');
    const [option = ''] = scenario?.options.map(({ id }) => id) ?? [];
    await trial.clear('scenario');
    await trial.ruleOut('scenario', option);
    expect(tried().answers).toMatchObject({ buyout: null });
    expect(tried().ruledOut).toEqual({ scenario: [option] });
    for (const question of questionsIn(tried())) putBack(session, trial, question);
    expect(questionsIn(tried()).size).toBe(0);
    expect(trial.evaluation.value.verdicts).toEqual(session.evaluation.value.verdicts);
  });

  it('becomes a session of its own, the first one as it was', async () => {
    const session = await startSession('P2');
    const trial = desk.trial(session.id, session.entries.value);
    await trial.answer('buyout', 'none');
    const made = await desk.keep({ from: session.id, situation: trial.situation.value, title: 'Tried' });
    const kept = 'id' in made ? await desk.open(made.id) : undefined;
    expect(kept?.evaluation.value.verdicts).toEqual(trial.evaluation.value.verdicts);
    expect(session.state.value.answers.buyout).not.toBe('none');
  });
});

describe('what an address puts side by side', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a,b@3', ['a', 'b@3']],
    ['a,a,b', ['a', 'b']],
    ['a,b,c,d,e', ['a', 'b', 'c', 'd']],
    ['a@0,b@x', ['a@0', 'b@x']],
  ])('%j', (item, keys) => {
    expect(namedIn(item).map(({ key }) => key)).toEqual(keys);
  });

  it('opens sessions and moments, and tells what is not there', async () => {
    const session = await startSession('P2');
    await session.clear('buyout');
    const columns = await openColumns(desk, `${session.id}@1,${session.id}`);
    expect(columns?.map(({ moment }) => moment !== '')).toEqual([true, false]);
    expect(columns?.map((column) => column.session.state.value.answers.buyout === undefined)).toEqual([
      false,
      true,
    ]);
    expect(await openColumns(desk, `${session.id},nowhere`)).toBeUndefined();
  });
});
