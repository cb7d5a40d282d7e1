/** What becomes of a session's answers and verdicts under another version of its pack: told before anything is done. */
import type { Engine } from '../engine/engine.ts';
import { own } from '../engine/inherited.ts';
import type { Answers } from '../engine/pack.ts';
import type { Evaluation, Status } from '../engine/verdict.ts';
import { packName } from './beginning.ts';
import { fitSituation } from './fit.ts';
import { frozen } from './frozen.ts';
import type { Issued, PackName, SessionState } from './journal.ts';

/**
 * What was said and has no place in the newer version. `question` or `reading`: there is no such one; `kind`: it takes
 * one answer where it took several, or the other way round; `option`: there is no such option, or not beside the
 * others; `ruledOut`: the same of an option that was ruled out. It stays in the journal and counts nowhere.
 */
export interface Misfit {
  id: string;
  why: 'question' | 'kind' | 'option' | 'ruledOut' | 'reading';
}

/**
 * A verdict that is another one. `came`, `left`: only one of the versions has the output. `answers`: the older rules
 * would give the new verdict too, without what has no place (`misfits`); `rules`: with the same answers the rules give
 * another; `both`: neither alone does.
 */
export interface Turn {
  output: string;
  /** undefined: the older version does not have it. */
  from: Status | undefined;
  /** undefined: the newer version does not have it. */
  to: Status | undefined;
  why: 'came' | 'left' | 'answers' | 'rules' | 'both';
  /** Of what it rested on and has no place now: questions and readings. */
  misfits: string[];
}

export interface Upgrade {
  from: PackName;
  to: PackName;
  misfits: Misfit[];
  /** Questions that the older version does not have and that may apply here, in pack order; needs the older version. */
  fresh: string[];
  /** By the older version; undefined where it is not on this device. */
  before: Issued['verdicts'] | undefined;
  after: Issued['verdicts'];
  /** In the order of the newer pack, what it does not have last; empty where the older version is not here. */
  turns: Turn[];
}

/** @param older the engine of the pack that the session names; undefined where that is not on this device */
export function upgradeOf(state: SessionState, newer: Engine, older: Engine | undefined): Upgrade {
  const { pack } = newer;
  const { situation } = fitSituation(pack, state);
  const after = newer.evaluate(situation);
  const misfits = misfitsOf(state, newer);
  const named = { from: state.pack, to: packName(pack) };
  if (older === undefined)
    return { ...named, misfits, fresh: [], before: undefined, after: frozen(after), turns: [] };
  const before = older.evaluate(fitSituation(older.pack, state).situation);
  // What still counts, as the older rules see it: tells what the answers do from what the rules do.
  const between = older.evaluate(fitSituation(older.pack, situation).situation);
  const known = new Set(older.pack.questions.map(({ id }) => id));
  return {
    ...named,
    misfits,
    fresh: pack.questions.map(({ id }) => id).filter((id) => !known.has(id) && after.applies[id] !== 'never'),
    before: frozen(before),
    after: frozen(after),
    turns: turnsOf(older, misfits, before, between, after),
  };
}

function misfitsOf(state: SessionState, { pack }: Engine): Misfit[] {
  const { misfits } = fitSituation(pack, state);
  return misfits.map((id) => {
    const question = pack.questions.find((one) => one.id === id);
    const answer = own(state.answers, id);
    if (question === undefined) return { id, why: isSaid(state, id) ? 'question' : 'reading' };
    if (answer === undefined || fitsAlone(pack, { [id]: answer })) return { id, why: 'ruledOut' };
    return { id, why: Array.isArray(answer) === (question.kind === 'several') ? 'option' : 'kind' };
  });
}

function isSaid({ answers, ruledOut }: SessionState, id: string): boolean {
  return Object.hasOwn(answers, id) || Object.hasOwn(ruledOut, id);
}

function fitsAlone(pack: Engine['pack'], answers: Answers): boolean {
  return fitSituation(pack, { answers, readings: {}, ruledOut: {} }).misfits.length === 0;
}

function turnsOf(
  older: Engine,
  misfits: readonly Misfit[],
  before: Evaluation,
  between: Evaluation,
  after: Evaluation,
): Turn[] {
  const lost = new Set(misfits.map(({ id }) => id));
  const restedOn = (output: string) =>
    [...older.mentions(output), ...older.readingsOf(output)].filter((id) => lost.has(id));
  const outputs = new Set([...Object.keys(after.verdicts), ...Object.keys(before.verdicts)]);
  return [...outputs].flatMap((output): Turn[] => {
    const from = before.verdicts[output]?.status;
    const to = after.verdicts[output]?.status;
    if (from === to) return [];
    if (from === undefined) return [{ output, from, to, why: 'came', misfits: [] }];
    if (to === undefined) return [{ output, from, to, why: 'left', misfits: [] }];
    const without = between.verdicts[output]?.status;
    if (without === from) return [{ output, from, to, why: 'rules', misfits: [] }];
    const why = without === to ? 'answers' : 'both';
    return [{ output, from, to, why, misfits: restedOn(output) }];
  });
}
