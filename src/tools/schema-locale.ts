/** The schema of the words: the same for every language. */
import type { Draft } from '../engine/compile/draft.ts';
import type { SourceNode } from '../engine/source.ts';
import { keyed, listOf, type Schema, text } from './schema-parts.ts';

export function localeSchema(draft: Draft): Schema {
  const { names } = draft;
  const parts: Record<string, Schema> = {
    brief: keyed(
      {
        dated: text('When the brief is from, e.g. autumn 2020.'),
        date_note: text('What follows from that, e.g. its forecasts count from then.'),
        about: text('One sentence: what the brief is of.'),
        citation: text('The full citation.'),
      },
      ['dated', 'date_note', 'about', 'citation'],
      'The brief.',
    ),
    sections: each(names.sections.all, () => text('A heading.'), 'Headings of the sections.'),
    statements: each(
      names.statements.all,
      () => text('What the brief says here, in our words.'),
      'The statements.',
    ),
    questions: each(names.questions.all, (id) => questionWords(draft, id), 'The questions.'),
    conditions: each(names.conditions.all, () => text('A clause, without a full stop.'), 'Named conditions.'),
    outputs: each(names.outputs.all, (id) => outputWords(draft, id), 'The outputs.'),
    readings: each(names.readings.all, (id) => readingWords(draft, id), 'The readings.'),
    remarks: each(
      names.remarks.all,
      () => exactly({ title: text('A question.'), text: text('How it is taken here.') }, 'A remark.'),
      'The remarks.',
    ),
    warnings: each(names.warnings.all, () => text('What does not go together.'), 'The warnings.'),
    scenarios: each(
      names.scenarios.all,
      () =>
        exactly(
          {
            title: text('A short title.'),
            summary: text('What is the case, in a sentence or two.'),
            discussion: listOf(text('A question for the room.'), 'Points for discussion.'),
          },
          'A prepared situation.',
        ),
      'The prepared situations.',
    ),
  };
  const required = Object.entries(parts)
    .filter(([, part]) => Array.isArray(part.required))
    .map(([key]) => key);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...keyed(parts, required, 'All words of the pack in one language.'),
    definitions: DEFINITIONS,
  };
}

function each(ids: readonly string[], schema: (id: string) => Schema, description: string): Schema {
  const known = ids.filter((id) => id !== '');
  return keyed(Object.fromEntries(known.map((id) => [id, schema(id)])), known, description);
}

function exactly(properties: Record<string, Schema>, description: string): Schema {
  return keyed(properties, Object.keys(properties), description);
}

function questionWords({ questionById }: Draft, id: string): Schema {
  const question = questionById.get(id);
  const option = (optionId: string): Schema => {
    const ticked = question?.kind === 'several' && optionId !== question.exclusive;
    return { $ref: ticked ? '#/definitions/tick' : '#/definitions/option' };
  };
  return keyed(
    {
      title: text('The question, a full sentence.'),
      whether: text('Completes "depends on ...": whether ...'),
      context: text('What words in the question mean, where that helps.'),
      why: text('Why it is asked.'),
      find_out: text('How to find out.'),
      options: each(question?.options.all ?? [], option, 'The options.'),
    },
    ['title', 'whether', 'why', 'find_out', 'options'],
    'A question.',
  );
}

const OUTPUT = {
  title: text('The whole sentence, in its modality.'),
  name: text('One or two words.'),
  short: text('Advice: finishes "The EU should ...". Silences: finishes "The brief gives no advice on ...".'),
  needs: text('What it takes, in words.'),
  lapses: text('When it lapses, in words.'),
  line: text('Things to say: the line itself, as one would say it.'),
  foreseen: text('In place of the title where it fails.'),
  remark: text('Always shown with it.'),
};
const OPTION = {
  label: text('What stands on the button.'),
  says: text('A clause that states the answer, without a full stop.'),
};
/** What recurs; the outputs and options of a large pack would fill the file otherwise. */
const DEFINITIONS: Record<string, Schema> = {
  output: keyed(OUTPUT, ['title', 'name'], 'An output.'),
  option: exactly(OPTION, 'An option.'),
  tick: exactly(
    { ...OPTION, says_not: text('The clause where it is known not to be so.') },
    'An option that can be ticked.',
  ),
};

function outputWords({ outputs }: Draft, id: string): Schema {
  const notes = outputs.find((output) => output.id === id)?.fields.get('notes');
  const ids = notes?.kind === 'list' ? notes.items.flatMap(idOf) : [];
  if (ids.length === 0) return { $ref: '#/definitions/output' };
  const words = each(ids, () => text('The sentence added.'), 'The notes.');
  return keyed({ ...OUTPUT, notes: words }, ['title', 'name', 'notes'], 'An output.');
}

function idOf(item: SourceNode): string[] {
  const entry = item.kind === 'map' ? item.entries.find(({ key }) => key.value === 'id') : undefined;
  return entry?.value.kind === 'text' ? [entry.value.value] : [];
}

function readingWords({ readings }: Draft, id: string): Schema {
  const letters = readings.find((reading) => reading.id === id)?.letters.map((letter) => letter.id) ?? [];
  return exactly(
    {
      title: text('What is ambiguous, as a question.'),
      reason: text('Why the default is the default.'),
      letters: each(letters, () => text('This way of reading.'), 'The letters.'),
    },
    'A reading.',
  );
}
