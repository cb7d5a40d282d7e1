/** What the last action changed among the verdicts, in words: for the live region, the ledger and the bar. */
import type { Output, Pack } from '../../engine/pack.ts';
import type { Verdict } from '../../engine/verdict.ts';
import { type Change, stripOrder } from '../../session/desk.ts';
import type { InBrief } from '../app.ts';

type Words = Pick<InBrief, 't' | 'say' | 'words' | 'pack'>;
/** Verdicts as they are now. */
type VerdictOf = (output: string) => Verdict;

export interface SortedChanges {
  /** Recommendations and options, in the order of the strip. */
  advice: Change[];
  /** Everything else, in pack order. */
  besides: Change[];
}

export function sortChanges(pack: Pack, changes: readonly Change[]): SortedChanges {
  const order = stripOrder(pack);
  const byOutput = new Map(changes.map((change) => [change.output, change]));
  return {
    advice: order.flatMap((id) => byOutput.get(id) ?? []),
    besides: changes.filter(({ output }) => !order.includes(output)),
  };
}

/** "Sanctions was open, now applies"; `name` may stand in for the output's own, to be set in its face. */
export function changeInWords(app: Words, change: Change, verdictOf: VerdictOf, name?: string): string {
  const { t } = app;
  const named = name ?? nameOf(app, change.output);
  if (change.confirmation) {
    const confirmed = verdictOf(change.output).unconfirmed.length === 0;
    return t(confirmed ? 'standing.nowConfirmed' : 'standing.nowUnconfirmed', { name: named });
  }
  return t('standing.nowIs', { name: named, change: `${change.from}_${change.to}` });
}

/** What a line of the ledger was before, in two or three words: "was open". */
export function wasInWords(app: Words, change: Change, verdictOf: VerdictOf): string {
  const { t } = app;
  if (change.confirmation) {
    const confirmed = verdictOf(change.output).unconfirmed.length === 0;
    return t(confirmed ? 'standing.wasUnconfirmed' : 'standing.wasConfirmed');
  }
  return t('standing.was', { state: change.from });
}

/** All that changed, for those who listen: advice by name, the rest counted. */
export function changesInWords(app: Words, changes: readonly Change[], verdictOf: VerdictOf): string {
  const { t, pack } = app;
  const { advice, besides } = sortChanges(pack, changes);
  const parts = advice.map((change) => changeInWords(app, change, verdictOf));
  if (besides.length > 0) parts.push(t('standing.besides', { n: besides.length }));
  if (parts.length === 0) return t('standing.unchanged');
  return parts.map((part) => t('standing.sentence', { text: part })).join(' ');
}

/** The output's name for narrow places. */
export function nameOf(app: Pick<InBrief, 'words'>, output: string): string {
  return app.words.value.outputs[output]?.name ?? output;
}

/** The output of an id; an unknown one is a bug and throws. */
export function outputOf(pack: Pack, id: string): Output {
  const output = pack.outputs.find((one) => one.id === id);
  if (output === undefined) throw new Error(`no output ${id} in pack ${pack.id}`);
  return output;
}
