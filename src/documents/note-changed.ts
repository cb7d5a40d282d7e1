/** What differs from the version handed out before: verdicts, with the answers that make the difference, and answers. */
import type { Pack } from '../engine/pack.ts';
import type { Difference } from '../engine/reasoner.ts';
import type { OpenSession } from '../session/desk.ts';
import { type Issue, isAsIssued, issuesOf, sameAdditions } from '../session/issues.ts';
import { answersOf } from './note-answers.ts';
import type { NoteChanged, NoteSource } from './note-page.ts';
import { outputWords } from './wording/source.ts';

/** The last version, and whether the note is that version, since nothing was done after it. */
export function versionOf(
  source: NoteSource,
  session: OpenSession,
): { issue: Issue; asIssued: boolean } | undefined {
  const entries = session.entries.value;
  const issue = issuesOf(entries).at(-1);
  return issue && { issue, asIssued: isAsIssued(entries, source.additions) };
}

/** undefined: no version was handed out before this one. */
export function changedOf(source: NoteSource, session: OpenSession): NoteChanged | undefined {
  const { t } = source;
  const entries = session.entries.value;
  const issues = issuesOf(entries);
  const before = isAsIssued(entries, source.additions) ? issues.at(-2) : issues.at(-1);
  if (before === undefined) return undefined;
  const then = source.asOf(session.id, entries.slice(0, before.seq));
  const verdicts = changedVerdicts(source, session, then, before);
  const answers = [...changedAnswers(source, session, then), ...changedReadings(source, session, then)];
  const additions = sameAdditions(before.additions, source.additions) ? '' : t('note.changedAdditions');
  const nothing = verdicts.length + answers.length === 0 && additions === '';
  return {
    title: t('note.changedSince', { n: before.number, day: source.dayOf(before.time) }),
    verdicts,
    answers,
    additions,
    none: nothing ? t('note.changedNothing') : '',
  };
}

function changedVerdicts(
  source: NoteSource,
  session: OpenSession,
  then: OpenSession,
  before: Issue,
): NoteChanged['verdicts'] {
  const { t, say, pack } = source;
  const differences = source.reasoner.differences(then.situation.value, session.situation.value);
  return pack.outputs.flatMap((output) => {
    const was = before.verdicts[output.id];
    const { status, unconfirmed } = session.verdict(output.id);
    const confirmed = unconfirmed.length === 0;
    // An output that the pack did not have then is no change of a verdict.
    if (was === undefined || (was.status === status && was.confirmed === confirmed)) return [];
    const { name } = outputWords(source, output);
    const words = (one: typeof was) =>
      one.status === 'holds' && !one.confirmed
        ? t('note.notConfirmed', { state: say.stateWord(output, one.status) })
        : say.stateWord(output, one.status);
    return [
      {
        output: output.id,
        status,
        name,
        text: t('note.changedVerdict', {
          now: words({ status, confirmed }),
          before: words(was),
          by: causes(source, differences, output.id),
        }),
      },
    ];
  });
}

/** " by 3 and 4": the answers that make the difference; '' where they are not known, or the rules do. */
function causes(source: NoteSource, differences: readonly Difference[], output: string): string {
  const by = differences.find((one) => one.output === output)?.by ?? [];
  return by.length === 0 ? '' : source.t('note.changedBy', { what: source.explain.numbers(by) });
}

/** Questions to which something else was said, in words. What merely follows from them is not listed. */
function changedAnswers(source: NoteSource, session: OpenSession, then: OpenSession): string[] {
  const rowsOf = (one: OpenSession) => answersOf(source, one).flatMap(({ rows }) => rows);
  const before = new Map(rowsOf(then).map((row) => [row.question, row]));
  const said = (one: OpenSession, question: string) => {
    const { answers, ruledOut, unchecked } = one.state.value;
    return JSON.stringify([answers[question], ruledOut[question] ?? [], unchecked.includes(question)]);
  };
  return rowsOf(session)
    .filter(({ question }) => said(session, question) !== said(then, question))
    .map(({ question, number, title, answer, marks }) => {
      const was = before.get(question);
      return source.t('note.changedAnswer', {
        number,
        title,
        now: [answer, ...marks].join(', '),
        before: was === undefined ? '' : [was.answer, ...was.marks].join(', '),
      });
    });
}

function changedReadings(source: NoteSource, session: OpenSession, then: OpenSession): string[] {
  const { pack, words, t } = source;
  return pack.readings.flatMap((reading) => {
    const now = letterOf(session, reading);
    const was = letterOf(then, reading);
    const said = words.readings[reading.id];
    if (now === was || said === undefined) return [];
    const answer = (letter: string) => said.letters[letter] ?? t('note.readingOpen');
    return [t('note.changedReading', { title: said.title, now: answer(now), before: answer(was) })];
  });
}

function letterOf(session: OpenSession, reading: Pack['readings'][number]): string {
  return session.state.value.readings[reading.id] ?? reading.default;
}
