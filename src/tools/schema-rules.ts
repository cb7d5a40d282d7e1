/** The schemas of the files that hold rules. */
import type { Draft } from '../engine/compile/draft.ts';
import type { RuleFile } from '../engine/compile/files.ts';
import {
  CONDITION,
  conditionDefinition,
  fileOf,
  ID,
  keyed,
  listOf,
  oneOf,
  type Schema,
  type Statements,
  text,
} from './schema-parts.ts';
import { casesSchema, scenariosSchema } from './schema-situations.ts';

const STANDING: Schema = {
  type: 'boolean',
  description: 'Write true only where it is meant to hold, or to fail, whatever the answers.',
};

export function ruleSchemas(draft: Draft): Record<RuleFile, Schema> {
  const { names } = draft;
  const statement = { statement: oneOf(names.statements.all, 'A statement of the brief.') };
  const conditions = { ...conditionDefinition(draft), ...statement };
  const statements = (description: string, least = 0): Schema =>
    listOf({ $ref: '#/definitions/statement' }, description, least);
  const output = (what: string, when: Schema = CONDITION, fewest = 1): Schema =>
    fileOf(
      keyed({ ...outputKeys(statements, when, fewest) }, ['id', 'when', 'source'], what),
      `${what} See docs/rule-pack.md.`,
      conditions,
    );
  return {
    'pack.yaml': packSchema(),
    'statements.yaml': fileOf(
      keyed(
        {
          id: {
            type: ['string', 'number'],
            description: 'paragraph.sentence and perhaps a letter, as in 15.1a.',
          },
          at: {
            type: ['string', 'number'],
            pattern: '^[1-9][0-9]*\\.[1-9][0-9]*$',
            description: 'Paragraph and sentence of the brief, both from 1, as in 15.1.',
          },
          kind: oneOf(
            ['fact', 'goal', 'forecast', 'consequence', 'recommendation'],
            'What sort of thing the brief says here.',
          ),
        },
        ['id', 'at', 'kind'],
        'One thing that the brief says.',
      ),
      'What the brief says, one by one.',
    ),
    'questions.yaml': fileOf(questionSchema(draft, statements), 'What is asked, in this order.', conditions),
    'conditions.yaml': fileOf(
      keyed({ id: ID, when: CONDITION }, ['id', 'when'], 'A condition with a name.'),
      'Conditions with a name, for use in several places.',
      conditions,
    ),
    'recommendations.yaml': fileOf(
      adviceSchema(draft, statements),
      'What the brief advises, and what it offers as an option.',
      conditions,
    ),
    'consequences.yaml': output('What the brief says follows.'),
    'indicators.yaml': output('What the brief lets one watch for.'),
    'courses.yaml': output(
      'The course that integration takes, and what the brief says of it.',
      courseCondition(draft),
      0,
    ),
    'silences.yaml': output('What the brief gives no advice on.', CONDITION, 0),
    'background.yaml': fileOf(
      keyed(
        { id: ID, source: statements('The statements that it shows, in this order.', 1) },
        ['id', 'source'],
        'A background panel, always there.',
      ),
      'Background panels.',
      statement,
    ),
    'readings.yaml': readingsSchema(draft, statements, conditions),
    'warnings.yaml': fileOf(
      keyed(
        { id: ID, when: CONDITION, standing: STANDING },
        ['id', 'when'],
        'Answers that do not go together.',
      ),
      'Answers that do not go together. They change no verdict.',
      conditions,
    ),
    'scenarios.yaml': scenariosSchema(draft, statements, statement),
    'cases.yaml': casesSchema(draft),
  };
}

function packSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...keyed(
      {
        id: text('The name of the folder.'),
        version: {
          type: 'string',
          pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
          description: 'Three numbers, as in 1.0.0.',
        },
        brief: keyed(
          {
            title: text('The title as printed.'),
            authors: listOf(text('A name.'), 'Who wrote it, in the order as printed.', 1),
            publisher: text('Who published it.'),
            paragraphs: { type: 'integer', minimum: 1, description: 'How many numbered paragraphs it has.' },
          },
          ['title', 'authors', 'publisher', 'paragraphs'],
          'The document that the pack is made from.',
        ),
        sections: listOf(ID, 'The sections of the questions, in this order.', 1),
      },
      ['id', 'version', 'brief', 'sections'],
      'What the pack is, and of which brief.',
    ),
  };
}

function questionSchema({ names }: Draft, statements: Statements): Schema {
  return keyed(
    {
      id: ID,
      section: oneOf(names.sections.all, 'The section that it stands in.'),
      kind: oneOf(['one', 'several'], 'one: a single answer. several: ticks.'),
      options: listOf(ID, 'What can be answered. "Don\'t know" is always offered and not listed.', 1),
      exclusive: {
        ...ID,
        description: 'Several answers only: the option that stands alone and means "none of these".',
      },
      asked_if: { ...CONDITION, description: 'It is asked unless this is known not to be so.' },
      asked_unless: { ...CONDITION, description: 'It is asked unless this is known to be so.' },
      statements: statements('Statements shown with the question.'),
      find_out: oneOf(
        ['hint', 'outside', 'brief'],
        'Where the advice on finding out comes from: ours, common knowledge, or the brief.',
      ),
      informative: { type: 'boolean', description: 'Write true where it is meant to change no verdict.' },
    },
    ['id', 'section', 'kind', 'options', 'find_out'],
    'A question.',
  );
}

function outputKeys(statements: Statements, when: Schema, fewest: number): Record<string, Schema> {
  return {
    id: ID,
    when: { ...when, description: 'When it holds.' },
    lapses_if: { ...CONDITION, description: 'What defeats it, once that is certain.' },
    standing: STANDING,
    source: statements('The statements that it is made of; the first gives the place in the margin.', fewest),
    notes: listOf(
      keyed(
        { id: ID, when: CONDITION, standing: STANDING },
        ['id', 'when'],
        'A sentence added where this is certain.',
      ),
      'Sentences added where their condition is certain.',
    ),
  };
}

function adviceSchema({ names, questions }: Draft, statements: Statements): Schema {
  const either = [...names.statements.all, ...names.outputs.all];
  const points = (description: string): Schema =>
    listOf(oneOf(either, 'A statement: always. An output: where it holds.'), description);
  return keyed(
    {
      ...outputKeys(statements, CONDITION, 1),
      kind: oneOf(['recommendation', 'option'], 'An option is what the brief says one may do.'),
      modality: oneOf(['should', 'worthwhile', 'may'], 'The word of the brief. "may" is for options only.'),
      actors: listOf(oneOf(['eu', 'member_states'], 'Who acts.'), 'Who acts.', 1),
      act: oneOf(['say', 'do'], 'Something to say, or something to do.'),
      argument: keyed(
        {
          backs: points('What backs it.'),
          also: points('What the brief also says, without linking it to this advice.'),
          expect: points('What to expect.'),
        },
        [],
        'What the brief gives to argue with.',
      ),
      focus: oneOf(
        questions.filter((question) => question.kind === 'several').map((question) => question.id),
        'A question whose ticks order the addressees shown.',
      ),
    },
    ['id', 'kind', 'modality', 'actors', 'act', 'when', 'source'],
    'A recommendation or an option.',
  );
}

function courseCondition({ questions }: Draft): Schema {
  const single = questions.filter((question) => question.kind === 'one').map((question) => question.id);
  return {
    anyOf: [
      CONDITION,
      keyed(
        { undecided: oneOf(single, 'More than one answer to this question is possible.') },
        ['undecided'],
        'While the question is undecided.',
      ),
    ],
  };
}

function readingsSchema(draft: Draft, statements: Statements, definitions: Record<string, Schema>): Schema {
  const { names } = draft;
  const each = (ids: readonly string[], schema: Schema, description: string): Schema =>
    keyed(Object.fromEntries(ids.map((id) => [id, schema])), [], description);
  const output = keyed(
    { when: CONDITION, lapses_if: CONDITION },
    [],
    'What replaces the condition of the output.',
  );
  const question = keyed(
    { asked_if: CONDITION, asked_unless: CONDITION },
    [],
    'What replaces when the question is asked.',
  );
  const letter = keyed(
    {
      conditions: each(names.conditions.all, CONDITION, 'Named conditions that this letter replaces.'),
      outputs: each(
        names.outputs.all,
        { $ref: '#/definitions/output' },
        'Outputs whose condition this letter replaces.',
      ),
      questions: each(
        names.questions.all,
        { $ref: '#/definitions/question' },
        'Questions that this letter asks at other times.',
      ),
    },
    [],
    'What this way of reading puts in the place of the default; {} for the default itself.',
  );
  const reading = keyed(
    {
      id: ID,
      default: text('The letter taken unless the reader chooses another.'),
      statements: statements('The statements that the ambiguity lies in.'),
      letters: {
        type: 'object',
        additionalProperties: { $ref: '#/definitions/letter' },
        minProperties: 2,
        description: 'The ways to read the passage.',
      },
    },
    ['id', 'default', 'letters'],
    'One way or another to understand a passage, with different verdicts.',
  );
  const remark = keyed(
    {
      id: ID,
      outputs: listOf(oneOf(names.outputs.all, 'An output.'), 'The outputs that it is shown with.'),
      statements: statements('The statements that the ambiguity lies in.'),
    },
    ['id', 'outputs'],
    'An ambiguity that changes no verdict.',
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...keyed(
      {
        readings: {
          type: ['array', 'null'],
          items: reading,
          description: 'Ambiguities that change verdicts.',
        },
        remarks: { type: ['array', 'null'], items: remark, description: 'Ambiguities that change none.' },
      },
      [],
      'The ambiguities of the brief.',
    ),
    definitions: { ...definitions, output, question, letter },
  };
}
