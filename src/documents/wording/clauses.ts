/** Grounds in words: what the user said, as clauses, never as ids or rules. */
import { DONT_KNOW } from '../../engine/pack.ts';
import type { Ground } from '../../engine/verdict.ts';
import { listOf } from './sentences.ts';
import { type Clause, type Known, questionOf, type WordingSource } from './source.ts';

/**
 * Grounds as clauses, in their order. Unticked options of a multiple choice that was answered with its exclusive
 * option ("None of these") are one clause, that option's: nobody unticked them one by one.
 */
export function clausesOf(source: WordingSource, grounds: readonly Ground[], known: Known): Clause[] {
  const clauses: Clause[] = [];
  const said = new Set<string>();
  for (const ground of grounds) {
    if (ground.kind === 'reading') {
      clauses.push(readingClause(source, ground));
      continue;
    }
    const alone =
      ground.kind === 'tick' && !ground.ticked ? exclusiveAnswer(source, ground.question, known) : undefined;
    if (alone !== undefined && said.has(ground.question)) continue;
    if (alone !== undefined) said.add(ground.question);
    clauses.push({
      text: alone ?? groundText(source, ground, known),
      question: ground.question,
      number: questionOf(source, ground.question).number,
      unchecked: known.unchecked.includes(ground.question),
    });
  }
  return clauses;
}

function groundText(
  source: WordingSource,
  ground: Exclude<Ground, { kind: 'reading' }>,
  known: Known,
): string {
  const { words } = questionOf(source, ground.question);
  if (ground.kind === 'tick') {
    const option = words.options[ground.option];
    if (option === undefined) throw new Error(`no words for ${ground.question}: ${ground.option}`);
    if (ground.ticked) return option.says;
    const ruledOut = known.ruledOut[ground.question]?.includes(ground.option) === true;
    return ruledOut || option.saysNot === undefined ? ruledOutText(source, [option.label]) : option.saysNot;
  }
  const [only, ...more] = ground.possible;
  const says = only === undefined ? undefined : words.options[only]?.says;
  if (says !== undefined && more.length === 0) return says;
  return ruledOutText(source, labelsNotAmong(source, ground.question, ground.possible));
}

/** What the exclusive option says where it is the whole answer. */
function exclusiveAnswer(source: WordingSource, id: string, known: Known): string | undefined {
  const { options, words } = questionOf(source, id);
  const answer = known.answers[id];
  const exclusive = options.find((option) => option.exclusive);
  const chosen = exclusive !== undefined && Array.isArray(answer) && answer.includes(exclusive.id);
  return chosen ? words.options[exclusive.id]?.says : undefined;
}

/** A single choice narrowed: what is no longer possible. */
function labelsNotAmong(source: WordingSource, id: string, possible: readonly string[]): string[] {
  const { options, words } = questionOf(source, id);
  return options
    .filter((option) => option.id !== DONT_KNOW && !possible.includes(option.id))
    .map((option) => words.options[option.id]?.label ?? option.id);
}

function ruledOutText(source: WordingSource, labels: readonly string[]): string {
  const quoted = labels.map((label) => source.t('explain.quoted', { text: label }));
  return source.t('explain.ruledOut', { n: labels.length, list: listOf(source, quoted) });
}

function readingClause(source: WordingSource, ground: Extract<Ground, { kind: 'reading' }>): Clause {
  const letter = source.words.readings[ground.reading]?.letters[ground.letter];
  if (letter === undefined) throw new Error(`no words for reading ${ground.reading}: ${ground.letter}`);
  return { text: source.t('explain.readAs', { letter }), reading: ground.reading, unchecked: false };
}
