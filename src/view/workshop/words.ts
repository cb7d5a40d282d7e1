/** The words of an exercise, and of its tables and answers, as the screens of a workshop say them. */
import type { Exercise, ExerciseTexts } from '../../engine/exercise/exercise.ts';
import type { Answer, Question } from '../../engine/pack.ts';
import { DONT_KNOW } from '../../session/desk.ts';
import type { App, InBrief } from '../app.ts';
import { optionLabel } from '../question/answer-words.ts';
import { chosen } from '../question/choices.ts';
import { href } from '../routes.ts';

type Words = Pick<InBrief, 't' | 'say' | 'words' | 'language'>;

/** In the language shown now where the exercise has it, else as it was written; `lang` is set where that differs. */
export function textsOf(
  { language, words }: Pick<InBrief, 'language' | 'words'>,
  exercise: Exercise,
): { texts: ExerciseTexts; lang: string | undefined } {
  const own = exercise.texts[language.value] ?? words.value.exercises?.[exercise.id];
  if (own !== undefined) return { texts: own, lang: undefined };
  const written = exercise.texts[exercise.language];
  if (written === undefined) throw new Error(`exercise ${exercise.id} has no words of its own`);
  return { texts: written, lang: exercise.language };
}

/** "Table 3", or the name it was given. */
export function tableName({ t }: Pick<App, 't'>, { tables }: Exercise, table: number): string {
  const name = 'names' in tables ? tables.names[table - 1] : undefined;
  return name ?? t('workshop.table', { n: table });
}

/** "tables 1, 3 and 4", or their names. */
export function tablesInWords(app: Words, exercise: Exercise, tables: readonly number[]): string {
  if ('names' in exercise.tables) return app.say.list(tables.map((table) => tableName(app, exercise, table)));
  return app.t('workshop.tables', { n: tables.length, list: app.say.list(runs(tables)) });
}

/** "1–5", "8": of forty tables nobody reads forty numbers. Two in a row stay two. */
function runs(tables: readonly number[]): string[] {
  const found: number[][] = [];
  for (const table of [...tables].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && last.at(-1) === table - 1) last.push(table);
    else found.push([table]);
  }
  return found.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0]}–${run.at(-1)}`]));
}

/** Letters that fit into a cell of the board. */
const ROOM = 12;

/**
 * What stands in a cell. An option's own words where those of all options are short, up to the first comma; else the
 * numbers of the options, as on the ballot. `?` beside them: not sure of the rest.
 */
export function cellWords(app: Words, question: Question, answer: Answer, numbered: boolean): string {
  const given = chosen(question, answer);
  const ticks = given.filter((option) => option !== DONT_KNOW);
  if (ticks.length === 0) return '?';
  const short = numbered ? undefined : shortWords(app, question);
  const words = ticks.map(
    (option) => short?.get(option) ?? String(question.options.findIndex(({ id }) => id === option) + 1),
  );
  return words.join(' + ') + (given.includes(DONT_KNOW) ? ' + ?' : '');
}

/** Whether cells show numbers, so that the row says what they mean. */
export function isNumbered(app: Words, question: Question): boolean {
  return shortWords(app, question) === undefined;
}

function shortWords(app: Words, question: Question): Map<string, string> | undefined {
  if (question.kind === 'several') return undefined;
  const words = question.options.map(({ id }) => optionLabel(app, question, id).split(/[,;]/)[0] ?? '');
  const fits = words.every((word) => word.length <= ROOM) && new Set(words).size === words.length;
  return fits ? new Map(question.options.map(({ id }, i) => [id, words[i] ?? ''])) : undefined;
}

export function roomHref(
  part: 'collect' | 'board' | 'wall' | 'debrief' | 'ballot' | 'give' | 'paper' | 'pass',
  id: string,
  item = '',
): string {
  return href({ name: 'workshop', part, id, item });
}
