/** All questions with what was answered, in words: the second page of the note. */
import { type Answer, DONT_KNOW } from '../engine/pack.ts';
import type { OpenSession, QuestionProgress } from '../session/desk.ts';
import type { SourceUse } from '../session/journal.ts';
import type { NoteAnswer, NoteSection, NoteSource } from './note-page.ts';
import { questionOf } from './wording/source.ts';

/** Every question of the pack, by section: what nobody answered is told too. */
export function answersOf(source: NoteSource, session: OpenSession): NoteSection[] {
  const progress = session.progress.value;
  return source.pack.sections.map((id) => ({
    id,
    title: source.words.sections[id] ?? id,
    rows: progress
      .filter(({ question }) => question.section === id)
      .map((one) => rowOf(source, session, one)),
  }));
}

function rowOf(source: NoteSource, session: OpenSession, progress: QuestionProgress): NoteAnswer {
  const { question, state, unchecked } = progress;
  const { ruledOut } = session.state.value;
  const { words } = questionOf(source, question.id);
  const out = (ruledOut[question.id] ?? []).map((option) => words.options[option]?.label ?? option);
  const evidence = session.state.value.evidence[question.id];
  const rests = evidence === undefined ? '' : source.explain.evidence({ ...evidence, note: '', ownView: '' });
  const marks = [
    ...(unchecked ? [source.t('note.uncheckedMark')] : []),
    ...(out.length > 0
      ? [source.t('note.ruledOut', { options: source.say.list(out.map((text) => quoted(source, text))) })]
      : []),
    ...(rests === '' ? [] : [rests]),
    ...(evidence?.sources ?? []).map((use) => sourceText(source, session, use)),
  ];
  return {
    question: question.id,
    number: question.number,
    title: words.title,
    state,
    answer: answerText(source, session, progress),
    marks,
  };
}

function answerText(source: NoteSource, session: OpenSession, { question, state }: QuestionProgress): string {
  const { t, explain } = source;
  const known = session.state.value;
  // Their numbers suffice: those answers stand on the same page.
  const because = () => {
    const clauses = explain.clauses(session.groundsNotAsked(question.id), known);
    const ids = clauses.flatMap(({ question: id, reading }) => id ?? reading ?? []);
    return explain.numbers([...new Set(ids)]);
  };
  switch (state) {
    case 'answered':
      return labels(source, question.id, known.answers[question.id]);
    case 'dont_know':
      return t('note.dontKnow');
    case 'narrowed':
    case 'unanswered':
      return t('note.notAnswered');
    case 'not_asked':
      return t('note.notAsked', { because: because() });
    case 'set_aside':
      return t('note.setAside', {
        answer: labels(source, question.id, known.answers[question.id]),
        because: because(),
      });
  }
}

function labels(source: NoteSource, id: string, answer: Answer | undefined): string {
  const { words, options } = questionOf(source, id);
  const given = [answer ?? []].flat();
  const chosen = options.filter((option) => given.includes(option.id));
  const list = source.say.list(chosen.map((option) => words.options[option.id]?.label ?? option.id));
  return given.includes(DONT_KNOW) ? source.t('note.unsure', { answer: list }) : list;
}

/** "For: the gazette, information of 2 October 2020, B2" */
function sourceText(source: NoteSource, session: OpenSession, use: SourceUse): string {
  const found = session.state.value.sources.find(({ id }) => id === use.source);
  const grade = `${found?.reliability ?? ''}${use.credibility}`;
  return source.t('note.source', {
    stance: use.stance,
    title: found?.title ?? use.source,
    dated: use.informationOf === '' ? 'no' : 'yes',
    day: use.informationOf === '' ? '' : source.calendarDay(use.informationOf),
    graded: grade === '' ? 'no' : 'yes',
    grade,
  });
}

function quoted(source: NoteSource, text: string): string {
  return source.t('explain.quoted', { text });
}
