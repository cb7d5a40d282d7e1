import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { OpenSession } from '../../src/session/desk.ts';
import { questionToResume, seeQuestion } from '../../src/view/resume.ts';

interface Case {
  walk: string[];
  left?: string[];
  answered?: string[];
  path?: 'short' | 'whole';
  seen?: string;
}

let sessions = 0;

function open({ walk, left = [], answered = [], path = 'short', seen }: Case): OpenSession {
  const id = `session ${++sessions}`;
  if (seen !== undefined) seeQuestion(id, seen);
  return {
    id,
    walk: signal(walk.map((question) => ({ id: question }))),
    leftToSettle: signal(left),
    state: signal({ path, answers: Object.fromEntries(answered.map((question) => [question, 'x'])) }),
  } as unknown as OpenSession;
}

it.each<[name: string, session: Case, expected: string]>([
  ['the question last seen', { walk: ['a', 'b', 'c'], left: ['b'], seen: 'c' }, 'c'],
  ['not one that is no longer asked', { walk: ['a', 'b'], left: ['b'], seen: 'c' }, 'b'],
  ['the first that the advice waits for', { walk: ['a', 'b', 'c'], left: ['c'], answered: ['b'] }, 'c'],
  ['not one outside the walk', { walk: ['a', 'b'], left: ['z'], answered: ['a'] }, 'b'],
  ['on the whole path the first without an answer', { walk: ['a', 'b'], left: ['b'], path: 'whole' }, 'a'],
  ['the first of all where all are answered', { walk: ['a', 'b'], answered: ['a', 'b'] }, 'a'],
  ['none where there is none', { walk: [] }, ''],
])('%s', (_, session, expected) => {
  expect(questionToResume(open(session))).toBe(expected);
});
