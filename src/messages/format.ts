/** Messages with their values put in, in one language: plurals and numbers as that language has them. */
import type { Messages, Params, Translate } from './messages.ts';
import { type Part, parseMessage } from './parse.ts';

/** Languages that count, somewhere, with digits of their own. In all others 0 to 999 are the same everywhere. */
const OWN_DIGITS = new Set(
  'ar ars as bgc bgn bho bn brx ccp ckb doi dz fa ks lrc mai mni mr my mzn ne nqo ps raj sa sat sd ur uz'.split(
    ' ',
  ),
);

/**
 * The Translate of one language. `language` is BCP 47; `messages` are whole and checked at build time (see check.ts).
 * A message is parsed when first asked for. Throws on an unknown key and on a value that is not given: both are bugs.
 */
export function createTranslate(language: string, messages: Messages): Translate {
  // Made when a message first needs them: a browser takes longer over the first of each than over a whole screen.
  let ofPlurals: Intl.PluralRules | undefined;
  let ofNumbers: Intl.NumberFormat | undefined;
  const caseOf = (n: number) => {
    ofPlurals ??= new Intl.PluralRules(language);
    return ofPlurals.select(n);
  };
  const sayNumber = (n: number) => {
    if (Number.isInteger(n) && n >= 0 && n < 1000 && !OWN_DIGITS.has(language.split('-')[0] ?? ''))
      return String(n);
    ofNumbers ??= new Intl.NumberFormat(language);
    return ofNumbers.format(n);
  };
  const parsed = new Map<string, Part[]>();

  const format = (parts: readonly Part[], key: string, params: Params, number: number): string =>
    parts.map((part) => formatPart(part, key, params, number)).join('');

  const formatPart = (part: Part, key: string, params: Params, number: number): string => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'number':
        return sayNumber(number);
      case 'value': {
        const value = paramOf(part.name, key, params);
        return typeof value === 'number' ? sayNumber(value) : value;
      }
      case 'plural': {
        const n = Number(paramOf(part.name, key, params));
        const chosen = part.cases[`=${n}`] ?? part.cases[caseOf(n)] ?? part.cases.other;
        return format(chosen ?? [], key, params, n);
      }
      case 'select': {
        const chosen = part.cases[String(paramOf(part.name, key, params))] ?? part.cases.other;
        return format(chosen ?? [], key, params, number);
      }
    }
  };

  return (key, params = {}) => {
    const source = messages[key];
    if (source === undefined) throw new Error(`no message ${key} in ${language}`);
    const parts = parsed.get(key) ?? parseMessage(source);
    parsed.set(key, parts);
    return format(parts, key, params, 0);
  };
}

function paramOf(name: string, key: string, params: Params): string | number {
  const value = params[name];
  if (value === undefined) throw new Error(`message ${key} needs a value for ${name}`);
  return value;
}
