/** What the list says of a session: what it takes of its state, and the line that is made of that. */
import type { Engine } from '../engine/engine.ts';
import type { SessionSummary } from './desk.ts';
import { stripOrder } from './desk.ts';
import { type Weakness, weakAnswers, weakGrounds } from './evidence.ts';
import { fitSituation } from './fit.ts';
import type { Facts } from './fold.ts';
import type { Entry, SessionState } from './journal.ts';
import { leftToSettle } from './progress.ts';
import type { KeptGist } from './store.ts';

/**
 * The part of a state from which a list of sessions is made. Kept beside the journal, it saves reading that (see
 * SessionStore.outline): a list of thousands needs no step of what was done in each.
 */
export type Gist = Omit<Facts, 'path' | 'news'> & Pick<SessionState, 'changed' | 'leftOut'>;

/** Gists kept in one go: more would keep others waiting. */
export const GISTS_AT_ONCE = 100;

/** As stores keep it. Without notes and own views, which no list shows. @param state after these entries */
export function gistToKeep(id: string, entries: readonly Entry[], state: SessionState): KeptGist {
  const {
    pack,
    details,
    origin,
    answers,
    unchecked,
    ruledOut,
    readings,
    sources,
    reviews,
    changed,
    leftOut,
  } = state;
  const evidence = Object.fromEntries(
    Object.entries(state.evidence).map(([question, one]) => [question, { ...one, note: '', ownView: '' }]),
  );
  const given = { answers, unchecked, ruledOut, readings };
  const gist: Gist = { pack, details, origin, ...given, evidence, sources, reviews, changed, leftOut };
  return { id, last: entries.at(-1)?.hash ?? '', text: JSON.stringify(gist) };
}

/** @param line of the same gist: see lineLater. */
export function summaryOf(
  { pack }: Engine,
  gist: Gist,
  line: () => Line,
  { id, place, deletedAt }: Pick<SessionSummary, 'id' | 'place' | 'deletedAt'>,
): SessionSummary {
  const { details, origin, changed, reviews, leftOut, pack: answeredWith } = gist;
  return {
    id,
    details,
    origin,
    changed,
    reviews,
    leftOut,
    otherPack: answeredWith.id !== pack.id || answeredWith.hash !== pack.hash,
    place,
    deletedAt,
    get strip() {
      return line().strip;
    },
    get restsOn() {
      return line().restsOn;
    },
    get leftToSettle() {
      return line().leftToSettle;
    },
  };
}

export type Line = Pick<SessionSummary, 'strip' | 'restsOn' | 'leftToSettle'>;

/** The part of a summary that needs verdicts: worked out when it is asked for, and once. */
export function lineLater(engine: Engine, gist: Gist): () => Line {
  let line: Line | undefined;
  return () => {
    line ??= lineOf(engine, gist);
    return line;
  };
}

function lineOf(engine: Engine, gist: Gist): Line {
  const { situation } = fitSituation(engine.pack, gist);
  const evaluation = engine.evaluate(situation);
  const weak = weakAnswers(gist, 'low');
  const all: Weakness[] = [];
  const strip = stripOrder(engine.pack).flatMap((output) => {
    const verdict = evaluation.verdicts[output];
    const restsOn = weakGrounds(engine, situation, weak, output);
    all.push(...restsOn.map(({ weakness }) => weakness));
    return verdict === undefined ? [] : [{ output, status: verdict.status, weak: restsOn.length > 0 }];
  });
  const restsOn = all.includes('unchecked') ? 'unchecked' : all.length > 0 ? 'weak' : '';
  return { strip, restsOn, leftToSettle: leftToSettle(engine, situation, evaluation).length };
}
