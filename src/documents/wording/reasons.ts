/** Why a verdict is as it is, in the one line that the ledger has for it. */
import { DONT_KNOW, type Output } from '../../engine/pack.ts';
import { clausesOf } from './clauses.ts';
import { listOf, rowOf } from './sentences.ts';
import { type Clause, isQuestion, questionOf, type VerdictFacts, type WordingSource } from './source.ts';

/** More clauses than this are given by the numbers of their questions only. */
const CLAUSES_IN_A_LINE = 2;
const ROOM = 100;

/**
 * One line, no full stop. Never empty: every verdict carries its reason. Clauses longer than `room` letters are
 * given by the numbers of their questions; a line longer than that says the same in fewer words.
 */
export function reasonOf(source: WordingSource, output: Output, facts: VerdictFacts, room = ROOM): string {
  const full = reasonIn(source, output, facts, room, 'full');
  return full.length <= room ? full : reasonIn(source, output, facts, room, 'short');
}

function reasonIn(
  source: WordingSource,
  output: Output,
  facts: VerdictFacts,
  room: number,
  length: 'full' | 'short',
): string {
  const { t } = source;
  const { verdict } = facts;
  if (verdict.status === 'open') return t('explain.hangsOn', { what: numbersOf(source, verdict.dependsOn) });
  const because = becauseOf(source, facts);
  const parts: string[] = [];
  if (verdict.status === 'holds' && verdict.unconfirmed.length > 0) {
    parts.push(
      length === 'full'
        ? unconfirmed(source, facts)
        : t('explain.unconfirmedShort', { what: numbersOf(source, verdict.unconfirmed) }),
    );
  }
  if (facts.restsOnUnchecked.length > 0) {
    const what = numbersOf(source, facts.restsOnUnchecked);
    parts.push(t(length === 'full' ? 'explain.restsOnUnchecked' : 'explain.restsOnUncheckedShort', { what }));
  }
  const weak =
    facts.restsOnWeak.length > 0
      ? [t('explain.restsOnWeak', { what: numbersOf(source, facts.restsOnWeak) })]
      : [];
  // Beside it there is less room for the reason itself.
  const left = room - (weak[0]?.length ?? 0);
  if (parts.length === 0)
    parts.push(because.length > 0 ? inShort(source, because, left) : t('explain.whatever'));
  parts.push(...weak);
  if (output.actors !== undefined && output.actors.length > 1) parts.push(t('explain.memberStatesToo'));
  return parts.join(t('explain.semicolon'));
}

/** Why, part by part; empty where it is open, or stands whatever the answers. */
export function becauseOf(source: WordingSource, facts: VerdictFacts): Clause[] {
  return facts.verdict.status === 'open' ? [] : clausesOf(source, facts.grounds, facts);
}

/** "14 and 15", "14 and the reading of one passage": questions by number, readings counted. */
export function numbersOf(source: WordingSource, ids: readonly string[]): string {
  const questions = ids.filter((id) => isQuestion(source, id));
  const readings = ids.length - questions.length;
  const items = questions.map((id) => String(questionOf(source, id).number));
  if (readings > 0) items.push(source.t('explain.readings', { n: readings }));
  return listOf(source, items);
}

/** "whether non-Russian bidders were kept out and how one passage is read" */
export function dependsOnText(source: WordingSource, ids: readonly string[]): string {
  const items = ids.map((id) =>
    isQuestion(source, id)
      ? questionOf(source, id).words.whether
      : source.t('explain.howRead', { title: source.words.readings[id]?.title ?? id }),
  );
  return listOf(source, items);
}

/** The defeater is not settled: left unsure by the user, not answered yet, or hanging on a reading. */
function unconfirmed(source: WordingSource, facts: VerdictFacts): string {
  const { t } = source;
  const questions = facts.verdict.unconfirmed.filter((id) => isQuestion(source, id));
  const unsure = questions.filter((id) => [facts.answers[id] ?? []].flat().includes(DONT_KNOW));
  const how =
    questions.length < facts.verdict.unconfirmed.length ||
    (unsure.length > 0 && unsure.length < questions.length)
      ? 'other'
      : unsure.length > 0
        ? 'unsure'
        : 'unanswered';
  return t('explain.unconfirmed', { how, what: numbersOf(source, facts.verdict.unconfirmed) });
}

/** Clauses with the numbers of their questions, as long as a line holds them; else the numbers alone. */
function inShort(source: WordingSource, clauses: readonly Clause[], room: number): string {
  const { t } = source;
  const texts = clauses.map((clause) => clause.text);
  const numbers = [...new Set(clauses.flatMap((clause) => clause.number ?? []))].map(String);
  const fits = clauses.length <= CLAUSES_IN_A_LINE && texts.join('').length <= room;
  if (fits && numbers.length > 0) {
    return t('explain.clausesWithNumbers', {
      clauses: listOf(source, texts),
      numbers: rowOf(source, numbers),
    });
  }
  if (fits) return listOf(source, texts);
  const readings = clauses.length - clauses.filter((clause) => clause.number !== undefined).length;
  const items = readings > 0 ? [...numbers, t('explain.readings', { n: readings })] : numbers;
  return t('explain.byAnswers', { n: numbers.length, list: listOf(source, items) });
}
