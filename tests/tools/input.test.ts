import { describe, expect, it } from 'vitest';
import { readInput } from '../../src/tools/cli/input.ts';

describe('the forms of input', () => {
  it.each([
    ['one object', '{"a": 1}', 'one', [['', { a: 1 }]]],
    ['one object over several lines', '{\n"a":\n1\n}\n', 'one', [['', { a: 1 }]]],
    ['one object after a byte order mark', '\uFEFF{}', 'one', [['', {}]]],
    [
      'an array',
      ' \n[{}, null]',
      'list',
      [
        ['item 1', {}],
        ['item 2', null],
      ],
    ],
    ['an empty array', '[]', 'list', []],
    [
      'one a line',
      '{"a": 1}\n\n{"b": 2}\r\n',
      'lines',
      [
        ['line 1', { a: 1 }],
        ['line 3', { b: 2 }],
      ],
    ],
    [
      'the same key in different objects',
      '[{"a": 1}, {"a": {"a": 2}}]',
      'list',
      [
        ['item 1', { a: 1 }],
        ['item 2', { a: { a: 2 } }],
      ],
    ],
  ])('%s', (_, text, form, items) => {
    expect(readInput(text)).toEqual({
      form,
      items: items.map(([place, value]) => ({ place, value })),
      problems: [],
    });
  });
});

describe('text that cannot be taken', () => {
  it.each([
    ['nothing', ' \n', '', /nothing/],
    ['no JSON', 'buyout: russian', 'line 1, column 1', /not JSON/],
    ['an array that is not closed', '[{}', 'line 1, column 4', /closing \]/],
    ['a comma too many', '{"a": 1,}', 'line 1, column 9', /key/],
    ['a comment', '{"a": 1} // why', 'line 1, column 10', /comments/],
    ['something after the end', '{"a": 1} {"b": 2}', 'line 1, column 10', /after its end/],
    ['a broken line', '{"a": 1}\n{"b": }\n', 'line 2, column 7', /value/],
    ['a key twice', '{"a": 1, "a": 2}', 'line 1, column 10', /"a" is given twice/],
    ['a key twice, once escaped', '{"a": 1, "\\u0061": 2}', 'line 1, column 10', /"a" is given twice/],
    ['a key twice in a list', '[{}, {"a": 1, "a": 2}]', 'item 2', /"a" is given twice/],
    ['a key twice in a line', '{}\n{"a": 1, "a": 2}', 'line 2, column 10', /"a" is given twice/],
    ['a control character in a text', '{"a": "\u0001"}', 'line 1, column 7', /not JSON/],
  ])('%s', (_, text, place, message) => {
    const { problems } = readInput(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.place).toBe(place);
    expect(problems[0]?.message).toMatch(message);
  });
});
