/** Reads an exercise that may be anything; everything that is wrong with it is told, and nothing is guessed. */
import type { Answers, Pack } from '../pack.ts';
import { parseSituation } from '../situation.ts';
import {
  EXERCISE_FIELDS,
  type Exercise,
  type ExerciseSource,
  type ExerciseTexts,
  type Inject,
  MOST_TABLES,
  STEPS,
  type Step,
} from './exercise.ts';
import { readTexts } from './read-texts.ts';
import { type ExerciseProblem, type Fields, isObject, join, Reading } from './reading.ts';

const MOST_QUESTIONS = 40;
const MOST_ROLES = 12;
const MOST_SOURCES = 20;
const MOST_INJECTS = 8;
const MOST_LANGUAGES = 12;
const LONGEST_STEP = 240;
const LONGEST_NAME = 40;

type Here = Pick<Pack, 'id' | 'version' | 'hash' | 'questions' | 'readings'>;
export type ReadExercise = { exercise: Exercise } | { problems: ExerciseProblem[] };

/** @param pack the one here: an exercise of another, or of another version of it, cannot be run. */
export function readExercise(value: unknown, pack: Here): ReadExercise {
  const reading = new Reading();
  const rulesOut = isObject(value) && Object.hasOwn(value, 'rulingOut');
  const fields = reading.fields(value, '', rulesOut ? [...EXERCISE_FIELDS, 'rulingOut'] : EXERCISE_FIELDS);
  // One way to say no: to say nothing, so that what means the same has the same digest.
  if (rulesOut && fields.rulingOut !== true) reading.report('rulingOut', 'malformed');
  const questions = readQuestions(reading, fields.questions);
  const roles = ids(reading, fields.roles, 'roles', MOST_ROLES);
  const sources = readSources(reading, fields.sources);
  const injects = readInjects(reading, fields.injects);
  const named = { roles, sources: sources.map(({ id }) => id), injects: injects.map(({ id }) => id) };
  if (fields.hypothetical !== undefined && fields.hypothetical !== true)
    reading.report('hypothetical', 'malformed');
  for (const name of ['prediction', 'confidence'])
    if (fields[name] !== undefined && typeof fields[name] !== 'boolean') reading.report(name, 'malformed');
  const texts = readLanguages(reading, fields.texts, named);
  const language = reading.text(fields.language, 'language', LONGEST_NAME);
  if (language !== '' && !Object.hasOwn(texts, language)) reading.report('language', 'noText');
  const exercise: Exercise = {
    id: reading.id(fields.id, 'id'),
    pack: readPackName(reading, fields.pack),
    hypothetical: true,
    language,
    answers: isObject(fields.answers) ? (fields.answers as Answers) : {},
    questions,
    roles,
    sources,
    injects,
    minutes: readMinutes(reading, fields.minutes),
    tables: readTables(reading, fields.tables),
    prediction: fields.prediction === true,
    confidence: fields.confidence === true,
    ...(fields.rulingOut === true ? { rulingOut: true as const } : {}),
    threshold: reading.number(fields.threshold, 'threshold', 51, 100),
    texts,
  };
  if (fields.answers !== undefined && !isObject(fields.answers)) reading.report('answers', 'malformed');
  judgeByPack(reading, exercise, pack);
  return reading.problems.length > 0 ? { problems: reading.problems } : { exercise };
}

/** What can only be judged with the pack that it was prepared with. */
function judgeByPack(reading: Reading, exercise: Exercise, pack: Here): void {
  if (exercise.pack.id === '') return;
  if (exercise.pack.id !== pack.id || exercise.pack.hash !== pack.hash) {
    reading.report('pack', exercise.pack.id === pack.id ? 'otherVersion' : 'otherPack');
    return;
  }
  const order = pack.questions.map(({ id }) => id);
  exercise.questions.forEach((id, i) => {
    const before = order.indexOf(exercise.questions[i - 1] ?? '');
    if (id !== '' && !order.includes(id)) reading.report(`questions[${i}]`, 'noQuestion');
    else if (order.indexOf(id) < before) reading.report(`questions[${i}]`, 'order');
  });
  judgeAnswers(reading, exercise.answers, 'answers', pack);
  for (const id of Object.keys(exercise.answers))
    if (exercise.questions.includes(id)) reading.report(`answers.${id}`, 'notOpen');
  exercise.injects.forEach(({ answers, touches }, i) => {
    judgeAnswers(reading, answers, `injects[${i}].answers`, pack);
    touches.forEach((id, at) => {
      const path = `injects[${i}].touches[${at}]`;
      if (!order.includes(id)) reading.report(path, 'noQuestion');
      // What the news itself settles is not asked again.
      else if (!exercise.questions.includes(id) || Object.hasOwn(answers, id))
        reading.report(path, 'notOpen');
    });
  });
}

function judgeAnswers(reading: Reading, answers: Answers, path: string, pack: Here): void {
  // Nothing ticked settles nothing.
  const none = Object.keys(answers).filter((id) => answers[id]?.length === 0);
  const parsed = parseSituation(pack, { answers });
  const wrong = 'problems' in parsed ? parsed.problems : [];
  const at = wrong.map((problem) => problem.path.replace(/^answers/, path));
  for (const place of new Set([...none.map((id) => join(path, id)), ...at])) reading.report(place, 'noFit');
}

function readPackName(reading: Reading, value: unknown): Exercise['pack'] {
  if (value === undefined) return { id: '', version: '', hash: '' };
  const fields = reading.fields(value, 'pack', ['id', 'version', 'hash']);
  const text = (name: string) => reading.text(fields[name], join('pack', name), 64);
  return { id: text('id'), version: text('version'), hash: text('hash') };
}

function readQuestions(reading: Reading, value: unknown): string[] {
  const questions = reading
    .list(value, 'questions', 1, MOST_QUESTIONS)
    .map((one, i) => reading.id(one, `questions[${i}]`));
  reading.unique(questions, (i) => `questions[${i}]`);
  return questions;
}

function ids(reading: Reading, value: unknown, path: string, most: number): string[] {
  const found = reading.list(value, path, 0, most).map((one, i) => reading.id(one, `${path}[${i}]`));
  reading.unique(found, (i) => `${path}[${i}]`);
  return found;
}

function readSources(reading: Reading, value: unknown): ExerciseSource[] {
  const sources = reading.list(value, 'sources', 0, MOST_SOURCES).map((one, i) => {
    const path = `sources[${i}]`;
    const fields = reading.fields(one, path, ['id', 'reliability', 'credibility']);
    const grade = (name: string, known: RegExp) => {
      if (fields[name] !== undefined && !(typeof fields[name] === 'string' && known.test(fields[name])))
        reading.report(join(path, name), 'malformed');
      return fields[name];
    };
    return {
      id: reading.id(fields.id, join(path, 'id')),
      reliability: grade('reliability', /^[A-F]$/) as ExerciseSource['reliability'],
      credibility: grade('credibility', /^[1-6]$/) as ExerciseSource['credibility'],
    };
  });
  reading.unique(
    sources.map(({ id }) => id),
    (i) => `sources[${i}].id`,
  );
  return sources;
}

function readInjects(reading: Reading, value: unknown): Inject[] {
  const injects = reading.list(value, 'injects', 0, MOST_INJECTS).map((one, i): Inject => {
    const path = `injects[${i}]`;
    const fields = reading.fields(one, path, ['id', 'word', 'answers', 'touches']);
    if (fields.answers !== undefined && !isObject(fields.answers))
      reading.report(join(path, 'answers'), 'malformed');
    return {
      id: reading.id(fields.id, join(path, 'id')),
      word: readWord(reading, fields, path),
      answers: isObject(fields.answers) ? (fields.answers as Answers) : {},
      touches: ids(reading, fields.touches, join(path, 'touches'), MOST_QUESTIONS),
    };
  });
  reading.unique(
    injects.map(({ id }) => id),
    (i) => `injects[${i}].id`,
  );
  reading.unique(
    injects.map(({ word }) => word.toLowerCase()),
    (i) => `injects[${i}].word`,
  );
  return injects;
}

/** Said aloud and typed: letters and digits of any script, without a space. */
function readWord(reading: Reading, fields: Fields, path: string): string {
  const word = reading.text(fields.word, join(path, 'word'), 24);
  if (word !== '' && !/^[\p{L}\p{M}\p{N}]{3,}$/u.test(word)) reading.report(join(path, 'word'), 'malformed');
  return word.normalize('NFKC');
}

function readMinutes(reading: Reading, value: unknown): Record<Step, number> {
  const fields = value === undefined ? {} : reading.fields(value, 'minutes', STEPS);
  const minutes = STEPS.map((step) => [
    step,
    reading.number(fields[step], join('minutes', step), 0, LONGEST_STEP),
  ]);
  // Each step is there, since each was asked for.
  return Object.fromEntries(minutes) as Record<Step, number>;
}

function readTables(reading: Reading, value: unknown): Exercise['tables'] {
  if (value === undefined) return { count: 1 };
  if (isObject(value) && Object.hasOwn(value, 'names')) {
    const fields = reading.fields(value, 'tables', ['names']);
    const names = reading
      .list(fields.names, 'tables.names', 1, MOST_TABLES)
      .map((one, i) => reading.text(one, `tables.names[${i}]`, LONGEST_NAME));
    reading.unique(names, (i) => `tables.names[${i}]`);
    return { names };
  }
  const fields = reading.fields(value, 'tables', ['count']);
  return { count: reading.number(fields.count, 'tables.count', 1, MOST_TABLES) };
}

function readLanguages(
  reading: Reading,
  value: unknown,
  named: Parameters<typeof readTexts>[3],
): Record<string, ExerciseTexts> {
  if (value === undefined) return {};
  if (!isObject(value)) {
    reading.report('texts', 'malformed');
    return {};
  }
  const tags = Object.keys(value);
  if (tags.length === 0) reading.report('texts', 'few');
  if (tags.length > MOST_LANGUAGES) reading.report('texts', 'many');
  for (const tag of tags)
    if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) reading.report(join('texts', tag), 'malformed');
  return Object.fromEntries(
    tags
      .slice(0, MOST_LANGUAGES)
      .map((tag) => [tag, readTexts(reading, value[tag], join('texts', tag), named)]),
  );
}
