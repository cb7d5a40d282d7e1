/** Exercises: what holds, and everything that is told of what does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openedBy, tablesOf } from '../../../src/engine/exercise/exercise.ts';
import { readExercise } from '../../../src/engine/exercise/read-exercise.ts';
import { smallPack } from '../../session/small-pack.ts';
import { exercise } from '../../session/workshop/sample-exercise.ts';

const en = exercise.texts.en;
const inject = exercise.injects[0];
const problemsOf = (changes: object): string[] => {
  const read = readExercise({ ...exercise, ...changes }, smallPack);
  return 'problems' in read ? read.problems.map(({ path, fault }) => `${path}: ${fault}`) : [];
};

it('reads what holds, as it is', () => {
  expect(readExercise(exercise, smallPack)).toEqual({ exercise });
  expect(tablesOf(exercise)).toBe(8);
  expect(tablesOf({ tables: { names: ['Red', 'Blue'] } })).toBe(2);
});

it('opens an inject by its word, however it is typed', () => {
  expect(openedBy(' harbour ', exercise)?.id).toBe('tender');
  expect(openedBy('harbours', exercise)).toBeUndefined();
});

describe('what is wrong is told by its place', () => {
  it.each<[string, object, string[]]>([
    ['no id', { id: undefined }, []],
    ['an id with a space', { id: 'a b' }, ['id: malformed']],
    ['a field that nobody knows', { colour: 'red' }, ['colour: unknown']],
    ['not hypothetical', { hypothetical: false }, ['hypothetical: malformed']],
    ['another brief', { pack: { ...exercise.pack, id: 'other' } }, ['pack: otherPack']],
    ['another version', { pack: { ...exercise.pack, hash: 'x' } }, ['pack: otherVersion']],
    ['no question', { questions: [], injects: [] }, ['questions: few', 'texts.en.injects.tender: unknown']],
    ['a question twice', { questions: ['decisions', 'decisions', 'buyout'] }, ['questions[1]: twice']],
    ['a question that is none', { questions: ['buyout', 'weather'] }, ['questions[1]: noQuestion']],
    ['out of order', { questions: ['buyout', 'decisions'] }, ['questions[1]: order']],
    ['an answer that is none', { answers: { energy: 'maybe' } }, ['answers.energy: noFit']],
    ['settled and open', { answers: { decisions: 'taken' } }, ['answers.decisions: notOpen']],
    ['a word of two letters', { injects: [{ ...inject, word: 'ab' }] }, ['injects[0].word: malformed']],
    ['a word with a space', { injects: [{ ...inject, word: 'two words' }] }, ['injects[0].word: malformed']],
    [
      'news about what is not open',
      { injects: [{ ...inject, touches: ['energy', 'nothing', 'bidders'] }] },
      [
        'injects[0].touches[0]: notOpen',
        'injects[0].touches[1]: noQuestion',
        'injects[0].touches[2]: notOpen',
      ],
    ],
    [
      'two injects of one name',
      { injects: [inject, inject] },
      ['injects[1].id: twice', 'injects[1].word: twice'],
    ],
    ['minutes below nought', { minutes: { ...exercise.minutes, join: -1 } }, ['minutes.join: few']],
    ['half minutes', { minutes: { ...exercise.minutes, join: 0.5 } }, ['minutes.join: malformed']],
    ['no tables', { tables: { count: 0 } }, ['tables.count: few']],
    ['too many tables', { tables: { count: 61 } }, ['tables.count: many']],
    ['two tables of one name', { tables: { names: ['Red', 'Red'] } }, ['tables.names[1]: twice']],
    ['names and a number', { tables: { names: ['Red'], count: 1 } }, ['tables.count: unknown']],
    ['half is agreed', { threshold: 50 }, ['threshold: few']],
    [
      'a grade that is none',
      { sources: [{ id: 's1', reliability: 'G', credibility: '0' }] },
      ['sources[0].reliability: malformed', 'sources[0].credibility: malformed'],
    ],
    ['no words in its language', { language: 'be' }, ['language: noText']],
    ['a source without words', { texts: { en: { ...en, sources: {} } } }, ['texts.en.sources.s1: noText']],
    [
      'words about nothing',
      { texts: { en: { ...en, roles: { ...en?.roles, x: {} } } } },
      ['texts.en.roles.x: unknown'],
    ],
    ['an empty title', { texts: { en: { ...en, title: ' ' } } }, ['texts.en.title: empty']],
    [
      'a title that turns writing round',
      { texts: { en: { ...en, title: 'a\u202eb' } } },
      ['texts.en.title: unreadable'],
    ],
    ['a title of a page', { texts: { en: { ...en, title: 'x'.repeat(200) } } }, ['texts.en.title: long']],
    [
      'several at once',
      { threshold: 'high', prediction: 1, rulingOut: false, roles: ['a', 'a'] },
      [
        'roles[1]: twice',
        'rulingOut: malformed',
        'prediction: malformed',
        'texts.en.roles.lead: unknown',
        'texts.en.roles.a: noText',
        'texts.en.roles.a: noText',
        'threshold: malformed',
      ],
    ],
  ])('%s', (name, changes, expected) => {
    if (name === 'no id') {
      const { id: _, ...rest } = exercise;
      expect(readExercise(rest, smallPack)).toEqual({ problems: [{ path: 'id', fault: 'missing' }] });
    } else expect(problemsOf(changes).sort()).toEqual([...expected].sort());
  });

  it('every field that is missing, and whatever else it is given: told and never thrown', () => {
    expect(readExercise({}, smallPack)).toMatchObject({ problems: expect.any(Array) });
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(exercise)), fc.jsonValue(), (field, value) => {
        const read = readExercise({ ...exercise, [field]: value }, smallPack);
        const back = 'exercise' in read ? readExercise(read.exercise, smallPack) : read;
        expect(back).toEqual(read);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.anything(), (value) => void readExercise(value, smallPack)),
      { numRuns: 500 },
    );
  });
});
