/** What stands where in the result. */
import { describe, expect, test } from 'vitest';
import { touchedBy } from '../../src/view/readings/touched.ts';
import { changesUnderAnotherReading, hasLapsed, needsOf } from '../../src/view/result/readings-taken.ts';
import { figuresOf, sectionsOf } from '../../src/view/result/sections.ts';
import { app, pack, startSession } from './real-brief.ts';

const ids = (outputs: readonly { id: string }[]) => outputs.map(({ id }) => id).join(' ');
const output = (id: string) => {
  const found = pack.outputs.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no output ${id}`);
  return found;
};

describe('sections', () => {
  test.each([
    // scenario, advice by act and actors, option, open, not now, consequences that hold / are open, signs, silent
    [
      'P1',
      ['say eu: R1 R2a R2b R5', 'do eu member_states: R4'],
      ['', '', 'R6 R7 O3', 'C1 C2 C3 C4 C5 C10 C11', 'C6 C7 C9 C12', 'I1 I4 I5 I9', 'N2 N5 N9 N12'],
    ],
    [
      'P2',
      ['say eu: R1 R2b R5', 'do eu member_states: R4'],
      ['O3', '', 'R2a R6 R7', 'C1 C2 C3 C4 C5 C11', '', 'I1 I4 I5', 'N5 N12 N17'],
    ],
    [
      'P5',
      ['say eu: R2b', 'do eu member_states: R4', 'do eu: R6', 'do member_states: R7'],
      ['', '', 'R1 R2a R5 O3', 'C13 C14', '', 'I5', 'N2 N4 N5 N13'],
    ],
    [
      undefined,
      ['say eu: R2a R2b', 'do eu member_states: R4'],
      ['', 'R1 R6 R7 R5 O3', '', '', 'C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C11 C12 C13 C14', '', ''],
    ],
  ])('%s', async (scenario, advice, others) => {
    const session = await startSession(scenario);
    const found = sectionsOf(pack, session.evaluation.value);
    expect(
      found.advice.map(({ act, actors, outputs }) => `${act} ${actors.join(' ')}: ${ids(outputs)}`),
    ).toEqual(advice);
    expect([
      ids(found.option),
      ids(found.open),
      ids(found.notNow),
      ids(found.consequences.holds),
      ids(found.consequences.open),
      ids(found.indicators.holds),
      ids(found.silent),
    ]).toEqual(others);
  });

  test('leave out no output but courses and silences that do not hold', async () => {
    for (const { id } of pack.scenarios) {
      const { evaluation } = await startSession(id);
      const found = sectionsOf(pack, evaluation.value);
      const shown = [
        ...found.advice.flatMap(({ outputs }) => outputs),
        ...[found.option, found.open, found.notNow, found.course, found.silent, found.background].flat(),
        ...Object.values(found.consequences).flat(),
        ...Object.values(found.indicators).flat(),
      ].map((one) => one.id);
      const expected = pack.outputs.filter(
        (one) =>
          !['scenario', 'silence'].includes(one.kind) ||
          evaluation.value.verdicts[one.id]?.status === 'holds',
      );
      expect(shown.sort(), id).toEqual(expected.map((one) => one.id).sort());
    }
  });

  test('figures count what holds', async () => {
    const { evaluation } = await startSession('P2');
    expect(figuresOf(sectionsOf(pack, evaluation.value))).toMatchObject({
      advice: 4,
      option: 1,
      open: 0,
      notNow: 3,
      consequences: 6,
      indicators: 3,
      silent: 3,
      background: 5,
    });
  });
});

describe('what it takes', () => {
  test('is not said of what merely lapsed', async () => {
    const session = await startSession('P2');
    expect(hasLapsed(pack, session, output('R2a'))).toBe(true);
    expect(needsOf(pack, app.words.value, session, output('R2a'))).toBeUndefined();
    expect(hasLapsed(pack, session, output('R6'))).toBe(false);
    expect(needsOf(pack, app.words.value, session, output('R6'))?.byDefault).toBe(false);
  });

  test('is the default reading’s where another is taken', async () => {
    const session = await startSession('P2');
    await session.takeReading('A7', 'b');
    expect(needsOf(pack, app.words.value, session, output('R6'))?.byDefault).toBe(true);
  });
});

describe('readings', () => {
  test.each([
    ['R7', true], // A6: tied to the elections or not
    ['R6', false],
    ['R2a', true], // A8: it may never lapse
    ['R4', false],
  ])('another one would change %s: %s', async (id, expected) => {
    expect(changesUnderAnotherReading(await startSession('P2'), output(id))).toBe(expected);
  });

  test.each([
    ['A1', 'R1', []],
    ['A6', 'R7', ['R7']],
    ['A16', 'C6', []],
  ])('%s touches %s', async (reading, touched, differing) => {
    const found = touchedBy(pack, await startSession('P2')).get(reading) ?? [];
    expect(ids(found.map((one) => one.output))).toBe(touched);
    expect(found.filter(({ differs }) => differs).map((one) => one.output.id)).toEqual(differing);
  });
});
