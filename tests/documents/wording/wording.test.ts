import { describe, expect, it } from 'vitest';
import type { Known } from '../../../src/documents/wording/wording.ts';
import type { Actor, Modality, Output } from '../../../src/engine/pack.ts';
import type { Ground, Status } from '../../../src/engine/verdict.ts';
import { explain, facts, outputs, say } from './small-brief.ts';

const one = (question: string, ...possible: string[]): Ground => ({ kind: 'one', question, possible });
const tick = (option: string, ticked: boolean): Ground => ({
  kind: 'tick',
  question: 'bases',
  option,
  ticked,
});
const reading: Ground = { kind: 'reading', reading: 'A1', letter: 'b' };

describe('grounds in words', () => {
  it.each<[name: string, grounds: Ground[], known: Partial<Known>, expected: string[]]>([
    ['an answer', [one('backed', 'no')], {}, ['society does not back it']],
    ['a tick', [tick('radar', true)], {}, ['radar is there']],
    [
      'an unticked option',
      [tick('radar', false)],
      { answers: { bases: ['missiles'] } },
      ['no radar is there'],
    ],
    [
      'options left unticked by "None" are one clause',
      [tick('radar', false), tick('missiles', false)],
      { answers: { bases: ['none'] } },
      ['nothing new is there'],
    ],
    [
      'unticked one by one, they are two',
      [tick('radar', false), tick('missiles', false)],
      { answers: { bases: ['radar', 'dont_know'] } },
      ['no radar is there', 'no missiles are there'],
    ],
    [
      'an option ruled out',
      [tick('radar', false)],
      { ruledOut: { bases: ['radar'] } },
      ['“Radar” is ruled out'],
    ],
    ['a choice narrowed', [one('course', 'slow', 'back')], {}, ['“At once” is ruled out']],
    [
      'a choice left as one by ruling out the rest',
      [one('course', 'slow')],
      { ruledOut: { course: ['fast', 'back'] } },
      ['it goes step by step'],
    ],
    ['a reading', [reading], {}, ['the text is read so: at all times']],
    ['nothing', [], {}, []],
  ])('%s', (_, grounds, known, expected) => {
    const clauses = explain.clauses(grounds, { answers: {}, unchecked: [], ruledOut: {}, ...known });
    expect(clauses.map(({ text }) => text)).toEqual(expected);
  });

  it('narrowed by two, both are named', () => {
    // Only a choice of four or more is still open then.
    const clauses = explain.clauses([one('course')], { answers: {}, unchecked: [], ruledOut: {} });
    expect(clauses[0]?.text).toBe('“Step by step”, “At once” and “Undone” are ruled out');
  });

  it('each names its question and whether anyone has checked it', () => {
    const known = { answers: {}, unchecked: ['backed'], ruledOut: {} };
    expect(explain.clauses([one('backed', 'no'), one('course', 'slow'), reading], known)).toEqual([
      { text: 'society does not back it', question: 'backed', number: 2, unchecked: true },
      { text: 'it goes step by step', question: 'course', number: 1, unchecked: false },
      { text: 'the text is read so: at all times', reading: 'A1', unchecked: false },
    ]);
  });
});

describe('the reason in one line', () => {
  const { stress, support } = outputs;
  it.each<[expected: string, output: Output, given: Parameters<typeof facts>[0], room?: number]>([
    ['hangs on 1 and 3', stress, { status: 'open', dependsOn: ['course', 'bases'] }],
    ['hangs on 1 and how a passage is read', stress, { status: 'open', dependsOn: ['course', 'A1'] }],
    ['hangs on how a passage is read', stress, { status: 'open', dependsOn: ['A1'] }],
    ['whatever the answers', stress, {}],
    ['whatever the answers; Member States too', support, {}],
    ['society does not back it (2)', stress, { grounds: [one('backed', 'no')] }],
    ['society backs it (2)', stress, { status: 'fails', grounds: [one('backed', 'yes')] }],
    [
      'it goes step by step and society backs it (1, 2)',
      stress,
      { grounds: [one('course', 'slow'), one('backed', 'yes')] },
    ],
    ['by your answers to 1 and 2', stress, { grounds: [one('course', 'slow'), one('backed', 'yes')] }, 20],
    ['by your answer to 2', stress, { grounds: [one('backed', 'yes')] }, 10],
    [
      'by your answers to 1, 2 and 3',
      stress,
      { grounds: [one('course', 'slow'), one('backed', 'yes'), tick('radar', true)] },
    ],
    [
      'by your answers to 1, 2 and how a passage is read',
      stress,
      { grounds: [one('course', 'slow'), one('backed', 'yes'), reading] },
    ],
    ['the text is read so: at all times', stress, { grounds: [reading] }],
    [
      'not confirmed: 3 left unsure',
      stress,
      { unconfirmed: ['bases'], answers: { bases: ['radar', 'dont_know'] }, grounds: [one('backed', 'no')] },
    ],
    ['not confirmed: 2 left unsure', stress, { unconfirmed: ['backed'], answers: { backed: 'dont_know' } }],
    ['not confirmed: 2 not answered yet', stress, { unconfirmed: ['backed'] }],
    [
      'not confirmed: hangs on 1 and 2',
      stress,
      { unconfirmed: ['course', 'backed'], answers: { backed: 'dont_know' } },
    ],
    ['not confirmed: hangs on how a passage is read', stress, { unconfirmed: ['A1'] }],
    [
      'rests on 2, from the brief, unchecked',
      stress,
      { grounds: [one('backed', 'no')], restsOnUnchecked: ['backed'], unchecked: ['backed'] },
    ],
    [
      'not confirmed: 3 not answered yet; rests on 2, from the brief, unchecked',
      stress,
      { unconfirmed: ['bases'], restsOnUnchecked: ['backed'] },
    ],
    [
      'society does not back it (2); weak: 2',
      stress,
      { grounds: [one('backed', 'no')], restsOnWeak: ['backed'] },
    ],
  ])('%s', (expected, output, given, room) => {
    expect(explain.reason(output, facts(given), room)).toBe(expected);
  });

  it('an open verdict has no because', () => {
    expect(explain.because(facts({ status: 'open', grounds: [one('backed', 'no')] }))).toEqual([]);
  });
});

describe('the state in a word', () => {
  it.each<[output: Output, holds: string, open: string, fails: string]>([
    [outputs.stress, 'applies', 'open', 'not now'],
    [outputs.sanction, 'applies', 'open', 'not now'],
    [outputs.harm, 'applies', 'open', 'not said here'],
    [outputs.revolt, 'seen', 'open', 'not seen'],
    [outputs.sign, 'seen', 'to find out', 'to watch'],
    [outputs.course, 'applies', 'not this course', 'not this course'],
    [outputs.silent, 'no advice', 'not in question', 'not in question'],
  ])('of $id', (output, holds, open, fails) => {
    const statuses: Status[] = ['holds', 'open', 'fails'];
    expect(statuses.map((status) => say.stateWord(output, status))).toEqual([holds, open, fails]);
  });

  it.each<[output: Output, status: Status, expected: string]>([
    [outputs.revolt, 'holds', 'Resistance is seen.'],
    [outputs.revolt, 'fails', 'Resistance was foreseen, and is not seen.'],
    [outputs.harm, 'fails', 'Title of harm.'],
  ])('the title of $id where it $1', (output, status, expected) => {
    expect(say.title(output, status)).toBe(expected);
  });

  it.each<[statuses: Status[], expected: string]>([
    [['holds', 'holds', 'open', 'fails'], '2 apply, 1 open'],
    [['holds', 'fails'], '1 applies'],
    [['open', 'open'], '2 open'],
    [['fails'], 'none applies now'],
    [[], 'none applies now'],
  ])('%j together', (statuses, expected) => {
    expect(say.tally(statuses)).toBe(expected);
  });
});

describe('the brief’s modality and who acts', () => {
  it.each<[modality: Modality, actors: Actor[], expected: string]>([
    ['should', ['eu'], 'The EU should …'],
    ['should', ['member_states'], 'Member States should …'],
    ['should', ['eu', 'member_states'], 'The EU and each Member State should …'],
    ['worthwhile', ['eu'], 'It is worthwhile for the EU to …'],
    ['may', ['eu'], 'The EU may …'],
  ])('%s, %j', (modality, actors, expected) => {
    expect(say.leadIn(modality, actors)).toBe(expected);
  });
});

describe('places and lists', () => {
  it('a locator is shown short and read out whole', () => {
    expect([say.shortLocator('15.1a'), say.locator('15.1a')]).toEqual([
      '¶15, s1',
      'paragraph 15, sentence 1',
    ]);
  });
  it('what a verdict depends on, in full', () => {
    expect(explain.dependsOn(['course', 'backed', 'A1'])).toBe(
      'which course it takes, whether society backs it and how the text is read: Is it unconditional?',
    );
  });
  it('a sentence begins large', () => {
    expect([say.sentence('society backs it'), say.sentence('“so”'), say.sentence('')]).toEqual([
      'Society backs it',
      '“so”',
      '',
    ]);
  });
  it('an unknown id is a bug', () => {
    expect(() => say.locator('99.9')).toThrow('no statement 99.9');
  });
});
