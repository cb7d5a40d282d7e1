/** One session on the desk: what the screens read and what the actions do, nothing going wrong. */
import { describe, expect, it } from 'vitest';
import type { OpenSession } from '../../src/session/desk.ts';
import { begun, deskOver, faultyStore, storedIn } from './faulty-store.ts';

type Act = (session: OpenSession) => Promise<void>;

async function sessionAfter(scenario: string | undefined, ...acts: Act[]): Promise<OpenSession> {
  const session = await begun(deskOver(faultyStore()), scenario);
  for (const act of acts) await act(session);
  return session;
}

describe('an action', () => {
  it('is on screen at once and saved only when the store says so', async () => {
    const store = faultyStore();
    const session = await begun(deskOver(store));
    store.fault = 'never';
    void session.answer('energy', 'yes');
    expect(session.state.value.answers).toEqual({ energy: 'yes' });
    expect(session.verdict('I5').status).toBe('holds');
    expect(session.saving.value).toBe('saving');
    expect((await storedIn(store, session.id)).entries).toHaveLength(1);
  });

  it('is saved when its promise resolves', async () => {
    const store = faultyStore();
    const session = await begun(deskOver(store));
    await session.answer('energy', 'yes');
    expect(session.saving.value).toBe('saved');
    expect((await storedIn(store, session.id)).entries.at(-1)?.action).toEqual({
      type: 'answered',
      question: 'energy',
      answer: 'yes',
    });
  });

  const nothing: [string, Act, Act][] = [
    ['an unknown question', async () => {}, (s) => s.answer('weather', 'yes')],
    ['an unknown option', async () => {}, (s) => s.answer('energy', 'russian')],
    ['text where a list belongs', async () => {}, (s) => s.answer('narrative', 'voluntary')],
    [
      'an exclusive option beside others',
      async () => {},
      (s) => s.answer('narrative', ['voluntary', 'none_of_these']),
    ],
    ['the same answer again', (s) => s.answer('energy', 'yes'), (s) => s.answer('energy', 'yes')],
    ['what is ruled out', (s) => s.ruleOut('buyout', 'other'), (s) => s.answer('buyout', 'other')],
    ['clearing what is not answered', async () => {}, (s) => s.clear('energy')],
    ['no ticks where there are none', async () => {}, (s) => s.answer('narrative', [])],
    ['checking what is not from the brief', (s) => s.answer('energy', 'yes'), (s) => s.check('energy')],
    ['ruling out what is answered', (s) => s.answer('buyout', 'other'), (s) => s.ruleOut('buyout', 'other')],
    ['ruling out everything', (s) => s.ruleOut('energy', 'yes'), (s) => s.ruleOut('energy', 'no')],
    ['ruling out "none of these"', async () => {}, (s) => s.ruleOut('narrative', 'none_of_these')],
    ['ruling out "don\'t know"', async () => {}, (s) => s.ruleOut('energy', 'dont_know')],
    ['ruling out twice', (s) => s.ruleOut('buyout', 'other'), (s) => s.ruleOut('buyout', 'other')],
    ['bringing back what is in', async () => {}, (s) => s.bringBack('buyout', 'other')],
    ['an unknown letter', async () => {}, (s) => s.takeReading('A1', 'z')],
    ['an unknown reading', async () => {}, (s) => s.takeReading('A9', 'a')],
    ['the default letter, which is taken', async () => {}, (s) => s.takeReading('A1', 'a')],
    ['details as they are', async () => {}, (s) => s.describe({ title: 'Begun' })],
    ['the path that is taken', async () => {}, (s) => s.takePath('whole')],
    ['undo of nothing', async () => {}, (s) => s.undo()],
    ['redo of nothing', (s) => s.answer('energy', 'yes'), (s) => s.redo()],
  ];
  it.each(nothing)('does nothing: %s', async (_, before, act) => {
    const store = faultyStore();
    const session = await begun(deskOver(store));
    await before(session);
    const [state, writes] = [session.state.value, store.appends.length];
    await act(session);
    expect(session.state.value).toBe(state);
    expect(store.appends).toHaveLength(writes);
    expect(session.saving.value).toBe('saved');
  });

  it('of taking all ticks away clears the answer', async () => {
    const session = await sessionAfter(
      undefined,
      (s) => s.answer('narrative', ['voluntary']),
      (s) => s.answer('narrative', []),
    );
    expect(session.state.value.answers).toEqual({});
  });
});

describe('an answer from the brief', () => {
  const marks: [string, Act, string[]][] = [
    ['is marked until it is checked', async () => {}, ['decisions', 'mandate', 'narrative']],
    ['loses the mark when checked', (s) => s.check('mandate'), ['decisions', 'narrative']],
    ['loses the mark when changed', (s) => s.answer('mandate', 'yes'), ['decisions', 'narrative']],
    ['loses the mark when given again', (s) => s.answer('mandate', 'no'), ['decisions', 'narrative']],
    ['loses the mark with the answer', (s) => s.clear('mandate'), ['decisions', 'narrative']],
  ];
  it.each(marks)('%s', async (_, act, expected) => {
    const session = await sessionAfter('P1', act);
    expect(session.state.value.unchecked).toEqual(expected);
    expect(session.progress.value.filter((p) => p.unchecked).map((p) => p.question.id)).toEqual(expected);
  });

  const rests: [string, string, Act[], string[]][] = [
    ['a verdict that needs two of them', 'R1', [], ['decisions', 'mandate']],
    ['one of them checked', 'R1', [(s) => s.check('mandate')], ['decisions']],
    [
      'a verdict that fails by either: the checked one is enough',
      'R1',
      [(s) => s.answer('mandate', 'yes')],
      [],
    ],
    ['a verdict that holds anyway, and is confirmed by it', 'R2', [], ['narrative']],
    ['the same, unconfirmed', 'R2', [(s) => s.clear('narrative')], []],
    ['an open verdict', 'R1', [(s) => s.clear('mandate')], []],
    ['an answer of the user', 'I5', [(s) => s.answer('energy', 'yes')], []],
  ];
  it.each(rests)('is named where a verdict rests on it: %s', async (_, output, acts, expected) => {
    const session = await sessionAfter('P1', ...acts);
    expect(session.restsOnUnchecked(output)).toEqual(expected);
    const inGrounds = session.groundsOf(output).flatMap((g) => ('question' in g ? [g.question] : []));
    expect(inGrounds.filter((q) => session.state.value.unchecked.includes(q))).toEqual(expected);
  });
});

describe('progress', () => {
  const states: [string, string, Act[], string][] = [
    ['nothing said', 'energy', [], 'unanswered'],
    ['an answer', 'energy', [(s) => s.answer('energy', 'no')], 'answered'],
    ['"don\'t know"', 'energy', [(s) => s.answer('energy', 'dont_know')], 'dont_know'],
    ['"don\'t know" among ticks', 'narrative', [(s) => s.answer('narrative', ['dont_know'])], 'dont_know'],
    [
      'a tick, not sure of the rest',
      'narrative',
      [(s) => s.answer('narrative', ['benefits', 'dont_know'])],
      'answered',
    ],
    ['something ruled out', 'buyout', [(s) => s.ruleOut('buyout', 'other')], 'narrowed'],
    ['known not to apply', 'bidders', [(s) => s.answer('buyout', 'other')], 'not_asked'],
    ['known not to apply by ruling out', 'bidders', [(s) => s.ruleOut('buyout', 'russian')], 'not_asked'],
    ['perhaps applying', 'bidders', [], 'unanswered'],
    [
      'answered and then not applying',
      'bidders',
      [(s) => s.answer('bidders', 'let_in'), (s) => s.answer('buyout', 'other')],
      'set_aside',
    ],
  ];
  it.each(states)('%s', async (_, question, acts, expected) => {
    const session = await sessionAfter(undefined, ...acts);
    expect(session.progress.value.find((p) => p.question.id === question)?.state).toBe(expected);
  });

  it('tells what decides advice, and what still matters to anything', async () => {
    const session = await sessionAfter(undefined, (s) => s.answer('decisions', 'not_taken'));
    const by = (key: 'decides' | 'matters') =>
      session.progress.value.filter((p) => p[key]).map((p) => p.question.id);
    expect(by('decides')).toEqual(['decisions', 'mandate', 'narrative', 'buyout', 'bidders']);
    expect(by('matters')).toEqual(expect.arrayContaining(['narrative', 'buyout', 'bidders', 'energy']));
    expect(by('matters')).not.toContain('mandate');
  });

  const walks: [string, Act[], string[]][] = [
    ['all on the whole path', [], ['decisions', 'mandate', 'narrative', 'buyout', 'bidders', 'energy']],
    [
      'those that decide on the short one',
      [(s) => s.takePath('short')],
      ['decisions', 'mandate', 'narrative', 'buyout', 'bidders'],
    ],
    [
      'under the reading taken',
      [(s) => s.takePath('short'), (s) => s.takeReading('A1', 'b')],
      ['decisions', 'narrative', 'buyout', 'bidders'],
    ],
    [
      'under either reading',
      [(s) => s.takePath('short'), (s) => s.takeReading('A1', 'any')],
      ['decisions', 'mandate', 'narrative', 'buyout', 'bidders'],
    ],
    [
      'without what does not apply',
      [(s) => s.answer('buyout', 'other')],
      ['decisions', 'mandate', 'narrative', 'buyout', 'energy'],
    ],
    [
      'without what is set aside',
      [(s) => s.answer('bidders', 'let_in'), (s) => s.answer('buyout', 'other')],
      ['decisions', 'mandate', 'narrative', 'buyout', 'energy'],
    ],
  ];
  it.each(walks)('walks through %s', async (_, acts, expected) => {
    const session = await sessionAfter(undefined, ...acts);
    expect(session.walk.value.map(({ id }) => id)).toEqual(expected);
  });

  const left: [string, Act[], string[]][] = [
    ['at the start', [], ['decisions', 'mandate', 'narrative', 'buyout', 'bidders']],
    [
      '"don\'t know" is an answer',
      [(s) => s.answer('decisions', 'dont_know')],
      ['mandate', 'narrative', 'buyout', 'bidders'],
    ],
    [
      'ruling out is none',
      [(s) => s.ruleOut('buyout', 'other')],
      ['decisions', 'mandate', 'narrative', 'buyout', 'bidders'],
    ],
    [
      'what is decided needs no more',
      [(s) => s.answer('mandate', 'yes'), (s) => s.answer('buyout', 'other')],
      ['narrative'],
    ],
    [
      'what would unconfirm counts',
      [
        (s) => s.answer('mandate', 'yes'),
        (s) => s.answer('buyout', 'other'),
        (s) => s.answer('narrative', ['voluntary']),
      ],
      [],
    ],
  ];
  it.each(left)('leaves to settle: %s', async (_, acts, expected) => {
    expect((await sessionAfter(undefined, ...acts)).leftToSettle.value).toEqual(expected);
  });
});

describe('what changed', () => {
  const yes: Act = (s) => s.answer('energy', 'yes');
  const toHolds = { output: 'I5', from: 'open', to: 'holds', confirmation: false };
  const rows: [string, Act[], unknown[]][] = [
    ['nothing at the start', [], []],
    ['a status', [yes], [toHolds]],
    [
      'in pack order',
      [(s) => s.answer('buyout', 'planned')],
      [
        { output: 'O3', from: 'open', to: 'fails', confirmation: false },
        { output: 'C1', from: 'open', to: 'holds', confirmation: false },
      ],
    ],
    [
      'only the confirmation',
      [(s) => s.answer('narrative', ['voluntary'])],
      [{ output: 'R2', from: 'holds', to: 'holds', confirmation: true }],
    ],
    [
      'is gone with the next action',
      [
        yes,
        (s) => s.answer('bidders', 'let_in'),
        (s) => s.answer('bidders', 'dont_know'),
        (s) => s.describe({ for: 'x' }),
      ],
      [],
    ],
    ['stays while an action does nothing', [yes, yes], [toHolds]],
    ['undo', [yes, (s) => s.undo()], [{ output: 'I5', from: 'holds', to: 'open', confirmation: false }]],
    ['redo', [yes, (s) => s.undo(), (s) => s.redo()], [toHolds]],
  ];
  it.each(rows)('%s', async (_, acts, expected) => {
    expect((await sessionAfter(undefined, ...acts)).changes.value).toEqual(expected);
  });
});

describe('readings of an output', () => {
  const taken = (session: OpenSession) => session.readingsOf('R1');
  it('say the letter taken and the status under each', async () => {
    const session = await sessionAfter(undefined, (s) => s.answer('decisions', 'taken'));
    expect(taken(session)).toEqual([{ reading: 'A1', taken: 'a', statuses: { a: 'open', b: 'holds' } }]);
    await session.takeReading('A1', 'b');
    expect(taken(session)).toEqual([{ reading: 'A1', taken: 'b', statuses: { a: 'open', b: 'holds' } }]);
    expect(session.verdict('R1').status).toBe('holds');
    await session.takeReading('A1', 'any');
    expect(taken(session)[0]?.taken).toBe('any');
    expect(session.verdict('R1').dependsOn).toEqual(['mandate', 'A1']);
  });
  it('are none where no reading touches it', async () => {
    expect((await sessionAfter(undefined)).readingsOf('C1')).toEqual([]);
  });
});

describe('why', () => {
  it('a verdict fails, a question is not asked', async () => {
    const session = await sessionAfter(undefined, (s) => s.answer('buyout', 'other'));
    const ground = { kind: 'one', question: 'buyout', possible: ['other'] };
    expect(session.groundsOf('O3')).toEqual([ground]);
    expect(session.groundsNotAsked('bidders')).toEqual([ground]);
  });
  it('an unknown output is a mistake of the caller', async () => {
    const session = await sessionAfter(undefined);
    expect(() => session.verdict('R99')).toThrow('R99');
  });
});
