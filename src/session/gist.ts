/** What the list says of a session: what it takes of its state, and the line that is made of that. */
import type { Engine } from '../engine/engine.ts';
import type { SessionSummary } from './desk.ts';
import { stripOrder } from './desk.ts';
import { type Weakness, weakAnswers, weakGrounds } from './evidence.ts';
import { fitSituation } from './fit.ts';
import { fold } from './fold.ts';
import type { SessionState } from './journal.ts';
import { leftToSettle } from './progress.ts';
import type { KeptGist, StoredSession } from './store.ts';

/**
 * The part of a state from which a list of sessions is made. Kept beside the journal, it saves reading that (see
 * SessionStore.outline): a list of thousands needs no step of what was done in each.
 */
export type Gist = Pick<
  SessionState,
  | 'pack'
  | 'details'
  | 'origin'
  | 'answers'
  | 'unchecked'
  | 'ruledOut'
  | 'readings'
  | 'evidence'
  | 'sources'
  | 'reviews'
  | 'changed'
>;

/** Without notes and own views, which no list shows. */
export function gistOf(state: SessionState): Gist {
  const { pack, details, origin, answers, unchecked, ruledOut, readings, sources, reviews, changed } = state;
  const evidence = Object.fromEntries(
    Object.entries(state.evidence).map(([question, one]) => [question, { ...one, note: '', ownView: '' }]),
  );
  return {
    pack,
    details,
    origin,
    answers,
    unchecked,
    ruledOut,
    readings,
    evidence,
    sources,
    reviews,
    changed,
  };
}

/** A gist as stores keep it. */
export function gistToKeep({ id, entries }: Pick<StoredSession, 'id' | 'entries'>): KeptGist {
  const state = fold(entries);
  return { id, last: entries.at(-1)?.hash ?? '', text: JSON.stringify(gistOf(state)) };
}

/** @param line of the same gist: see lineLater. */
export function summaryOf(
  { pack }: Engine,
  gist: Gist,
  line: () => Line,
  { id, place, deletedAt }: Pick<SessionSummary, 'id' | 'place' | 'deletedAt'>,
): SessionSummary {
  const { details, origin, changed, reviews, pack: answeredWith } = gist;
  return {
    id,
    details,
    origin,
    changed,
    reviews,
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
