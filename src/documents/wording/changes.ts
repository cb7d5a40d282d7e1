/** New answers in words: what would have to be so, as clauses that can follow "if". */
import type { NewAnswer } from '../../engine/reasoner.ts';
import { eitherOf, listOf } from './sentences.ts';
import { type Clause, type Known, questionOf, type WordingSource } from './source.ts';

/** So many answers and more are told by the one that is not among them, where it is one. */
const MANY = 3;

/** One clause for each question, in the order given. */
export function changeOf(
  source: WordingSource,
  answers: readonly NewAnswer[],
  known: Pick<Known, 'ruledOut'>,
): Clause[] {
  return answers.map((answer) => ({
    text: answer.kind === 'one' ? oneOf(source, answer, known) : severalOf(source, answer),
    question: answer.question,
    number: questionOf(source, answer.question).number,
    unchecked: false,
  }));
}

function oneOf(
  source: WordingSource,
  { question: id, options }: Extract<NewAnswer, { kind: 'one' }>,
  { ruledOut }: Pick<Known, 'ruledOut'>,
): string {
  const { options: all, words } = questionOf(source, id);
  const says = (option: string) => words.options[option]?.says ?? option;
  const others = all.map((o) => o.id).filter((o) => !options.includes(o) && !ruledOut[id]?.includes(o));
  const [other] = others;
  if (other === undefined) return source.t('explain.known', { whether: words.whether });
  if (options.length >= MANY && others.length === 1)
    return source.t('explain.notSo', { clause: says(other) });
  return eitherOf(source, options.map(says));
}

/** What is to be ticked, then what is not; where nothing is, the option that says so. */
function severalOf(
  source: WordingSource,
  { question: id, ticked, unticked }: Extract<NewAnswer, { kind: 'several' }>,
): string {
  const { options, words } = questionOf(source, id);
  if (ticked.length + unticked.length === 0) return source.t('explain.known', { whether: words.whether });
  const exclusive = options.find((option) => option.exclusive);
  const all = options.filter((option) => !option.exclusive);
  if (exclusive !== undefined && unticked.length === all.length)
    return words.options[exclusive.id]?.says ?? id;
  const not = (option: string) => {
    const said = words.options[option];
    return said?.saysNot ?? source.t('explain.notSo', { clause: said?.says ?? option });
  };
  return listOf(source, [...ticked.map((o) => words.options[o]?.says ?? o), ...unticked.map(not)]);
}
