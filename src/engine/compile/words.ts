/** Reads the words of a pack in one language. */
import type { Output, Question, Reading } from '../pack.ts';
import type { SourceNode } from '../source.ts';
import type { OptionWords, OutputWords, PackWords, QuestionWords, ReadingWords } from '../words.ts';
import type { CheckedPack } from './checked.ts';
import type { Draft } from './draft.ts';
import type { Report } from './report.ts';
import { Fields, wordOf, wordsOf } from './shape.ts';
import { type Keys, readKeyed, type Wanted, Wording } from './wording.ts';

const PARTS = [
  'brief',
  'sections',
  'statements',
  'questions',
  'conditions',
  'outputs',
  'readings',
  'remarks',
  'warnings',
  'scenarios',
] as const;
type Part = Exclude<(typeof PARTS)[number], 'brief'>;

export function readWords(
  root: SourceNode,
  language: string,
  pack: CheckedPack,
  { names, questionById }: Draft,
  report: Report,
): PackWords {
  const fields = new Fields(root, 'the words', PARTS, report);
  const needed = (part: (typeof PARTS)[number]): SourceNode | undefined => {
    if (fields.lacks(part))
      report.error(
        'missing-message',
        root.at,
        `There is nothing under "${part}"`,
        `Write "${part}:" and its words.`,
      );
    return fields.get(part);
  };
  const keysOf = (part: Part, items: readonly { id: string }[]): Keys => ({
    noun: part.slice(0, -1),
    of: '',
    ids: items.map((item) => item.id),
    closed: names[part].closed,
  });
  const nodeOf = (part: Part, items: readonly unknown[]): SourceNode | undefined =>
    items.length > 0 ? needed(part) : fields.get(part);
  const texts = (part: Part, items: readonly { id: string }[]): Record<string, string> =>
    readTexts(nodeOf(part, items), keysOf(part, items), report);
  const each = <I extends { id: string }, T>(
    part: Part,
    items: readonly I[],
    read: (item: I, node: SourceNode) => T,
  ): Record<string, T> => {
    const byId = new Map(items.map((item) => [item.id, item]));
    return readKeyed(
      nodeOf(part, items),
      keysOf(part, items),
      report,
      (id, node) => read(byId.get(id) as I, node), // only asked for ids that are among the items
    );
  };
  return {
    language,
    brief: readBrief(needed('brief'), report),
    sections: texts(
      'sections',
      pack.sections.map((id) => ({ id })),
    ),
    statements: texts('statements', pack.statements),
    questions: each('questions', pack.questions, (question, node) =>
      readQuestion(node, question, questionById.get(question.id)?.options.closed ?? true, report),
    ),
    conditions: texts('conditions', pack.conditions),
    outputs: each('outputs', pack.outputs, (output, node) => readOutput(node, output, pack.readings, report)),
    readings: each('readings', pack.readings, (reading, node) => readReading(node, reading, report)),
    remarks: each('remarks', pack.remarks, ({ id }, node) => {
      const wording = exactly(node, `the words of remark "${id}"`, ['title', 'text'], report);
      return { title: wording.text('title'), text: wording.text('text') };
    }),
    warnings: texts('warnings', pack.warnings),
    scenarios: each('scenarios', pack.scenarios, ({ id }, node) => readScenario(node, id, report)),
  };
}

function readScenario(node: SourceNode, id: string, report: Report): PackWords['scenarios'][string] {
  const what = `the words of scenario "${id}"`;
  const wording = exactly(node, what, ['title', 'summary', 'discussion'], report);
  const points = wordsOf(wording.node('discussion'), `the discussion in ${what}`, report);
  return {
    title: wording.text('title'),
    summary: wording.text('summary'),
    discussion: points.map((point) => point.value.trim()),
  };
}

function exactly(node: SourceNode, what: string, keys: readonly string[], report: Report): Wording {
  return new Wording(node, what, { required: keys, optional: [] }, keys, report);
}

function readBrief(node: SourceNode | undefined, report: Report): PackWords['brief'] {
  if (node === undefined) return { dated: '', dateNote: '', about: '', citation: '' };
  const keys = ['dated', 'date_note', 'about', 'citation'];
  const wording = exactly(node, 'the words of the brief', keys, report);
  return {
    dated: wording.text('dated'),
    dateNote: wording.text('date_note'),
    about: wording.text('about'),
    citation: wording.text('citation'),
  };
}

function readQuestion(node: SourceNode, question: Question, closed: boolean, report: Report): QuestionWords {
  const required = ['title', 'whether', 'why', 'find_out', 'options'];
  const wanted = { required, optional: ['context'] };
  const of = ` of question "${question.id}"`;
  const wording = new Wording(node, `the words${of}`, wanted, [...required, 'context'], report);
  const keys = { noun: 'option', of, ids: question.options.map((option) => option.id), closed };
  return {
    title: wording.text('title'),
    whether: wording.text('whether'),
    ...wording.optional({ context: 'context' }),
    why: wording.text('why'),
    findOut: wording.text('find_out'),
    options: readKeyed(wording.node('options'), keys, report, (id, option) => {
      const exclusive = question.options.some((o) => o.id === id && o.exclusive);
      const ticked = question.kind === 'several' && !exclusive;
      return readOption(option, `the words of option "${id}"${of}`, ticked, report);
    }),
  };
}

/** @param ticked it can be known not to be so while others are: then that has words too */
function readOption(node: SourceNode, what: string, ticked: boolean, report: Report): OptionWords {
  const required = ['label', 'says', ...(ticked ? ['says_not'] : [])];
  const wording = new Wording(node, what, { required, optional: [] }, ['label', 'says', 'says_not'], report);
  return {
    label: wording.text('label'),
    says: wording.text('says'),
    ...wording.optional({ says_not: 'saysNot' }),
  };
}

const OUTPUT_WORDS = ['title', 'name', 'short', 'needs', 'lapses', 'line', 'foreseen', 'remark', 'notes'];

/** Which words an output takes follows from its rules: what can never be shown is not to be written. */
export function outputWordsWanted(output: Output, readings: readonly Reading[]): Wanted {
  const required = ['title', 'name'];
  const optional = ['remark'];
  const replaced = (target: 'when' | 'lapses'): boolean =>
    readings.some((reading) =>
      reading.letters.some((letter) =>
        letter.replaces.some((r) => r.target === target && r.output === output.id),
      ),
    );
  if (output.modality !== undefined) required.push('short');
  else if (output.kind === 'silence') optional.push('short');
  if (output.when.kind !== 'always' && !output.standing) required.push('needs');
  else if (replaced('when')) optional.push('needs');
  if (output.lapses !== undefined) required.push('lapses');
  else if (replaced('lapses')) optional.push('lapses');
  if (output.act === 'say') required.push('line');
  if (!output.standing) optional.push('foreseen');
  if (output.notes.length > 0) required.push('notes');
  return { required, optional };
}

function readOutput(
  node: SourceNode,
  output: Output,
  readings: readonly Reading[],
  report: Report,
): OutputWords {
  const of = ` of output "${output.id}"`;
  const wanted = outputWordsWanted(output, readings);
  const wording = new Wording(node, `the words${of}`, wanted, OUTPUT_WORDS, report);
  const keys = { noun: 'note', of, ids: output.notes.map((note) => note.id), closed: true };
  const notes = readTexts(wording.node('notes'), keys, report);
  return {
    title: wording.text('title'),
    name: wording.text('name'),
    ...wording.optional({
      short: 'short',
      needs: 'needs',
      lapses: 'lapses',
      line: 'line',
      foreseen: 'foreseen',
      remark: 'remark',
    }),
    ...(output.notes.length > 0 ? { notes } : {}),
  };
}

function readReading(node: SourceNode, reading: Reading, report: Report): ReadingWords {
  const of = ` of reading "${reading.id}"`;
  const wording = exactly(node, `the words${of}`, ['title', 'reason', 'letters'], report);
  const keys = { noun: 'letter', of, ids: reading.letters.map((letter) => letter.id), closed: true };
  return {
    title: wording.text('title'),
    reason: wording.text('reason'),
    letters: readTexts(wording.node('letters'), keys, report),
  };
}

/** One text for each id. */
function readTexts(node: SourceNode | undefined, keys: Keys, report: Report): Record<string, string> {
  return readKeyed(
    node,
    keys,
    report,
    (id, value) => wordOf(value, `the words of ${keys.noun} "${id}"${keys.of}`, report)?.value.trim() ?? '',
  );
}
