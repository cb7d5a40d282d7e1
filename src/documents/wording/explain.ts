/** Why it is so, in words: apart from wording.ts, since what is shown first says nothing of it. */
import type { Output } from '../../engine/pack.ts';
import type { NewAnswer } from '../../engine/reasoner.ts';
import type { Evaluation, Ground, Status } from '../../engine/verdict.ts';
import type { Evidence } from '../../session/journal.ts';
import { bottomLine } from './bottom-line.ts';
import { changeOf } from './changes.ts';
import { clausesOf } from './clauses.ts';
import { evidenceInShort } from './evidence.ts';
import { becauseOf, dependsOnText, numbersOf, reasonOf } from './reasons.ts';
import type { Known, VerdictFacts, WordingSource } from './source.ts';
import { changeLead } from './states.ts';

export type Explain = ReturnType<typeof createExplain>;

/** @param current what to word with now; asked at each call, so that the language can change in place. */
export function createExplain(current: () => WordingSource) {
  return {
    reason: (output: Output, facts: VerdictFacts, room?: number) => reasonOf(current(), output, facts, room),
    because: (facts: VerdictFacts) => becauseOf(current(), facts),
    clauses: (grounds: readonly Ground[], known: Known) => clausesOf(current(), grounds, known),
    change: (answers: readonly NewAnswer[], known: Pick<Known, 'ruledOut'>) =>
      changeOf(current(), answers, known),
    changeLead: (output: Output, from: Status, to: Status) => changeLead(current(), output, from, to),
    dependsOn: (ids: readonly string[]) => dependsOnText(current(), ids),
    numbers: (ids: readonly string[]) => numbersOf(current(), ids),
    evidence: (evidence: Evidence) => evidenceInShort(current(), evidence),
    bottomLine: (evaluation: Evaluation) => bottomLine(current(), evaluation),
  };
}
