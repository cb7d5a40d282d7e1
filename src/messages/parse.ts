/**
 * Reads a message of the ICU subset that Waymark uses:
 * `{name}`; `{n, plural, =0 {...} one {...} other {...}}` with `#` for the number; `{x, select, a {...} other {...}}`.
 * Nested as deep as one likes; `other` is always there. There is no quoting: braces are never text.
 */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'value'; name: string }
  /** `#`: the number of the plural around it. */
  | { kind: 'number' }
  | { kind: 'plural' | 'select'; name: string; cases: Record<string, Part[]> };

/** What is wrong with a message, and where (offset in UTF-16 units, from 0). */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
  constructor(
    readonly problem: string,
    readonly offset: number,
  ) {
    super(`${problem} (at character ${offset + 1})`);
  }
}

const NAME = /[A-Za-z][A-Za-z0-9_]*/y;
const CASE = /=\d+|[A-Za-z0-9][A-Za-z0-9_+:-]*/y;
const SPACE = /\s*/y;
const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** Parses a message; throws MalformedMessage. */
export function parseMessage(source: string): Part[] {
  const reader = new Reader(source);
  const parts = reader.parts(false);
  if (reader.offset < source.length) throw new MalformedMessage('a } without its {', reader.offset);
  return parts;
}

/** The names a message asks for, with the way each is used, sorted: what two languages must have in common. */
export function paramsOf(parts: readonly Part[]): string[] {
  const found = new Set<string>();
  const visit = (part: Part) => {
    if (part.kind === 'value') found.add(part.name);
    if (part.kind === 'plural' || part.kind === 'select') {
      found.add(`${part.name}, ${part.kind}`);
      for (const inner of Object.values(part.cases)) inner.forEach(visit);
    }
  };
  parts.forEach(visit);
  return [...found].sort();
}

class Reader {
  offset = 0;
  constructor(private readonly source: string) {}

  parts(inPlural: boolean): Part[] {
    const parts: Part[] = [];
    while (this.offset < this.source.length) {
      const next = this.source[this.offset];
      if (next === '}') return parts;
      if (next === '{') parts.push(this.placeholder(inPlural));
      else if (next === '#' && inPlural) {
        this.offset += 1;
        parts.push({ kind: 'number' });
      } else parts.push(this.text(inPlural));
    }
    return parts;
  }

  private text(inPlural: boolean): Part {
    const start = this.offset;
    const stop = inPlural ? /[{}#]/g : /[{}]/g;
    stop.lastIndex = start;
    this.offset = stop.exec(this.source)?.index ?? this.source.length;
    return { kind: 'text', text: this.source.slice(start, this.offset) };
  }

  private placeholder(inPlural: boolean): Part {
    this.expect('{');
    this.match(SPACE, '');
    const name = this.match(NAME, 'a name after {');
    this.match(SPACE, '');
    if (this.source[this.offset] === '}') {
      this.offset += 1;
      return { kind: 'value', name };
    }
    this.expect(',');
    const at = this.offset;
    const kind = this.match(NAME, 'plural or select').trim();
    if (kind !== 'plural' && kind !== 'select') {
      throw new MalformedMessage(`${kind}: only plural and select are known`, at);
    }
    this.expect(',');
    const cases = this.cases(kind, inPlural);
    this.expect('}');
    return { kind, name, cases };
  }

  private cases(kind: 'plural' | 'select', inPlural: boolean): Record<string, Part[]> {
    const cases: Record<string, Part[]> = {};
    this.match(SPACE, '');
    const start = this.offset;
    while (this.offset < this.source.length && this.source[this.offset] !== '}') {
      const at = this.offset;
      const label = this.match(CASE, 'a case such as one or other');
      if (kind === 'plural' && !label.startsWith('=') && !PLURALS.has(label)) {
        throw new MalformedMessage(`${label} is no plural form`, at);
      }
      if (label in cases) throw new MalformedMessage(`${label} is given twice`, at);
      this.expect('{');
      cases[label] = this.parts(kind === 'plural' || inPlural);
      this.expect('}');
      this.match(SPACE, '');
    }
    if (!('other' in cases)) throw new MalformedMessage('other is missing', start);
    return cases;
  }

  private expect(mark: string): void {
    this.match(SPACE, '');
    if (this.source[this.offset] !== mark) throw new MalformedMessage(`${mark} is missing`, this.offset);
    this.offset += 1;
    if (mark === ',') this.match(SPACE, '');
  }

  private match(pattern: RegExp, what: string): string {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.source);
    if (found === null) throw new MalformedMessage(`${what} is missing`, this.offset);
    this.offset += found[0].length;
    return found[0];
  }
}
