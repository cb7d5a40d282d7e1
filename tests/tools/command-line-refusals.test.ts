/** The command line where it refuses: exit code 2, nothing on standard output, every problem with its place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVALUATE, lines, npm, PACK, type Result, waymark } from './command.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const write = (name: string, text: string) => writeFileSync(at(name), text);

/** What `evaluate` says to this text. */
function evaluated(text: string): Promise<Result> {
  write('input.json', text);
  return waymark([...EVALUATE, 'input.json'], folder);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One wrong line each: where, what is wrong, what would be right. */
const WRONG: [string, string, RegExp, RegExp][] = [
  ['{"buyuot": "russian"}', 'buyuot', /"buyuot" is not a question/, /"buyout"/],
  ['{"__proto__": "russian"}', '__proto__', /"__proto__" is not a question/, /Write one of "scenario"/],
  ['{"buyout": "rusian"}', 'buyout', /"rusian" is not an option of "buyout"/, /Did you mean "russian"\?/],
  ['{"narrative": ["volontary"]}', 'narrative[0]', /"volontary" is not an option/, /"voluntary"/],
  ['{"readings": {"A66": "b"}}', 'readings.A66', /"A66" is not a reading/, /"A6"/],
  ['{"readings": {"A6": "z"}}', 'readings.A6', /"z" is not a letter of "A6"/, /"a", "b"/],
  ['{"readings": {"A6": 1}}', 'readings.A6', /1 is not a letter/, /as text/],
  ['{"buyout": ["russian"]}', 'buyout', /a list is not an answer/, /Write one of .*"russian"/],
  ['{"buyout": true}', 'buyout', /true is not an answer/, /Write one of/],
  ['{"buyout": 3}', 'buyout', /3 is not an answer/, /Write one of/],
  ['{"buyout": {"russian": true}}', 'buyout', /an object is not an answer/, /Write one of/],
  ['{"buyout": ""}', 'buyout', /"" is not an option/, /Write one of/],
  ['{"narrative": "voluntary"}', 'narrative', /"voluntary" is not a list/, /Write a list of "voluntary"/],
  ['{"narrative": [1]}', 'narrative[0]', /1 is not an option/, /as text/],
  ['{"narrative": ["voluntary", "none"]}', 'narrative', /"none" stands alone/, /Write \["none"\]/],
  ['{"narrative": ["none", "dont_know"]}', 'narrative', /"none" stands alone/, /leave "none" out/],
  ['{"narrative": ["voluntary", "voluntary"]}', 'narrative[1]', /given twice/, /Write it once/],
  ['{"buyout": "russian", "buyout": "none"}', 'column 23', /"buyout" is given twice/, /Keep one/],
  ['{"answers": {"buyout": "none"}, "answers": {}}', 'column 33', /"answers" is given twice/, /Keep one/],
  ['{"buyout": null}', 'buyout', /null is not an answer/, /leave the question out/],
  ['{"narrative": null}', 'narrative', /null is not an answer/, /\[\] means unanswered/],
  ['{"narrative": [null]}', 'narrative[0]', /null is not an option/, /Write one of/],
  ['{"answers": null}', 'answers', /null is not an object/, /leave it out/],
  ['{"readings": {"A6": null}}', 'readings.A6', /null is not a letter/, /Write one of/],
  ['{"ruledOut": {"scenario": null}}', 'ruledOut.scenario', /null is not a list/, /Write a list of/],
  ['{"answers": {}, "reading": {}}', 'reading', /"reading" is not known/, /"readings"/],
  ['{"answers": {}, "buyout": "none"}', 'buyout', /"buyout" is not known here/, /under "answers"/],
  [
    '{"answers": {"scenario": "annexation"}, "ruledOut": {"scenario": ["annexation"]}}',
    'ruledOut.scenario',
    /"annexation" is ruled out and answered/,
    /one of the two/,
  ],
  [
    '{"answers": {"narrative": ["voluntary"]}, "ruledOut": {"narrative": ["voluntary"]}}',
    'ruledOut.narrative',
    /"voluntary" is ruled out and answered/,
    /one of the two/,
  ],
  ['{"ruledOut": {"scnario": ["annexation"]}}', 'ruledOut.scnario', /not a question/, /"scenario"/],
  ['{"ruledOut": {"scenario": ["anexation"]}}', 'ruledOut.scenario[0]', /not an option/, /"annexation"/],
  [
    '{"ruledOut": {"scenario": ["stalled", "stalled"]}}',
    'ruledOut.scenario[1]',
    /"stalled" is given twice/,
    /once/,
  ],
  ['{"ruledOut": {"narrative": ["none"]}}', 'ruledOut.narrative', /"none" cannot be ruled out/, /Tick/],
  ['{"ruledOut": {"buyout": ["dont_know"]}}', 'ruledOut.buyout', /"dont_know" cannot be/, /Rule out options/],
  [
    '{"ruledOut": {"mandate_social": ["yes", "no"]}}',
    'ruledOut.mandate_social',
    /every option .* is ruled out/,
    /Leave at least one/,
  ],
  ['null', '', /null is not a situation/, /Write an object/],
  ['["buyout"]', '', /a list is not a situation/, /Write an object/],
  ['"buyout"', '', /"buyout" is not a situation/, /Write an object/],
];
/** Not JSON at all: an array that holds one of these cannot be read any further. */
const NOT_JSON: typeof WRONG = [
  ['{"buyout": }', 'column 12', /not JSON: a value is expected/, /Write JSON/],
  ['{buyout: "none"}', 'column 2', /not JSON/, /Write JSON/],
];

/** The message on each item, by its place: what stands between the place and the end of the line. */
function holdsEach(wrong: typeof WRONG, err: string, place: (i: number) => string, whole: boolean): void {
  const told = lines(err);
  expect(told).toHaveLength(wrong.length);
  wrong.forEach(([text, path, message, advice], i) => {
    const where = whole || !path.startsWith('column') ? path : '';
    const start = `wrong.json: ${place(i)}${where ? `, ${where}` : ''}: `;
    expect(told[i]?.slice(0, start.length), text).toBe(start);
    const [said = '', right = ''] = told[i]?.slice(start.length).split(/\. (.*)/s) ?? [];
    expect(said, text).toMatch(message);
    expect(right, text).toMatch(advice);
  });
}

describe('input that cannot be taken: code 2, nothing printed', () => {
  it('every problem is told, with its line, what is wrong and what would be right', async () => {
    const wrong = [...WRONG.slice(0, 5), ...NOT_JSON, ...WRONG.slice(5)];
    write('wrong.json', wrong.map(([text]) => `${text}\n`).join(''));
    const { code, out, err } = await waymark([...EVALUATE, 'wrong.json'], folder);
    expect([code, out]).toEqual([2, '']);
    holdsEach(wrong, err, (i) => `line ${i + 1}`, true);
  });

  it('and with its place in an array, good ones between', async () => {
    mkdirSync(at('array'));
    write('array/wrong.json', `[{},\n${WRONG.map(([text]) => text).join(',\n{},\n')}]`);
    const { code, out, err } = await npm([...EVALUATE, 'wrong.json'], at('array'));
    expect([code, out]).toEqual([2, '']);
    holdsEach(WRONG, err, (i) => `item ${2 * i + 2}`, false);
  });

  it('everything that is wrong in one object', async () => {
    const input =
      '{\n "answers": {"buyout": "x", "narrative": ["none", "benefits"]},\n "readings": {"B": "a"}\n}';
    const { code, out, err } = await evaluated(input);
    expect([code, out]).toEqual([2, '']);
    expect(lines(err).map((line) => line.split(': ', 2))).toEqual([
      ['input.json', 'answers.buyout'],
      ['input.json', 'answers.narrative'],
      ['input.json', 'readings.B'],
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['nothing', ' \n', /^input.json: there is nothing in it\. Write \{\}/],
    ['a text', 'buyout: russian', /^input.json: line 1, column 1: this is not JSON/],
    ['an array without its end', '[{}', /^input.json: line 1, column 4: .*a closing \] is expected/],
    [
      'an object over several lines with a comma too many',
      '{\n  "narrative": [\n    "voluntary"\n  ],\n}\n',
      /^input.json: line 5, column 1: this is not JSON: a key/,
    ],
    ['lists in lists without end', '['.repeat(200_000), /^input.json: it is nested too deeply/],
  ])('%s', async (_, input, message) => {
    const { code, out, err } = await evaluated(input);
    expect([code, out]).toEqual([2, '']);
    expect(lines(err)).toHaveLength(1);
    expect(err).toMatch(message);
  });
});

describe('wrong use: code 2, nothing printed', () => {
  it.each<[string, string[], RegExp[]]>([
    ['no command', [], [/^Which command\?/, /Usage:/]],
    ['an unknown command', ['evalute'], [/^"evalute" is not a command/, /Usage:/]],
    ['neither pack nor file', ['evaluate'], [/Which pack\? Write --pack/, /Which file\?/, /Usage:/]],
    [
      'flags that are not known, a pack twice, two files',
      [...EVALUATE, '--pack', 'x', '--fast', 'a.json', 'b.json'],
      [/^"--fast" is not known/m, /^--pack is given twice/m, /"b.json" is a second one/],
    ],
    ['a flag without its value', ['evaluate', 'a.json', '--pack'], [/^--pack wants a value/]],
    [
      'an output version to come',
      [...EVALUATE, '--output-version=2', '-'],
      [/^Output version 2 is not known.*1/],
    ],
    [
      'an unknown pack',
      ['evaluate', '--pack', 'belarus', '-'],
      [/^There is no pack "belarus"/, new RegExp(PACK)],
    ],
    ['a file that is not there', [...EVALUATE, 'none.json'], [/^none.json cannot be read: it is not there/]],
    ['a folder as a file', [...EVALUATE, '.'], [/^\. cannot be read: it is a folder/]],
    ['check: an unknown pack', ['check', PACK, 'belarus'], [/^There is no pack "belarus"/]],
    ['check: an unknown flag', ['check', '--fast'], [/^"--fast" is not known/]],
    ['schema: no pack', ['schema'], [/^Name one pack/]],
    ['schema: an unknown pack', ['schema', 'belarus'], [/^There is no pack "belarus"/]],
  ])('%s', async (_, args, messages) => {
    const { code, out, err } = await waymark(args, folder);
    expect([code, out]).toEqual([2, '']);
    for (const message of messages) expect(err).toMatch(message);
  });
});

it('wrong use ends a process of its own with code 2, too', async () => {
  const { code, out, err } = await npm(['evalute'], folder);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^"evalute" is not a command/);
});
