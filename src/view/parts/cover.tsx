/**
 * Everything gone from the screen at one press: Escape twice, or the button in the bar. What is on the page stays there
 * unseen, with all that was typed; one deliberate press brings it back, and neither a key by chance nor a reload does.
 */
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';
import { isComposing } from './composing.ts';
import { readMark, writeMark } from './marks.ts';

const STORE = 'waymark.covered';
/** Milliseconds in which the second Escape belongs to the first. */
const TWICE = 700;

/** A browser may load the page anew behind one's back, to save memory. */
const covered = signal(readMark(STORE) === '1');
let title = '';
/** What had the focus: an element that is not shown loses it. */
let before: Element | null = null;

/** Called once, before anything is shown. */
export function startCover(): void {
  let last = Number.NEGATIVE_INFINITY;
  put(covered.peek());
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.repeat || isComposing(event)) return;
      // While it is covered, Escape does nothing: whoever presses it again means to hide.
      if (covered.peek()) event.preventDefault();
      else if (event.timeStamp - last < TWICE) cover(true);
      last = event.timeStamp;
    },
    { capture: true },
  );
}

export function cover(now: boolean): void {
  if (now) before = document.activeElement;
  put(now);
  covered.value = now;
  writeMark(STORE, now ? '1' : '');
}

/** At once: what is drawn next has nothing of the page, whatever else is still to be done. */
function put(now: boolean): void {
  document.documentElement.classList.toggle('covered', now);
  setTitle(title);
}

/** The document's title, unless everything is hidden: then it comes back with the rest. */
export function setTitle(text: string): void {
  title = text;
  const isCovered = document.documentElement.classList.contains('covered');
  if (text !== '') document.title = isCovered ? 'Waymark' : text;
}

/** A modal dialog, so that it lies above any other that was open, and the only thing that can be reached. */
export function Cover() {
  return covered.value ? <Sheet /> : null;
}

function Sheet() {
  const { t } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = () => {
    dialog.current?.showModal();
    // Not on the button, which a key pressed in haste would press.
    dialog.current?.focus();
  };
  useLayoutEffect(() => {
    open();
    return () => {
      dialog.current?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog class="cover" aria-label={t('app.name')} tabIndex={-1} ref={dialog} onClose={open}>
      <button type="button" class="button second" onClick={() => cover(false)}>
        {t('app.showAgain')}
      </button>
    </dialog>
  );
}
