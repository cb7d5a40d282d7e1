import { describe, expect, it } from 'vitest';
import { pseudoMessage, pseudoText, pseudoTree } from '../../src/tools/pseudo.ts';

describe('a message in the pseudo-locale', () => {
  it.each([
    ['', ''],
    ['Start', '[Šţåŕţ ··]'],
    ['{name}', '[{name} ·]'],
    ['{count} left', '[{count} ļéƒţ ··]'],
    ['{n, plural, one {# day} other {# days}}', '[{n, plural, one {# ðåý} other {# ðåýš}} ··]'],
    ['{n, plural, =0 {none} other {# of {all}}}', '[{n, plural, =0 {ñöñé} other {# öƒ {all}}} ··]'],
    [
      '{s, select, ready {Go} other {{n, plural, one {a} other {b}}}}!',
      '[{s, select, ready {Ĝö} other {{n, plural, one {å} other {ƀ}}}}! ·]',
    ],
  ])('%j is %j', (message, expected) => expect(pseudoMessage(message)).toBe(expected));

  it.each(['{broken', 'broken}', '{n, plural, one {broken}'])('%j comes out, malformed as it is', (message) =>
    expect(pseudoMessage(message)).toContain('['),
  );
});

it('a text is longer by two fifths at least, and bracketed', () => {
  const text = 'Were non-Russian bidders kept out, in at least one such purchase?';
  const pseudo = pseudoText(text);
  expect(pseudo.length).toBeGreaterThanOrEqual(text.length * 1.4 - 4);
  expect(pseudo).toMatch(/^\[.*\]$/);
  expect(pseudo).not.toMatch(/[A-Za-z]/);
});

it('braces in a text of the pack mean nothing', () => {
  expect(pseudoText('{day}')).toBe('[{ðåý} ··]');
});

it('a tree keeps its keys and its shape', () => {
  expect(pseudoTree({ day: ['a', { b: 'c' }], n: 1, none: null })).toEqual({
    day: ['[å ·]', { b: '[ç ·]' }],
    n: 1,
    none: null,
  });
});
