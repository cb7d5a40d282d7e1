/** The text given to `evaluate`: one JSON object, an array of them, or one object a line. */
import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';

export type InputForm = 'one' | 'list' | 'lines';

export interface InputItem {
  /** Where it stands, for messages: '' for a single object, `item 3`, `line 7`. */
  place: string;
  value: unknown;
}

export interface InputProblem {
  place: string;
  message: string;
  advice: string;
}

/** With `unreadable`, nothing can be made of the text. */
type TextProblem = InputProblem & { unreadable?: true };
type Placed = (line: number, column: number, path: readonly (string | number)[]) => string;

export type Input = { form: InputForm; items: InputItem[]; problems: InputProblem[] };

/** Reads the text; everything that is wrong with it as JSON is in `problems`, what could be read is in `items`. */
export function readInput(text: string): Input {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') {
    const problem = {
      place: '',
      message: 'there is nothing in it',
      advice: 'Write {} for a situation with nothing answered.',
    };
    return { form: 'one', items: [], problems: [problem] };
  }
  if (content.trimStart().startsWith('[')) return readList(content);
  if (isValid(content)) return readOne(content);
  const lines = linesOf(content);
  return lines.some(isObject) || lines.every(({ line }) => isValid(line))
    ? readLines(lines)
    : readOne(content);
}

/** One line of many, and not a piece of one object that is written over several lines and has a mistake. */
function isObject({ line }: { line: string }): boolean {
  return line.startsWith('{') && line.endsWith('}');
}

function readOne(text: string): Input {
  const { problems, values } = parsed(text, placeInText);
  return { form: 'one', items: values.map((value) => ({ place: '', value })), problems };
}

function readList(text: string): Input {
  const { problems, values } = parsed(text, (line, column, path) =>
    typeof path[0] === 'number' ? `item ${path[0] + 1}` : placeInText(line, column),
  );
  const list = values.flatMap((value) => (Array.isArray(value) ? value : [value]));
  return { form: 'list', items: list.map((value, i) => ({ place: `item ${i + 1}`, value })), problems };
}

function readLines(lines: { number: number; line: string }[]): Input {
  const read = lines.map(({ number, line }) => {
    const { problems, values } = parsed(line, (_, column) => `line ${number}, column ${column}`);
    return { problems, items: values.map((value) => ({ place: `line ${number}`, value })) };
  });
  return {
    form: 'lines',
    items: read.flatMap(({ items }) => items),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** `values`: what the text says, or nothing where it is not JSON. A key given twice leaves it readable. */
function parsed(text: string, placed: Placed): { problems: InputProblem[]; values: unknown[] } {
  const problems = problemsOf(text, placed);
  return { problems, values: problems.some(({ unreadable }) => unreadable) ? [] : [JSON.parse(text)] };
}

function linesOf(text: string): { number: number; line: string }[] {
  const lines = text.split('\n').map((line, i) => ({ number: i + 1, line: line.trim() }));
  return lines.filter(({ line }) => line !== '');
}

function placeInText(line: number, column: number): string {
  return `line ${line}, column ${column}`;
}

function isValid(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // the reason is told by problemsOf, with its place
  }
}

/** Syntax errors (the first: what follows it is guesswork) and keys given twice, which JSON.parse would swallow. */
function problemsOf(text: string, placed: Placed): TextProblem[] {
  const problems: TextProblem[] = [];
  const keys: Set<string>[] = [];
  const syntax: TextProblem[] = [];
  const visitor: JSONVisitor = {
    onObjectBegin: () => {
      keys.push(new Set());
    },
    onObjectEnd: () => {
      keys.pop();
    },
    onObjectProperty: (name, _offset, _length, line, column, path) => {
      const own = keys.at(-1);
      if (own?.has(name))
        problems.push({
          place: placed(line + 1, column + 1, path()),
          message: `"${name}" is given twice`,
          advice: 'Keep one of the two.',
        });
      own?.add(name);
    },
    onError: (error, _offset, _length, line, column) => {
      syntax.push({
        place: placed(line + 1, column + 1, []),
        message: `this is not JSON: ${SYNTAX[printParseErrorCode(error)] ?? 'it cannot be read'}`,
        advice: 'Write JSON, e.g. {"buyout": "russian"}.',
        unreadable: true,
      });
    },
  };
  try {
    visit(text, visitor, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ ...UNREADABLE, message: 'it is nested too deeply to be read' }];
  }
  // What our visitor lets pass and JSON.parse does not (a stray control character, say) is still refused.
  const first = syntax[0] ?? (isValid(text) ? undefined : UNREADABLE);
  return first === undefined ? problems : [first];
}

const UNREADABLE: TextProblem = {
  place: '',
  message: 'this is not JSON',
  advice: 'Write JSON, e.g. {"buyout": "russian"}.',
  unreadable: true,
};

const SYNTAX: Partial<Record<ReturnType<typeof printParseErrorCode>, string>> = {
  InvalidSymbol: 'a word stands where a value in quotes is expected',
  InvalidNumberFormat: 'a number is malformed',
  PropertyNameExpected: 'a key in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a closing } is expected',
  CloseBracketExpected: 'a closing ] is expected',
  EndOfFileExpected: 'something follows after its end',
  InvalidCommentToken: 'comments are not allowed',
  UnexpectedEndOfString: 'a text is not closed',
  InvalidUnicode: 'a \\u escape is malformed',
  InvalidEscapeCharacter: 'an escape in a text is malformed',
  InvalidCharacter: 'a control character stands in a text',
};
