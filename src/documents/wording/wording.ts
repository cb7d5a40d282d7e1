/**
 * One wording for all screens and documents: verdicts, reasons and places in the brief, in the language shown.
 * Pure: what it is given is what it says.
 */
import type { Actor, Modality, Output } from '../../engine/pack.ts';
import type { NewAnswer } from '../../engine/reasoner.ts';
import type { Ground, Status } from '../../engine/verdict.ts';
import type { Evidence } from '../../session/journal.ts';
import { changeOf } from './changes.ts';
import { clausesOf } from './clauses.ts';
import { evidenceInShort } from './evidence.ts';
import { becauseOf, dependsOnText, numbersOf, reasonOf } from './reasons.ts';
import { asSentence, listOf } from './sentences.ts';
import type { Known, VerdictFacts, WordingSource } from './source.ts';
import { actorsText, changeLead, leadIn, stateWord, tally, titleOf } from './states.ts';

export type { Clause, Known, VerdictFacts, WordingSource } from './source.ts';
export type Wording = ReturnType<typeof createWording>;

/** @param current what to word with now; asked at each call, so that the language can change in place. */
export function createWording(current: () => WordingSource) {
  const placeOf = (statement: string) => {
    const found = current().pack.statements.find((one) => one.id === statement);
    if (found === undefined) throw new Error(`no statement ${statement}`);
    return { paragraph: String(found.at.paragraph), sentence: String(found.at.sentence) };
  };
  return {
    list: (items: readonly string[]) => listOf(current(), items),
    sentence: (text: string) => asSentence(current(), text),
    stateWord: (output: Output, status: Status) => stateWord(current(), output, status),
    title: (output: Output, status: Status) => titleOf(current(), output, status),
    leadIn: (modality: Modality, actors: readonly Actor[]) => leadIn(current(), modality, actors),
    actors: (actors: readonly Actor[]) => actorsText(current(), actors),
    modality: (modality: Modality) => current().t('explain.modality', { modality }),
    reason: (output: Output, facts: VerdictFacts, room?: number) => reasonOf(current(), output, facts, room),
    because: (facts: VerdictFacts) => becauseOf(current(), facts),
    clauses: (grounds: readonly Ground[], known: Known) => clausesOf(current(), grounds, known),
    change: (answers: readonly NewAnswer[], known: Pick<Known, 'ruledOut'>) =>
      changeOf(current(), answers, known),
    changeLead: (output: Output, from: Status, to: Status) => changeLead(current(), output, from, to),
    dependsOn: (ids: readonly string[]) => dependsOnText(current(), ids),
    numbers: (ids: readonly string[]) => numbersOf(current(), ids),
    evidence: (evidence: Evidence) => evidenceInShort(current(), evidence),
    tally: (statuses: readonly Status[]) => tally(current(), statuses),
    locator: (statement: string) => current().t('explain.locator', placeOf(statement)),
    shortLocator: (statement: string) => current().t('explain.shortLocator', placeOf(statement)),
  };
}
