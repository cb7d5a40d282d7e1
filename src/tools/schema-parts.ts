/** What the schemas of a pack's files are made of: its ids, its conditions, its answers. */
import type { Draft } from '../engine/compile/draft.ts';
import type { DraftQuestion } from '../engine/compile/options.ts';

/** JSON Schema, draft 7: what editors read. */
export interface Schema {
  [keyword: string]: unknown;
}

/** A list of statement ids, with what it is for. */
export type Statements = (description: string, least?: number) => Schema;

export function text(description: string): Schema {
  return { type: 'string', description };
}

/**
 * One of the ids. Editors take `5.2` for a number, which the compiler does not: such ids are allowed as both.
 */
export function oneOf(ids: readonly string[], description: string): Schema {
  const numbers = ids.filter((id) => /^\d+\.\d+$/.test(id)).map(Number);
  // An empty enum is no schema; where there is nothing to name, nothing is allowed.
  return ids.length === 0 ? { not: {}, description } : { enum: [...ids, ...new Set(numbers)], description };
}

export function listOf(items: Schema, description: string, least = 0): Schema {
  return { type: 'array', items, uniqueItems: true, ...(least > 0 ? { minItems: least } : {}), description };
}

export function keyed(
  properties: Record<string, Schema>,
  required: readonly string[],
  description: string,
): Schema {
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required: [...required] } : {}),
    additionalProperties: false,
    description,
  };
}

/** A file that is a list of items. */
export function fileOf(item: Schema, description: string, definitions: Record<string, Schema> = {}): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    description,
    type: ['array', 'null'],
    items: item,
    ...(Object.keys(definitions).length > 0 ? { definitions } : {}),
  };
}

export const ID: Schema = {
  type: 'string',
  pattern: '^[A-Za-z][A-Za-z0-9_-]*$',
  description: 'The name by which other files refer to it: begins with a letter, has no spaces.',
};

export const CONDITION: Schema = { $ref: '#/definitions/condition' };

/** The definition that CONDITION refers to. */
export function conditionDefinition({ names, questions }: Draft): Record<string, Schema> {
  const joints: Record<string, Schema> = {
    all: { ...listOf(CONDITION, 'Every one of these must be so.', 1), uniqueItems: false },
    any: { ...listOf(CONDITION, 'One of these is enough.', 1), uniqueItems: false },
    not: { ...CONDITION, description: 'This must not be so.' },
  };
  return {
    condition: {
      description: 'When it is so: always, never, the name of a condition, or a test about one question.',
      anyOf: [
        { enum: ['always', 'never', ...names.conditions.all] },
        {
          type: 'object',
          properties: {
            ...joints,
            ...Object.fromEntries(questions.map((question) => [question.id, testOf(question)])),
          },
          additionalProperties: false,
          minProperties: 1,
          maxProperties: 1,
        },
      ],
    },
  };
}

function testOf({ kind, options }: DraftQuestion): Schema {
  const one = { enum: options.all };
  return {
    description:
      kind === 'one'
        ? 'The question applies and this is its answer; of a list, one of these.'
        : 'The question applies and this is ticked; of a list, at least one of these.',
    anyOf: [one, { type: 'array', items: one, minItems: 1, uniqueItems: true }],
  };
}

/** Answers by question, as a scenario or a case gives them. */
export function answersSchema({ questions }: Draft): Schema {
  return keyed(
    Object.fromEntries(questions.map((question) => [question.id, answerTo(question)])),
    [],
    'The answers. A question that is left out is unanswered.',
  );
}

function answerTo({ kind, options }: DraftQuestion): Schema {
  const values = [...options.all, 'dont_know'];
  return kind === 'one'
    ? oneOf(values, 'One option, or dont_know.')
    : listOf({ enum: values }, 'What is ticked; with dont_know among it, the rest is not sure.');
}
