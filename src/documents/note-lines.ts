/** One output as a line of the note, with its reasons; or as a point, without. */
import type { Output, Question } from '../engine/pack.ts';
import type { OpenSession } from '../session/desk.ts';
import type { NoteLine, NotePoint, NoteSource } from './note-page.ts';
import { otherReading, takes } from './note-takes.ts';
import { outputWords, questionOf, type VerdictFacts } from './wording/source.ts';

/** An output of advice, or the option, with its state, its reasons and what it takes. */
export function lineOf(source: NoteSource, session: OpenSession, output: Output): NoteLine {
  const { say } = source;
  const words = outputWords(source, output);
  const facts = factsOf(session, output);
  const { status } = facts.verdict;
  const line = status === 'holds' ? words.line : undefined;
  return {
    output: output.id,
    modality: output.modality,
    status,
    state: say.stateWord(output, status),
    weak: session.restsOnWeak(output.id).length > 0,
    ...placeOf(source, output),
    text: line ?? say.title(output, status),
    advice: line === undefined ? '' : say.title(output, status),
    details: [
      ...(status === 'fails' ? takes(source, session, output) : []),
      ...reasons(source, facts),
      ...(status === 'holds'
        ? [...addressees(source, session, output), ...additions(source, session, output)]
        : otherReading(source, session, output)),
    ],
  };
}

/** An output in one sentence and its place. */
export function pointOf(source: NoteSource, session: OpenSession, output: Output): NotePoint {
  return {
    id: output.id,
    text: source.say.title(output, session.verdict(output.id).status),
    ...placeOf(source, output),
  };
}

function factsOf(session: OpenSession, output: Output): VerdictFacts {
  const { answers, unchecked, ruledOut } = session.state.value;
  const restsOnUnchecked = session.restsOnUnchecked(output.id);
  return {
    verdict: session.verdict(output.id),
    grounds: session.groundsOf(output.id),
    restsOnUnchecked,
    restsOnWeak: session
      .restsOnWeak(output.id)
      .map(({ question }) => question)
      .filter((question) => !restsOnUnchecked.includes(question)),
    answers,
    unchecked,
    ruledOut,
  };
}

/** Why it is so, in one sentence or two. */
function reasons(source: NoteSource, facts: VerdictFacts): string[] {
  const { t, say, explain } = source;
  const { status, dependsOn, unconfirmed } = facts.verdict;
  if (status === 'open') return [t('note.hangsOn', { what: explain.numbers(dependsOn) })];
  const clauses = explain
    .because(facts)
    .map(({ text, number, unchecked }) =>
      number === undefined ? text : t(unchecked ? 'note.clauseUnchecked' : 'note.clause', { text, number }),
    );
  const sentences: string[] = [];
  if (clauses.length > 0) sentences.push(t('note.because', { reasons: say.sentence(say.list(clauses)) }));
  else if (unconfirmed.length === 0) sentences.push(t('note.whatever'));
  if (status === 'holds' && unconfirmed.length > 0) {
    sentences.push(t('note.unconfirmed', { what: explain.numbers(unconfirmed) }));
  }
  return sentences;
}

/** Whom to address first, where an answer puts them in order. */
function addressees(source: NoteSource, session: OpenSession, output: Output): string[] {
  const question = source.pack.questions.find(({ id }) => id === output.focus);
  if (question === undefined) return [];
  const first = tickedFirst(source, session, question);
  return first === '' ? [] : [source.t('note.first', { who: first, number: question.number })];
}

function tickedFirst(source: NoteSource, session: OpenSession, question: Question): string {
  const answer = [session.state.value.answers[question.id] ?? []].flat();
  const { words } = questionOf(source, question.id);
  const ticked = question.options.filter(({ id, exclusive }) => answer.includes(id) && !exclusive);
  return source.say.list(ticked.map(({ id }) => words.options[id]?.label ?? id));
}

/** What the pack adds where it holds, and what always goes with the output. */
function additions(source: NoteSource, session: OpenSession, output: Output): string[] {
  const words = outputWords(source, output);
  const notes = session.evaluation.value.notes[output.id] ?? [];
  return [
    ...notes.flatMap((id) => words.notes?.[id] ?? []),
    ...(words.remark === undefined ? [] : [words.remark]),
  ];
}

/** Where the brief says it: as printed, and as read out. */
export function placeOf(source: NoteSource, output: Output) {
  const [first] = output.source;
  return first === undefined
    ? { place: '', spokenPlace: '' }
    : { place: source.say.shortLocator(first), spokenPlace: source.say.locator(first) };
}
