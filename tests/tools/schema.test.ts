import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readYaml } from '../../src/tools/pack-reader.ts';
import { schemasOf, staleSchemas, writeSchemas } from '../../src/tools/schema.ts';
import { changed, SMALL_PACK, type Texts } from '../engine/compile/small-pack.ts';

const REAL = join(import.meta.dirname, '../../rules/belarus-russia-2020');
const schemasFor = (texts: Texts) =>
  schemasOf(
    Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, readYaml(file, text).node])),
  );

/** Follows keys into a schema, e.g. `items.properties.section.enum`. */
function part(schema: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], schema);
}

describe('the schemas of a pack name its own ids', () => {
  const schemas = schemasFor(SMALL_PACK);
  test.each([
    ['sections', 'questions.json', 'items.properties.section.enum', ['first', 'second']],
    [
      'names of conditions',
      'silences.json',
      'definitions.condition.anyOf.0.enum',
      ['always', 'never', 'sold'],
    ],
    [
      'the options of each question, in conditions',
      'conditions.json',
      'definitions.condition.anyOf.1.properties.sale.anyOf.0.enum',
      ['yes', 'planned', 'no'],
    ],
    [
      'statements, as editors read them',
      'recommendations.json',
      'definitions.statement.enum',
      ['1.1', '1.2a', '2.1', 1.1, 2.1],
    ],
    [
      'questions with several answers, for focus',
      'recommendations.json',
      'items.properties.focus.enum',
      ['buyers'],
    ],
    [
      'the options of each question, in answers',
      'scenarios.json',
      'items.properties.answers.properties.buyers.items.enum',
      ['local', 'foreign', 'none', 'dont_know'],
    ],
    [
      'letters',
      'cases.json',
      'items.properties.input.anyOf.1.properties.readings.properties.A1.enum',
      ['a', 'b', 'any'],
    ],
    [
      'what can be ruled out',
      'cases.json',
      'items.properties.input.anyOf.1.properties.ruledOut.properties.buyers.items.enum',
      ['local', 'foreign'],
    ],
    [
      'words of the notes',
      'locale.json',
      'properties.outputs.properties.R1.properties.notes.required',
      ['planned'],
    ],
  ])('%s', (_, file, path, expected) => {
    expect(part(schemas[file], path)).toEqual(expected);
  });

  test('a pack with mistakes has schemas too', () => {
    const spoilt = schemasFor(
      changed(['recommendations.yaml', 'R1', 'R 1'], ['warnings.yaml', '- id: W1', '- id: "W1']),
    );
    expect(Object.keys(spoilt)).toEqual(Object.keys(schemas));
    expect(part(spoilt['questions.json'], 'items.properties.section.enum')).toEqual(['first', 'second']);
  });
});

describe('on disk', () => {
  let folder: string;
  beforeAll(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'waymark-schema-')), 'pack');
    cpSync(REAL, folder, { recursive: true });
  });
  afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

  test('the schemas of the pack that comes with Waymark are current', () => {
    expect(staleSchemas(REAL)).toEqual([]);
  });

  test('an added condition makes some of them stale; writing makes them current', () => {
    const path = join(folder, 'conditions.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n- id: at_a_stand\n  when: { scenario: stalled }\n`);
    const stale = staleSchemas(folder);
    expect(stale).toContain('schema/recommendations.json');
    expect(stale).not.toContain('schema/pack.json');
    expect(writeSchemas(folder)).toEqual(stale);
    expect(staleSchemas(folder)).toEqual([]);
    expect(readFileSync(join(folder, 'schema/recommendations.json'), 'utf8')).toContain('"at_a_stand"');
  });
});
