/** A workshop written down: what the room came to is in it, and nothing that anybody wrote becomes markup or a formula. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AfterActionParts, afterAction } from '../../src/documents/after-action.ts';
import { csv } from '../../src/documents/csv.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { createRoomReasoner } from '../../src/engine/room/create-room-reasoner.ts';
import { createTranslate } from '../../src/messages/format.ts';
import type { Messages } from '../../src/messages/messages.ts';
import { boardOf } from '../../src/session/workshop/board.ts';
import { situationAt } from '../../src/session/workshop/counts.ts';
import { foldRoom, taking } from '../../src/session/workshop/fold-room.ts';
import { addToRoom, type RoomAction } from '../../src/session/workshop/room.ts';
import { readExercises } from '../../src/tools/exercises.ts';
import { app, pack } from '../view/real-brief.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/messages/en');
const messages: Messages = Object.assign(
  {},
  ...readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);
const parts: AfterActionParts = {
  pack,
  words: app.words.value,
  t: createTranslate('en', messages),
  language: 'en',
  calendarDay: (day) => day,
  dayOf: (time) => time.slice(0, 10),
};
const exercise = readExercises(join(root, 'rules/belarus-russia-2020'), pack).exercises[1];
if (exercise === undefined) throw new Error('no exercise');
const reasoner = createRoomReasoner(pack);

let room = addToRoom([], { type: 'opened', room: 'r', exercise }, '2026-11-27T09:00:00.000Z');
const add = (action: RoomAction) => {
  room = addToRoom(room, action, '2026-11-27T10:00:00.000Z');
};
const hand = (table: number, round: number, election_pres: string, election_parl: string) =>
  add(
    taking(
      foldRoom(room),
      { table, round, answers: { election_pres, election_parl }, ruledOut: {}, confidence: {} },
      'typed',
    ),
  );
hand(1, 1, 'free_fair', 'not_free_fair');
hand(2, 1, 'not_free_fair', 'free_fair');
hand(3, 1, 'dont_know', 'dont_know');
add({ type: 'injectOpened', inject: 'final-report', round: 2 });
add({ type: 'roundBegun', round: 2 });
hand(1, 2, 'free_fair', 'free_fair');
add({ type: 'wrote', part: 'hotWash', text: '# We guessed\n<b>too</b> *much* | [so](http://x)' });
add({ type: 'wrote', part: 'notes', text: 'Only for me' });
add({ type: 'agreed', action: { id: 'a', what: '=cmd|calc', owner: '', due: '2026-12-01' } });

const state = foldRoom(room);
const judging = {
  brief: { pack, engine: createEngine(pack) },
  workshop: {
    verdicts: (of: typeof state, round: number) => {
      const hands = [...(of.hands.get(round) ?? [])];
      return {
        tables: hands.map(([table]) => table),
        verdicts: reasoner.verdicts(hands.map(([, one]) => situationAt(of, one.handIn))),
      };
    },
  },
};
const boards = [1, 2].flatMap((round) => boardOf(judging, state, round) ?? []);
const report = afterAction(parts, state, boards);

describe('in Markdown', () => {
  it.each<[string, string]>([
    ['says what it is', '# After action: The two ballots'],
    ['hypothetical', '**hypothetical.**'],
    ['counts, and no probability', 'None of them is a probability.'],
    ['verdicts by table', '| The EU should offer comprehensive help'],
    ['what only both together have', '**applies**: 16 Yes, free and fair (1); 17 Yes, free and fair (2)'],
    ['the news', 'With this news: The final report.'],
    ['who moved', '- 17: Table 1: from “Yes, not free and fair” to “Yes, free and fair”'],
    ['the splits that mattered', '**16 Has a new presidential election been held since the crisis began?**'],
    ['who does what', '| =cmd\\|calc | nobody yet | 2026-12-01 |'],
  ])('%s', (_, text) => expect(report.markdown).toContain(text));
  it('what people wrote makes no heading, link or markup', () => {
    expect(report.markdown).toContain(
      '> \\# We guessed\n> \\<b\\>too\\</b\\> \\*much\\* \\| \\[so\\](http://x)',
    );
  });
});

it('the trainer’s own notes are in neither', () => {
  expect(state.debrief.notes).toBe('Only for me');
  expect(report.markdown + report.csv).not.toContain('Only for me');
  expect(report.markdown).not.toContain('Your own notes');
});

describe('as a table', () => {
  it('has every answer and verdict of every table', () => {
    const lines = report.csv.trim().split('\r\n');
    const advice = boards[0]?.advice.length ?? 0;
    expect(lines).toHaveLength(1 + 4 * (exercise.questions.length + advice));
    expect(report.csv.startsWith('\ufeff')).toBe(true);
    expect(lines[0]).toBe('Round,Table,Kind,Number,What,At this table');
    expect(report.csv).toContain(
      '2,Table 1,answer,17,Has a new parliamentary election been held since the crisis began?,"Yes, free and fair"',
    );
    expect(report.csv).toMatch(/2,Table 1,verdict,R6,.*,applies\r\n/);
  });
  it.each<[string, string]>([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a = b', 'a = b'],
    ['a, "b"', '"a, ""b"""'],
    ['a\nb', '"a\nb"'],
  ])('a cell %j', (text, expected) => expect(csv([[text]])).toBe(`\ufeff${expected}\r\n`));
});
