/** Under the options, in a place of its own: confirm, clear, undo, redo, and what was just done. */
import { useLayoutEffect } from 'preact/hooks';
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { Locator } from '../parts/locator.tsx';
import { sessionHref } from '../routes.ts';
import { doAndTell, told, turnBackAndTell } from './told.ts';
import './hands.css';

interface HandsProps {
  session: OpenSession;
  question: Question;
}

export function Hands({ session, question }: HandsProps) {
  const app = useBrief();
  const { t } = app;
  const { answers } = session.state.value;
  const answered = answers[question.id] !== undefined;
  const clear = () => {
    if (!answered) return;
    const lead = t('question.toldCleared', { number: question.number });
    doAndTell(app, session, () => session.clear(question.id), lead);
  };
  return (
    <div class="hands">
      <Confirm session={session} question={question} />
      <Recent session={session} question={question} />
      <div class="history">
        <button type="button" class="word" aria-disabled={!answered} onClick={clear}>
          {t('question.clear')}
        </button>
        <UndoRedo session={session} />
      </div>
    </div>
  );
}

/** Undo and redo, always in their place; Ctrl+Z works too, outside text fields. */
export function UndoRedo({ session }: { session: OpenSession }) {
  const app = useBrief();
  const { canUndo, canRedo } = session.state.value;
  return (
    <>
      <button
        type="button"
        class="word"
        aria-disabled={!canUndo}
        onClick={() => turnBackAndTell(app, session, 'undo')}
      >
        {app.t('question.undo')}
      </button>
      <button
        type="button"
        class="word"
        aria-disabled={!canRedo}
        onClick={() => turnBackAndTell(app, session, 'redo')}
      >
        {app.t('question.redo')}
      </button>
    </>
  );
}

/** Undo by Ctrl+Z (or Cmd+Z), redo with Shift or by Ctrl+Y, except where text is typed. */
export function useUndoKeys(session: OpenSession): void {
  const app = useBrief();
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      turnBackAndTell(app, session, key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [app, session]);
}

const CHOICES = ['radio', 'checkbox'];

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !CHOICES.includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** A carried answer can be confirmed as it is; what the brief says behind it stands beside. */
function Confirm({ session, question }: HandsProps) {
  const app = useBrief();
  const { pack, t, say } = app;
  const { unchecked, origin } = session.state.value;
  if (!unchecked.includes(question.id)) return null;
  const scenario = origin.kind === 'brief' ? origin.scenario : '';
  const support = pack.scenarios.find(({ id }) => id === scenario)?.support[question.id] ?? [];
  // Several statements can stand in one sentence.
  const places = support.filter(
    (statement, i) =>
      say.shortLocator(statement) !== say.shortLocator(support[i - 1] ?? statement) || i === 0,
  );
  return (
    <div class="confirm">
      <button
        type="button"
        class="button second"
        onClick={(event) => {
          const list = event.currentTarget.closest('.ask');
          doAndTell(app, session, () => session.check(question.id), t('question.toldConfirmed'));
          // The button goes with what it did; the focus stays with the answer.
          list?.querySelector<HTMLElement>('input:checked')?.focus();
        }}
      >
        {t('question.confirm')}
      </button>
      {places.length > 0 && (
        <p class="small quiet">
          {t('question.support')}
          {places.map((statement) => (
            <Locator key={statement} statement={statement} />
          ))}
        </p>
      )}
    </div>
  );
}

/** What was just done, where the screen does not show it by itself. Said aloud by the live region already. */
function Recent({ session, question }: HandsProps) {
  const { t } = useApp();
  const last = told.value;
  if (last === undefined || last.session !== session.id) {
    return (
      <p class="recent">
        <Quietly session={session} question={question} />
      </p>
    );
  }
  const elsewhere =
    last.question !== undefined && last.question.id !== question.id ? last.question : undefined;
  return (
    <p class="recent">
      {last.text}{' '}
      {elsewhere && (
        <a class="word" href={sessionHref(session.id, 'question', elsewhere.id)}>
          {t('question.goTo', { number: elsewhere.number })}
        </a>
      )}
    </p>
  );
}

/** Where nothing was just done: that the question does not matter any more, or at the very start what the ruler is. */
function Quietly({ session, question }: HandsProps) {
  const { t } = useApp();
  const progress = session.progress.value.find((one) => one.question.id === question.id);
  const waiting = progress?.state === 'unanswered' || progress?.state === 'narrowed';
  if (waiting && !progress.matters) return <>{t('overview.noLongerMatters')}</>;
  const untouched = Object.keys(session.state.value.answers).length === 0;
  return untouched ? <span class="first-time">{t('question.firstTime')}</span> : null;
}
