/**
 * One wording for all screens and documents: verdicts, reasons and places in the brief, in the language shown.
 * Pure: what it is given is what it says.
 */
import type { Actor, Modality, Output } from '../../engine/pack.ts';
import type { Status } from '../../engine/verdict.ts';
import { asSentence, listOf } from './sentences.ts';
import type { WordingSource } from './source.ts';
import { actorsText, leadIn, stateWord, tally, titleOf } from './states.ts';

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
    tally: (statuses: readonly Status[]) => tally(current(), statuses),
    locator: (statement: string) => current().t('explain.locator', placeOf(statement)),
    shortLocator: (statement: string) => current().t('explain.shortLocator', placeOf(statement)),
  };
}
