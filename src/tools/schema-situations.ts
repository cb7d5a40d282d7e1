/** The schemas of the files that speak of situations. */
import type { Draft } from '../engine/compile/draft.ts';
import {
  answersSchema,
  fileOf,
  ID,
  keyed,
  listOf,
  oneOf,
  type Schema,
  type Statements,
  text,
} from './schema-parts.ts';

export function scenariosSchema(
  draft: Draft,
  statements: Statements,
  definitions: Record<string, Schema>,
): Schema {
  const support = Object.fromEntries(
    draft.names.questions.all.map((id) => [id, statements('The statements behind the answer.', 1)]),
  );
  return fileOf(
    keyed(
      {
        id: ID,
        origin: oneOf(['brief', 'hypothetical'], "brief: the brief's own picture, one at most."),
        answers: answersSchema(draft),
        support: keyed(support, [], "For the brief's own picture: the statements behind its answers."),
      },
      ['id', 'origin', 'answers'],
      'A prepared situation.',
    ),
    'Prepared situations.',
    definitions,
  );
}

export function casesSchema(draft: Draft): Schema {
  const { names, questions, readings } = draft;
  const answers = answersSchema(draft);
  const letters = Object.fromEntries(
    readings.map(({ id, letters }) => [id, oneOf([...letters.map((l) => l.id), 'any'], 'A letter, or any.')]),
  );
  const ruledOut = Object.fromEntries(
    questions.map(({ id, options, exclusive }) => [
      id,
      listOf({ enum: options.all.filter((option) => option !== exclusive) }, 'Options known not to be so.'),
    ]),
  );
  const subject = oneOf([...names.questions.all, ...names.readings.all], 'A question or a reading.');
  const subjects = { $ref: '#/definitions/subject' };
  const verdict = keyed(
    {
      status: oneOf(['holds', 'fails', 'open'], 'What it must come to.'),
      dependsOn: listOf(subjects, 'Open only: what it depends on.'),
      unconfirmed: listOf(subjects, 'Holds only: what could still defeat it.'),
    },
    ['status'],
    'The verdict expected.',
  );
  const full = keyed(
    {
      answers: { $ref: '#/definitions/answers' },
      readings: keyed(letters, [], 'Readings that are not the default.'),
      ruledOut: keyed(ruledOut, [], 'Options ruled out, by question.'),
    },
    [],
    'Answers, readings and what is ruled out.',
  );
  return fileOf(
    keyed(
      {
        id: ID,
        title: text('In a few words, what the case is about.'),
        input: {
          anyOf: [{ $ref: '#/definitions/answers' }, full],
          description: 'The situation, as the command line takes it.',
        },
        expected: keyed(
          {
            verdicts: keyed(
              Object.fromEntries(names.outputs.all.map((id) => [id, { $ref: '#/definitions/verdict' }])),
              [],
              'By output. What is left out is not compared.',
            ),
            setAside: listOf(
              oneOf(names.questions.all, 'A question.'),
              'Questions whose answer is set aside.',
            ),
            warnings: listOf(oneOf(names.warnings.all, 'A warning.'), 'Warnings that show.'),
          },
          [],
          'What must come out.',
        ),
      },
      ['id', 'title', 'input', 'expected'],
      'A worked case.',
    ),
    'Worked cases: a situation and its verdicts.',
    { answers, subject, verdict },
  );
}
