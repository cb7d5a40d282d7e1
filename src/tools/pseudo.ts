/**
 * The pseudo-locale: English made longer, accented and bracketed, to see text that was forgotten, cut off, or put
 * together from pieces. The tag is the customary one for it.
 */
export const PSEUDO_LOCALE = 'en-XA';

/** How much longer, as a share of the letters: what a translation out of English commonly needs. */
const GROWTH = 0.4;

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'ÅƁÇÐÉƑĜĤÎĴĶĹṀÑÖÞQŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļṁñöþqŕšţûṽŵẋýž';
const ACCENTS = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index] ?? letter]));

/** A plain text in the pseudo-locale: `Start` becomes `[Šţåŕţ ··]`. */
export function pseudoText(text: string): string {
  return framed(accented(text), letters(text));
}

/**
 * A message of the app in the pseudo-locale. Placeholders, the keywords of plural and select, `#`, and the braces
 * stay as they are; only what a reader sees changes. Malformed messages come out unharmed: they are reported elsewhere.
 */
export function pseudoMessage(message: string): string {
  const { text, count } = transformed(message);
  return framed(text, count);
}

/** Every text in a tree of plain data, keys left alone. */
export function pseudoTree(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (Array.isArray(value)) return value.map(pseudoTree);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, pseudoTree(entry)]));
}

function framed(text: string, count: number): string {
  if (text === '') return '';
  return `[${text} ${'·'.repeat(Math.max(1, Math.ceil(count * GROWTH)))}]`;
}

function accented(text: string): string {
  return [...text].map((letter) => ACCENTS.get(letter) ?? letter).join('');
}

function letters(text: string): number {
  return [...text].filter((letter) => ACCENTS.has(letter)).length;
}

/** `count`: letters that a reader sees, of the longest branch where there are several. */
function transformed(message: string): { text: string; count: number } {
  let text = '';
  let count = 0;
  let at = 0;
  while (at < message.length) {
    const open = message.indexOf('{', at);
    const end = open < 0 ? message.length : open;
    const plain = message.slice(at, end);
    text += accented(plain);
    count += letters(plain);
    if (open < 0) break;
    const close = closing(message, open);
    const inner = transformedArgument(message.slice(open + 1, close));
    text += `{${inner.text}${close < message.length ? '}' : ''}`;
    count += inner.count;
    at = close + 1;
  }
  return { text, count };
}

/** What stands between braces: `name`, or `name, plural|select, keyword {message} ...`. */
function transformedArgument(argument: string): { text: string; count: number } {
  let text = '';
  let count = 0;
  let at = 0;
  while (at < argument.length) {
    const open = argument.indexOf('{', at);
    if (open < 0) return { text: text + argument.slice(at), count };
    const close = closing(argument, open);
    const branch = transformed(argument.slice(open + 1, close));
    text += `${argument.slice(at, open)}{${branch.text}${close < argument.length ? '}' : ''}`;
    count = Math.max(count, branch.count);
    at = close + 1;
  }
  return { text, count };
}

/** Index of the brace that closes the one at `open`, or the end of the text. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}
