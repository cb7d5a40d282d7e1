import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../src/messages/format.ts';
import type { MessageKey, Messages, Params } from '../../src/messages/messages.ts';
import { MalformedMessage, paramsOf, parseMessage } from '../../src/messages/parse.ts';

const KEY = 'app.name' satisfies MessageKey;

function say(message: string, params: Params = {}, language = 'en'): string {
  return createTranslate(language, { [KEY]: message } as Messages)(KEY, params);
}

describe('a message with its values', () => {
  it.each<[message: string, params: Params, language: string, expected: string]>([
    ['Start', {}, 'en', 'Start'],
    [
      '{dated}; its forecasts count from then',
      { dated: 'autumn 2020' },
      'en',
      'autumn 2020; its forecasts count from then',
    ],
    ['{a}{b}{a}', { a: 'x', b: 'y' }, 'en', 'xyx'],
    ['{n, plural, one {# answer} other {# answers}}', { n: 1 }, 'en', '1 answer'],
    ['{n, plural, one {# answer} other {# answers}}', { n: 0 }, 'en', '0 answers'],
    ['{n, plural, =0 {none} one {# answer} other {# answers}}', { n: 0 }, 'en', 'none'],
    ['{n, plural, one {# pytanie} few {# pytania} other {# pytań}}', { n: 3 }, 'pl', '3 pytania'],
    ['{n, plural, one {# pytanie} few {# pytania} other {# pytań}}', { n: 5 }, 'pl', '5 pytań'],
    ['{s, select, holds {applies} other {not now}}', { s: 'holds' }, 'en', 'applies'],
    ['{s, select, holds {applies} other {not now}}', { s: 'open' }, 'en', 'not now'],
    ['{s, select, a {{n, plural, one {# a} other {# as}}} other {none}}', { s: 'a', n: 2 }, 'en', '2 as'],
    ['{n, plural, one {one {what}} other {# {what}}}', { n: 2, what: 'left' }, 'en', '2 left'],
    ['{n, plural, other {#: {s, select, a {#!} other {}}}}', { n: 4, s: 'a' }, 'en', '4: 4!'],
    ['# is no number here', {}, 'en', '# is no number here'],
    ['{n} in all', { n: 12345 }, 'de', '12.345 in all'],
    ['{n} as it is', { n: '2020' }, 'en', '2020 as it is'],
    ['{n, select, 1 {one} other {#}}', { n: 1 }, 'en', 'one'],
    ['{ n ,plural,one{x}other{y} }', { n: 1 }, 'en', 'x'],
  ])('%s with %j in %s', (message, params, language, expected) => {
    expect(say(message, params, language)).toBe(expected);
  });

  it('writes small numbers in the digits of every language', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const languages = letters.flatMap((first) => letters.map((second) => first + second));
    for (const language of [...languages, 'ar-EG', 'ckb', 'nqo', 'en-XA'])
      for (const n of [0, 42, 999, 1000, 0.5, -3])
        expect(say('{n}', { n }, language), language).toBe(new Intl.NumberFormat(language).format(n));
  });

  it('does not show a text with a hole in it', () => {
    expect(() => say('{what} is missing')).toThrow('app.name needs a value for what');
    expect(() => say('{n, plural, other {#}}', {})).toThrow('needs a value for n');
  });

  it('does not show a key', () => {
    expect(() => createTranslate('en', {} as Messages)('app.name')).toThrow('no message app.name');
  });
});

describe('a malformed message is refused', () => {
  it.each<[message: string, problem: string, offset: number]>([
    ['{', 'a name after { is missing', 1],
    ['{n', ', is missing', 2],
    ['a}', 'a } without its {', 1],
    ['{n, plural, one {x}}', 'other is missing', 12],
    ['{n, number}', 'number: only plural and select are known', 4],
    ['{n, plural, single {x} other {y}}', 'single is no plural form', 12],
    ['{n, plural, one {x} one {y} other {z}}', 'one is given twice', 20],
    ['{n, plural, 1 {x} other {y}}', '1 is no plural form', 12],
    ['{n, select, a {x} other {y}', '} is missing', 27],
    ['{n, select, a x other {y}}', '{ is missing', 14],
  ])('%s', (message, problem, offset) => {
    expect(() => parseMessage(message)).toThrow(MalformedMessage);
    expect(() => parseMessage(message)).toThrow(expect.objectContaining({ problem, offset }));
  });
});

it('names what a message asks for', () => {
  expect(paramsOf(parseMessage('{b} {n, plural, one {{a}} other {{s, select, other {#}}}}'))).toEqual([
    'a',
    'b',
    'n, plural',
    's, select',
  ]);
});
