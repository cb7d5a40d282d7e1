/** Reads the words of a pack in one language. */
import type { Output, Question, Reading } from '../pack.ts';
import type { SourceNode } from '../source.ts';
import type { OptionWords, OutputWords, PackWords, QuestionWords, ReadingWords } from '../words.ts';
import type { CheckedPack } from './checked.ts';
import type { Names } from './draft.ts';
import type { Report } from './report.ts';
import { Fields, wordOf, wordsOf } from './shape.ts';
import { readKeyed, type Wanted, Wording } from './wording.ts';

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
  names: Names,
  report: Report,
): PackWords {
  const fields = new Fields(root, root.at.file, PARTS, report);
  const keyed = <T>(
    part: Part,
    items: readonly { id: string }[],
    read: (id: string, node: SourceNode, what: string) => T,
  ): Record<string, T> => {
    const ids = items.map((item) => item.id).filter((id) => id !== '');
    const node = ids.length > 0 ? fields.need(part, `Write "${part}:" and their words.`) : fields.get(part);
    return readKeyed(node, `"${part}"`, ids, names[part].closed, report, (id, value) =>
      read(id, value, `the words of ${part.slice(0, -1)} "${id}"`),
    );
  };
  const text = (_: string, node: SourceNode, what: string): string =>
    wordOf(node, what, report)?.value.trim() ?? '';
  const find = <T extends { id: string }>(items: readonly T[], id: string): T =>
    items.find((item) => item.id === id) as T; // keyed only asks for ids that are among the items
  return {
    language,
    brief: readBrief(fields, report),
    sections: keyed(
      'sections',
      pack.sections.map((id) => ({ id })),
      text,
    ),
    statements: keyed('statements', pack.statements, text),
    questions: keyed('questions', pack.questions, (id, node, what) =>
      readQuestion(node, what, find(pack.questions, id), report),
    ),
    conditions: keyed('conditions', pack.conditions, text),
    outputs: keyed('outputs', pack.outputs, (id, node, what) =>
      readOutput(node, what, find(pack.outputs, id), pack.readings, report),
    ),
    readings: keyed('readings', pack.readings, (id, node, what) =>
      readReading(node, what, find(pack.readings, id), report),
    ),
    remarks: keyed('remarks', pack.remarks, (_, node, what) => {
      const wording = exactly(node, what, ['title', 'text'], report);
      return { title: wording.text('title'), text: wording.text('text') };
    }),
    warnings: keyed('warnings', pack.warnings, text),
    scenarios: keyed('scenarios', pack.scenarios, (_, node, what) => {
      const wording = exactly(node, what, ['title', 'summary', 'discussion'], report);
      return {
        title: wording.text('title'),
        summary: wording.text('summary'),
        discussion: wordsOf(wording.node('discussion'), `the discussion in ${what}`, report).map((point) =>
          point.value.trim(),
        ),
      };
    }),
  };
}

function exactly(node: SourceNode, what: string, keys: readonly string[], report: Report): Wording {
  return new Wording(node, what, { required: keys, optional: [] }, keys, report);
}

function readBrief(fields: Fields, report: Report): PackWords['brief'] {
  const node = fields.need('brief', 'Write "brief:" and under it dated, date_note, about, citation.');
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

function readQuestion(node: SourceNode, what: string, question: Question, report: Report): QuestionWords {
  const required = ['title', 'whether', 'why', 'find_out', 'options'];
  const wanted = { required, optional: ['context'] };
  const wording = new Wording(node, what, wanted, [...required, 'context'], report);
  const ids = question.options.map((option) => option.id);
  return {
    title: wording.text('title'),
    whether: wording.text('whether'),
    ...wording.optional({ context: 'context' }),
    why: wording.text('why'),
    findOut: wording.text('find_out'),
    options: readKeyed(wording.node('options'), `the options in ${what}`, ids, true, report, (id, option) => {
      const exclusive = question.options.some((o) => o.id === id && o.exclusive);
      return readOption(
        option,
        `the words of option "${id}"`,
        question.kind === 'several' && !exclusive,
        report,
      );
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
  what: string,
  output: Output,
  readings: readonly Reading[],
  report: Report,
): OutputWords {
  const wording = new Wording(node, what, outputWordsWanted(output, readings), OUTPUT_WORDS, report);
  const notes = output.notes.map((note) => note.id);
  const read = readKeyed(wording.node('notes'), `the notes in ${what}`, notes, true, report, (id, value) => {
    return wordOf(value, `note "${id}" in ${what}`, report)?.value.trim() ?? '';
  });
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
    ...(notes.length > 0 ? { notes: read } : {}),
  };
}

function readReading(node: SourceNode, what: string, reading: Reading, report: Report): ReadingWords {
  const wording = exactly(node, what, ['title', 'reason', 'letters'], report);
  const ids = reading.letters.map((letter) => letter.id);
  return {
    title: wording.text('title'),
    reason: wording.text('reason'),
    letters: readKeyed(wording.node('letters'), `the letters in ${what}`, ids, true, report, (id, value) => {
      return wordOf(value, `letter "${id}" in ${what}`, report)?.value.trim() ?? '';
    }),
  };
}
