/** Verdicts in a word or two, leads into the ledger, and counts. */
import type { Actor, Modality, Output } from '../../engine/pack.ts';
import type { Status } from '../../engine/verdict.ts';
import { rowOf } from './sentences.ts';
import { outputWords, type WordingSource } from './source.ts';

/**
 * The state of an output in words that fit its kind. What the brief does not say for this case is not denied:
 * an indicator is still "to watch", a consequence is "not said here", one that it foresaw is "not seen".
 */
export function stateWord(source: WordingSource, output: Output, status: Status): string {
  const { t } = source;
  switch (output.kind) {
    case 'recommendation':
    case 'option':
      return t('explain.state', { status });
    case 'consequence':
      return outputWords(source, output).foreseen === undefined
        ? t('explain.stateConsequence', { status })
        : t('explain.stateForeseen', { status });
    case 'indicator':
      return t('explain.stateIndicator', { status });
    case 'scenario':
      return t('explain.stateScenario', { status });
    case 'silence':
      return t('explain.stateSilence', { status });
    case 'background':
      return t('explain.stateBackground');
  }
}

/** "Would lapse if", "Would come in if": opens what would give it another state. */
export function changeLead(source: WordingSource, output: Output, from: Status, to: Status): string {
  if (output.kind === 'recommendation' || output.kind === 'option')
    return source.t('explain.changeTo', { from, to });
  return source.t('explain.changeToState', { state: stateWord(source, output, to) });
}

/** The output's sentence; where it fails and the brief foresaw it, the sentence that says so. */
export function titleOf(source: WordingSource, output: Output, status: Status): string {
  const words = outputWords(source, output);
  return status === 'fails' ? (words.foreseen ?? words.title) : words.title;
}

/** "The EU should …", finished by the `short` of each line. */
export function leadIn({ t }: WordingSource, modality: Modality, actors: readonly Actor[]): string {
  return t('explain.leadIn', { modality, actors: actorsKey(actors) });
}

/** "the EU", "Member States", "the EU and each Member State" */
export function actorsText({ t }: WordingSource, actors: readonly Actor[]): string {
  return t('explain.actors', { actors: actorsKey(actors) });
}

function actorsKey(actors: readonly Actor[]): string {
  return actors.length > 1 ? 'both' : (actors[0] ?? 'both');
}

/** "4 apply, 2 open": what is not now goes without saying, unless nothing else is. */
export function tally(source: WordingSource, statuses: readonly Status[]): string {
  const count = (status: Status) => statuses.filter((one) => one === status).length;
  const parts = (['holds', 'open'] as const)
    .filter((status) => count(status) > 0)
    .map((status) => source.t('explain.tally', { n: count(status), status }));
  return parts.length > 0 ? rowOf(source, parts) : source.t('explain.tallyNone');
}
