/** One session as the screens see it: signals derived from its journal, actions that put entries on it. */
import type { ReadonlySignal } from '@preact/signals';
import { batch, computed, signal } from '@preact/signals';
import type { Brief } from '../brief/brief.ts';
import type { Answer } from '../engine/pack.ts';
import type { Evaluation } from '../engine/verdict.ts';
import { isWritable } from './action.ts';
import { packName } from './beginning.ts';
import { MOST_ENTRIES } from './chain.ts';
import type { OpenSession, SessionSummary } from './desk.ts';
import {
  firmnessOf,
  type WeakLevel,
  weakAnswers,
  weakGrounds,
  withdrawal,
  withoutAnswers,
} from './evidence.ts';
import { fitSituation, isAdmissible, letterTaken } from './fit.ts';
import { fold, undoAndRedo } from './fold.ts';
import { frozen } from './frozen.ts';
import { lineLater, summaryOf } from './gist.ts';
import type { Action, Details } from './journal.ts';
import type { Keeper } from './keeper.ts';
import { changesBetween, leftToSettle, progressOf, restsOnUnchecked, walkOf } from './progress.ts';

/** A session that the desk knows: what the screens open, how home shows it, and who keeps it. */
export interface KnownSession {
  open: OpenSession;
  summary: ReadonlySignal<SessionSummary>;
  keeper: Keeper;
}

/**
 * Everything derived is computed when first read and again only when the journal changes; verdicts of a list of
 * thousands only for those that are looked at.
 * @param brief what it is judged by
 * @param now the time as ISO 8601, UTC.
 */
export function openSession(keeper: Keeper, brief: Brief, now: () => string): KnownSession {
  const { pack } = brief;
  // One situation as it changes: an answer costs what hangs on it, not what the pack holds.
  const engine = brief.engine.following();
  const state = computed(() => fold(keeper.journal.value));
  const fit = computed(() => fitSituation(pack, state.value));
  const situation = computed(() => fit.value.situation);
  const evaluation = computed(() => engine.evaluate(situation.value));
  const progress = computed(() => progressOf(engine, state.value, situation.value, evaluation.value));
  const left = computed(() => leftToSettle(engine, situation.value, evaluation.value));
  /** The evaluation before the action that made the entry with this hash. */
  const before = signal<{ evaluation: Evaluation; entry: string } | undefined>(undefined);
  const changes = computed(() => {
    // Entries of another tab on top: what changed is no longer the doing of the last action here.
    const own = before.value?.entry === keeper.journal.value.at(-1)?.hash ? before.value : undefined;
    return own === undefined ? [] : changesBetween(own.evaluation, evaluation.value);
  });

  const weakLow = computed(() => weakAnswers(state.value, 'low'));
  const weakModerate = computed(() => weakAnswers(state.value, 'moderate'));
  const weakAt = (level: WeakLevel) => (level === 'low' ? weakLow : weakModerate);
  const withoutLow = computed(() => engine.evaluate(withoutAnswers(situation.value, weakLow.value.keys())));
  const withoutModerate = computed(() =>
    engine.evaluate(withoutAnswers(situation.value, weakModerate.value.keys())),
  );
  const withoutWeak = (level: WeakLevel) => (level === 'low' ? withoutLow : withoutModerate);

  const uncheckedUnder = (output: string) =>
    restsOnUnchecked(engine, situation.value, state.value.unchecked, output);

  const restsOnWeak = (output: string) => weakGrounds(engine, situation.value, weakLow.value, output);

  function verdict(output: string) {
    const found = evaluation.value.verdicts[output];
    if (found === undefined) throw new Error(`no output ${output} in pack ${pack.id}`);
    return found;
  }

  async function act(action: Action): Promise<void> {
    if (!isAdmissible(pack, state.peek(), action)) return;
    // Nothing is written that its reader would refuse: screens say so at the field, and this holds all of them to it.
    if (!isWritable(action)) return keeper.refuse('unfit');
    if (keeper.journal.peek().length >= MOST_ENTRIES) return keeper.refuse('full');
    const then = evaluation.peek();
    const { kept } = batch(() => {
      const recorded = keeper.record(action, now());
      before.value = { evaluation: then, entry: recorded.entry.hash };
      return recorded;
    });
    await kept;
  }

  async function answer(question: string, given: Answer): Promise<void> {
    // An empty list of ticks means unanswered.
    if (given.length === 0) return act({ type: 'cleared', question });
    return act({ type: 'answered', question, answer: given });
  }

  async function describe(details: Partial<Details>): Promise<void> {
    const known = state.peek().details;
    const changed = Object.entries(details).filter(
      ([name, value]) => value !== undefined && known[name as keyof Details] !== value,
    );
    return act({ type: 'described', details: Object.fromEntries(changed) });
  }

  async function undo(): Promise<void> {
    const of = undoAndRedo(keeper.journal.peek()).undo;
    if (of !== undefined) await act({ type: 'undone', of });
  }

  async function redo(): Promise<void> {
    const of = undoAndRedo(keeper.journal.peek()).redo;
    if (of !== undefined) await act({ type: 'redone', of });
  }

  const open: OpenSession = {
    id: keeper.id,
    brief,
    state,
    evaluation,
    situation,
    entries: keeper.journal,
    evaluationWithout: (level) => withoutWeak(level).value,
    weak: (level) => weakAt(level).value,
    firmness: (output, level) => firmnessOf(engine, situation.value, weakAt(level).value, output),
    withdrawal: (sources) => withdrawal(engine, state.value, situation.value, sources),
    progress,
    walk: computed(() => walkOf(state.value, progress.value)),
    leftToSettle: left,
    changes,
    saving: keeper.saving,
    refusal: keeper.refusal,
    misfits: computed(() => fit.value.misfits),
    // Checked answers are named before unchecked ones, so that what is said and what is marked agree.
    groundsOf: (output) => engine.grounds(situation.value, output, state.value.unchecked),
    groundsNotAsked: (question) => engine.groundsNotAsked(situation.value, question),
    restsOnUnchecked: uncheckedUnder,
    restsOnWeak,
    readingsOf: (output) =>
      engine.readingsOf(output).map((reading) => ({
        reading,
        taken: letterTaken(pack, situation.value.readings, reading) ?? '',
        statuses: engine.underLetters(situation.value, output, reading),
      })),
    verdict,
    answer,
    clear: (question) => act({ type: 'cleared', question }),
    check: (question) => act({ type: 'checked', question }),
    ruleOut: (question, option) => act({ type: 'ruledOut', question, option }),
    bringBack: (question, option) => act({ type: 'broughtBack', question, option }),
    takeReading: (reading, letter) => act({ type: 'readingTaken', reading, letter }),
    describe,
    takePath: (path) => act({ type: 'pathTaken', path }),
    assess: (question, evidence) => act({ type: 'assessed', question, evidence }),
    keepSource: (source) => act({ type: 'sourceKept', source }),
    keepNews: (news) => act({ type: 'newsKept', news }),
    reassess: (news, question) => act({ type: 'reassessed', news, question }),
    setReview: (question, by) => act({ type: 'reviewSet', question, by }),
    issue: (additions) =>
      act({
        type: 'issued',
        pack: packName(pack),
        verdicts: frozen(evaluation.peek()),
        additions: additions.map(({ id, output, kind, text, author, date }) => ({
          id,
          output,
          kind,
          text,
          author,
          date,
        })),
      }),
    takeOver: (verdicts) => act({ type: 'upgraded', from: state.peek().pack, to: packName(pack), verdicts }),
    undo,
    redo,
    retry: () => keeper.save(),
  };

  const line = computed(() => lineLater(engine, state.value));
  const summary = computed(() =>
    summaryOf(engine, state.value, line.value, {
      id: keeper.id,
      place: keeper.place.value,
      deletedAt: keeper.deletedAt.value,
    }),
  );

  return { open, summary, keeper };
}
