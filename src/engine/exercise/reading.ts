/** The smallest steps of reading an exercise that may be anything: each says what is wrong, and goes on. */
import { isInherited } from '../inherited.ts';

/**
 * `missing`, `unknown`: a field. `malformed`: not of its form. `empty`, `long`: a text. `few`, `many`: a list, or a
 * number. `twice`: the same again. `unreadable`: control characters. `otherPack`, `otherVersion`: not the pack here.
 * `noQuestion`: the pack has none such. `notOpen`: it is settled, or was never open. `noFit`: no answer to it.
 * `noText`: a language says nothing of it. `order`: not in the order of the pack.
 */
export type ExerciseFault =
  | 'missing'
  | 'unknown'
  | 'malformed'
  | 'empty'
  | 'long'
  | 'few'
  | 'many'
  | 'twice'
  | 'unreadable'
  | 'otherPack'
  | 'otherVersion'
  | 'noQuestion'
  | 'notOpen'
  | 'noFit'
  | 'noText'
  | 'order';

export interface ExerciseProblem {
  /** Where, e.g. `injects[0].word`; '' is all of it. */
  path: string;
  fault: ExerciseFault;
}

export type Fields = Record<string, unknown>;

export class Reading {
  readonly problems: ExerciseProblem[] = [];

  report(path: string, fault: ExerciseFault): void {
    this.problems.push({ path, fault });
  }

  /** An object with exactly these fields; what is missing or unknown is told. */
  fields(value: unknown, path: string, names: readonly string[]): Fields {
    if (!isObject(value)) {
      this.report(path, 'malformed');
      return {};
    }
    for (const name of Object.keys(value))
      if (!names.includes(name)) this.report(join(path, name), 'unknown');
    for (const name of names) if (!Object.hasOwn(value, name)) this.report(join(path, name), 'missing');
    return value;
  }

  text(value: unknown, path: string, longest: number): string {
    if (value === undefined) return '';
    if (typeof value !== 'string') this.report(path, 'malformed');
    else if (value.trim() === '') this.report(path, 'empty');
    else if (value.length > longest) this.report(path, 'long');
    else if (hasControls(value)) this.report(path, 'unreadable');
    else return value;
    return '';
  }

  id(value: unknown, path: string): string {
    const text = this.text(value, path, 64);
    if (text !== '' && (!/^[\w-]+$/.test(text) || isInherited(text))) this.report(path, 'malformed');
    return text;
  }

  number(value: unknown, path: string, least: number, most: number): number {
    if (value === undefined) return least;
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) this.report(path, 'malformed');
    else if (value < least) this.report(path, 'few');
    else if (value > most) this.report(path, 'many');
    else return value;
    return least;
  }

  list(value: unknown, path: string, least: number, most: number): unknown[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) this.report(path, 'malformed');
    else if (value.length < least) this.report(path, 'few');
    else if (value.length > most) this.report(path, 'many');
    else return value;
    return [];
  }

  /** Reported at the second of two that are the same. */
  unique(items: readonly string[], at: (index: number) => string): void {
    items.forEach((item, i) => {
      if (item !== '' && items.indexOf(item) < i) this.report(at(i), 'twice');
    });
  }
}

export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Characters that steer a machine, but for line breaks and tabs; and those that turn the direction of what follows. */
function hasControls(text: string): boolean {
  return /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text.replace(/[\n\r\t]/g, ''));
}
