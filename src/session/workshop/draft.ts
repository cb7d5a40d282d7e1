/** An exercise that is being written: whole in its form, whatever is still missing in it. */

import {
  EXERCISE_FIELDS,
  type Exercise,
  type ExerciseTexts,
  STEPS,
  type Step,
} from '../../engine/exercise/exercise.ts';
import { isInherited } from '../../engine/inherited.ts';

export interface Draft {
  id: string;
  /** Digest of the edition that it changes; '' where it is new, or a copy under another id. */
  from: string;
  /** One more at each keeping: an older window does not write over a newer one. */
  revision: number;
  exercise: Exercise;
}

/** Ninety minutes with eight tables. */
const MINUTES: Record<Step, number> = {
  rules: 5,
  join: 5,
  situation: 7,
  roundOne: 15,
  handInOne: 4,
  reveal: 10,
  inject: 3,
  roundTwo: 9,
  handInTwo: 3,
  moved: 10,
  premortem: 5,
  hotWash: 8,
  feedback: 4,
  close: 2,
};

const NO_TEXTS: ExerciseTexts = {
  title: '',
  objective: '',
  situation: [],
  sources: {},
  roles: {},
  injects: {},
  hopes: [],
};

/** @param id of the exercise: letters, digits, `-` and `_` */
export function blankExercise(pack: Exercise['pack'], id: string, language: string): Exercise {
  return {
    id,
    pack,
    hypothetical: true,
    language,
    answers: {},
    questions: [],
    roles: [],
    sources: [],
    injects: [],
    minutes: MINUTES,
    tables: { count: 8 },
    prediction: true,
    confidence: false,
    threshold: 75,
    texts: { [language]: NO_TEXTS },
  };
}

/** Whether something kept is a draft: its form only, since what it says may be wrong all the time. */
export function isDraft(value: unknown): value is Draft {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.from !== 'string') return false;
  return Number.isSafeInteger(value.revision) && isWhole(value.exercise);
}

function isWhole(value: unknown): boolean {
  if (!isObject(value) || EXERCISE_FIELDS.some((name) => !Object.hasOwn(value, name))) return false;
  const { questions, roles, sources, injects, minutes, tables, texts, answers, language } = value;
  if (![questions, roles].every(isNames) || !isId(value.id)) return false;
  if (!Array.isArray(sources) || !sources.every((one) => isObject(one) && isId(one.id))) return false;
  if (!Array.isArray(injects) || !injects.every(isInject)) return false;
  if (!isObject(minutes) || !isObject(texts) || !isObject(answers)) return false;
  if (!isObject(tables) || !(isTexts(tables.names) || typeof tables.count === 'number')) return false;
  if (typeof language !== 'string' || !STEPS.every((step) => typeof minutes[step] === 'number')) return false;
  return Object.hasOwn(texts, language) && Object.values(texts).every(isWholeText);
}

function isWholeText(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(NO_TEXTS).every(([name, none]) => {
    const text = value[name];
    if (Array.isArray(none)) return isTexts(text);
    if (typeof none === 'string') return typeof text === 'string';
    return (
      isObject(text) && Object.values(text).every((words) => isObject(words) && isTexts(Object.values(words)))
    );
  });
}

function isInject(value: unknown): boolean {
  if (!isObject(value) || !isId(value.id) || typeof value.word !== 'string') return false;
  return isObject(value.answers) && isNames(value.touches);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isNames(value: unknown): boolean {
  return isTexts(value) && value.every(isId);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && !isInherited(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists of things with an id and words in every language. */
export type Kind = 'sources' | 'roles' | 'injects';

const NO_WORDS = {
  sources: { name: '', says: '' },
  roles: { name: '', card: '' },
  injects: { title: '', text: '' },
} as const;

/** One more, at the end, with no words yet. Ids are never taken a second time while the other is there. */
export function withOneMore(exercise: Exercise, kind: Kind): Exercise {
  const taken = idsOf(exercise, kind);
  let n = taken.length + 1;
  while (taken.includes(`${kind.slice(0, -1)}-${n}`)) n += 1;
  const id = `${kind.slice(0, -1)}-${n}`;
  const texts = mapTexts(exercise, (one) => ({ ...one, [kind]: { ...one[kind], [id]: NO_WORDS[kind] } }));
  if (kind === 'roles') return { ...exercise, texts, roles: [...exercise.roles, id] };
  if (kind === 'sources')
    return { ...exercise, texts, sources: [...exercise.sources, { id, reliability: 'F', credibility: '6' }] };
  return { ...exercise, texts, injects: [...exercise.injects, { id, word: '', answers: {}, touches: [] }] };
}

/** Without it, and without its words in any language. */
export function withoutOne(exercise: Exercise, kind: Kind, id: string): Exercise {
  const texts = mapTexts(exercise, (one) => ({
    ...one,
    [kind]: without(one[kind] as Record<string, object>, id),
  }));
  return {
    ...exercise,
    texts,
    roles: kind === 'roles' ? exercise.roles.filter((one) => one !== id) : exercise.roles,
    sources: kind === 'sources' ? exercise.sources.filter((one) => one.id !== id) : exercise.sources,
    injects: kind === 'injects' ? exercise.injects.filter((one) => one.id !== id) : exercise.injects,
  };
}

export function idsOf(exercise: Exercise, kind: Kind): string[] {
  return kind === 'roles' ? exercise.roles : exercise[kind].map(({ id }) => id);
}

/** With words to be written in another language, for all that has words. */
export function withLanguage(exercise: Exercise, tag: string): Exercise {
  if (Object.hasOwn(exercise.texts, tag)) return exercise;
  const empty = <K extends Kind>(kind: K) =>
    Object.fromEntries(idsOf(exercise, kind).map((id) => [id, NO_WORDS[kind]]));
  const texts = { ...NO_TEXTS, sources: empty('sources'), roles: empty('roles'), injects: empty('injects') };
  return { ...exercise, texts: { ...exercise.texts, [tag]: texts as ExerciseTexts } };
}

/** The language that it was first written in stays. */
export function withoutLanguage(exercise: Exercise, tag: string): Exercise {
  return tag === exercise.language ? exercise : { ...exercise, texts: without(exercise.texts, tag) };
}

export function withTexts(exercise: Exercise, tag: string, change: Partial<ExerciseTexts>): Exercise {
  const before = exercise.texts[tag] ?? NO_TEXTS;
  return { ...exercise, texts: { ...exercise.texts, [tag]: { ...before, ...change } } };
}

export type Standing = 'open' | 'settled' | 'unknown';

export function standingOf({ questions, answers }: Exercise, question: string): Standing {
  if (questions.includes(question)) return 'open';
  return Object.hasOwn(answers, question) ? 'settled' : 'unknown';
}

/**
 * Open to the tables, settled by the sheet, or neither. News that touches a question which is open no more does so no
 * more. @param order ids of all questions, as in the pack
 */
export function withStanding(
  exercise: Exercise,
  question: string,
  standing: Standing,
  order: readonly string[],
): Exercise {
  const open = order.filter((id) =>
    id === question ? standing === 'open' : exercise.questions.includes(id),
  );
  const answers = without(exercise.answers, question);
  return {
    ...exercise,
    questions: open,
    // Nothing is chosen for the author: what a settled question is answered with is asked for.
    answers: standing === 'settled' ? { ...answers, [question]: exercise.answers[question] ?? [] } : answers,
    injects: exercise.injects.map((inject) => ({
      ...inject,
      touches: inject.touches.filter((id) => open.includes(id)),
    })),
  };
}

/** Paragraphs are parted by an empty line. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** One a line. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
}

function mapTexts(exercise: Exercise, change: (texts: ExerciseTexts) => ExerciseTexts): Exercise['texts'] {
  return Object.fromEntries(Object.entries(exercise.texts).map(([tag, texts]) => [tag, change(texts)]));
}
