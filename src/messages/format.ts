/** Messages with their values put in, in one language: plurals and numbers as that language has them. */
import type { Messages, Params, Translate } from './messages.ts';
import { type Part, parseMessage } from './parse.ts';

/**
 * The Translate of one language. `language` is BCP 47; `messages` are whole and checked at build time (see check.ts).
 * A message is parsed when first asked for. Throws on an unknown key and on a value that is not given: both are bugs.
 */
export function createTranslate(language: string, messages: Messages): Translate {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const parsed = new Map<string, Part[]>();

  const format = (parts: readonly Part[], key: string, params: Params, number: number): string =>
    parts.map((part) => formatPart(part, key, params, number)).join('');

  const formatPart = (part: Part, key: string, params: Params, number: number): string => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'number':
        return numbers.format(number);
      case 'value': {
        const value = paramOf(part.name, key, params);
        return typeof value === 'number' ? numbers.format(value) : value;
      }
      case 'plural': {
        const n = Number(paramOf(part.name, key, params));
        const chosen = part.cases[`=${n}`] ?? part.cases[plurals.select(n)] ?? part.cases.other;
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
