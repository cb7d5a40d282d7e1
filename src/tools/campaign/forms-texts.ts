/** What people and machines type, and how: key by key, by an input method, or all at once. */

export interface Typing {
  name: string;
  by: 'keys' | 'composed' | 'pasted';
  text: string;
}

/** More than any field takes: what can be kept is read from what the field says of it. */
const DOCUMENT =
  'A pasted document goes on and on, with – dashes, “quotes” and figures such as 1 234.\n\n'.repeat(260);

export const TYPINGS: readonly Typing[] = [
  { name: 'plain', by: 'keys', text: 'The refinery, 3 December (2 of 3 bidders)' },
  {
    name: 'scripts',
    by: 'keys',
    text: 'Зьвязда Łódź Έλλη عربي עברית हिन्दी ไทย ქართ አማርኛ བོད ᠮᠣᠩ 日本 한국 𐍈𐌰 𠮷',
  },
  { name: 'input method', by: 'composed', text: '会計を確認する' },
  { name: 'emoji', by: 'keys', text: '👩‍👩‍👧‍👦 🇧🇾 👍🏽 ☎️ 1️⃣' },
  { name: 'marks on letters', by: 'keys', text: 'é ȩ̌ Z̴͉͠ Å ạ̈' },
  { name: 'direction marks', by: 'pasted', text: 'a\u202Eb\u202C \u2067c\u2069 \u200F\u200E\u061C end' },
  { name: 'zero width', by: 'pasted', text: 'zero\u200Bwidth\u200C\u200D\u2060\u00AD\uFEFF end' },
  { name: 'half letters', by: 'pasted', text: 'high \uD83D low \uDE00 turned \uDE00\uD83D end' },
  {
    name: 'control characters',
    by: 'pasted',
    text: 'nul\u0000bell\u0007esc\u001Bdel\u007Fc1\u0085vt\u000Bff\u000Cend',
  },
  { name: 'line separators', by: 'pasted', text: 'one\u2028two\u2029three\r\nfour\rfive\nsix' },
  { name: 'not letters', by: 'pasted', text: '\uFFFE\uFFFF\u{10FFFF}\uE000 end' },
  { name: 'code', by: 'keys', text: '"}\\ </script> $(x) {n, plural} __proto__ &amp; =1+1;-- %00' },
  { name: 'spaces around', by: 'keys', text: '   in   the middle   ' },
  { name: 'one word', by: 'pasted', text: 'constructor' },
  { name: 'document', by: 'pasted', text: DOCUMENT },
  { name: 'at the limit', by: 'pasted', text: 'limit' },
  { name: 'one past the limit', by: 'pasted', text: 'past' },
];

/** Pressed into a date field: month, day, year, as fast or slow as it takes them. */
export const DAYS: readonly string[] = [
  '01302027',
  '013020270',
  '0130202700',
  '01300002',
  '01309999',
  '02292024',
  '02292026',
  '12312100',
  '01012101',
  '01011900',
  '0130',
];

export const NUMBERS: readonly string[] = ['8', '0', '-1', '61', '2.5', '1e9', '1e400', '007', ''];

/**
 * What a field of the browser makes of a text that is put into it: line breaks are of one kind, and in a field of one
 * line they are spaces, or nothing at its end.
 */
export function asTaken(text: string, lines: boolean): string {
  const even = text.replace(/\r\n?/g, '\n');
  return lines ? even : even.replace(/\n+$/, '').replace(/\n/g, ' ');
}
