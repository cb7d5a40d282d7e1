/** Writes an addition, or changes one. What is wrong is said at each field; the first such takes the focus. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  ADDITION_KINDS,
  type Addition,
  type AdditionKind,
  faultsOf,
  LONGEST,
} from '../../session/additions/addition.ts';
import type { Kept } from '../../session/additions/create-additions.ts';
import type { OwnAdditions } from '../app.ts';
import { useApp } from '../context.ts';
import { calendarDay } from '../dates.ts';
import { announce } from '../parts/live.tsx';

interface FormProps {
  own: OwnAdditions;
  output: string;
  /** What is changed; undefined: a new one. */
  base?: Addition;
  onDone: () => void;
}

/** Who wrote the last addition of this visit: most likely the next one too. */
let lastAuthor = '';

export function Form({ own, output, base, onDone }: FormProps) {
  const { t } = useApp();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLSelectElement>(null);
  const [kind, setKind] = useState<AdditionKind>(base?.kind ?? 'body');
  const [text, setText] = useState(base?.text ?? '');
  const [author, setAuthor] = useState(base?.author ?? lastAuthor);
  const [faults, setFaults] = useState<string[]>([]);
  const [kept, setKept] = useState<Kept>();
  /** What one builds on: after another tab was first, what is there now. */
  const on = useRef(base);
  useLayoutEffect(() => first.current?.focus(), []);

  const keep = async (event: Event) => {
    event.preventDefault();
    const written = { output, kind, text: text.trim(), author: author.trim(), date: calendarDay(new Date()) };
    const wrong = faultsOf({ ...written, id: 'new' }).map(({ field }) => field);
    setFaults(wrong);
    if (wrong.length > 0) {
      const field = form.current?.elements.namedItem(wrong.includes('text') ? 'text' : 'author');
      if (field instanceof HTMLElement) field.focus();
      return;
    }
    const result = await own.keep(written, on.current);
    if (result.kind === 'stale') on.current = result.now;
    if (result.kind !== 'kept') return setKept(result);
    lastAuthor = written.author;
    announce(t('additions.kept', { kind: t('additions.kind', { kind }) }));
    onDone();
  };

  const day = kind === 'deadline';
  const told = (field: 'text' | 'author') => (faults.includes(field) ? `${id}-${field}-problem` : undefined);
  return (
    <form class="addition-form" noValidate ref={form} onSubmit={(event) => void keep(event)}>
      <div class="field">
        <label for={`${id}-kind`}>{t('additions.what')}</label>
        <select
          class="input"
          id={`${id}-kind`}
          ref={first}
          value={kind}
          onChange={(event) => {
            const chosen = ADDITION_KINDS.find((one) => one === event.currentTarget.value) ?? kind;
            // A day is no text of another kind, and no other text is a day.
            if ((chosen === 'deadline') !== day) setText('');
            setKind(chosen);
          }}
        >
          {ADDITION_KINDS.map((one) => (
            <option key={one} value={one}>
              {t('additions.kind', { kind: one })}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-text`}>{t('additions.text', { kind })}</label>
        {faults.includes('text') && (
          <p class="problem" id={`${id}-text-problem`}>
            {t('additions.problem', { field: day ? 'deadline' : 'text', longest: LONGEST.text })}
          </p>
        )}
        {day ? (
          <input
            class="input"
            type="date"
            id={`${id}-text`}
            name="text"
            value={text}
            aria-invalid={faults.includes('text')}
            aria-describedby={told('text')}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          <textarea
            autoComplete="off"
            class="input"
            rows={3}
            id={`${id}-text`}
            name="text"
            value={text}
            maxLength={LONGEST.text}
            aria-invalid={faults.includes('text')}
            aria-describedby={told('text')}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </div>
      <div class="field">
        <label for={`${id}-author`}>{t('additions.author')}</label>
        <p class="small quiet" id={`${id}-hint`}>
          {t('additions.authorHint')}
        </p>
        {faults.includes('author') && (
          <p class="problem" id={`${id}-author-problem`}>
            {t('additions.problem', { field: 'author', longest: LONGEST.author })}
          </p>
        )}
        <input
          class="input"
          type="text"
          id={`${id}-author`}
          name="author"
          autoComplete="name"
          value={author}
          maxLength={LONGEST.author}
          aria-invalid={faults.includes('author')}
          aria-describedby={[`${id}-hint`, told('author')].filter(Boolean).join(' ')}
          onInput={(event) => setAuthor(event.currentTarget.value)}
        />
      </div>
      {kept && <NotKept kept={kept} />}
      <p class="ways">
        <button type="submit" class="button second">
          {t('additions.keep')}
        </button>
        <button type="button" class="button third" onClick={onDone}>
          {t('additions.cancel')}
        </button>
      </p>
    </form>
  );
}

/** What is in the fields stays; what happened is said beside it. */
function NotKept({ kept }: { kept: Kept }) {
  const { t } = useApp();
  if (kept.kind === 'kept') return null;
  const words = () => {
    if (kept.kind === 'refused') return t('additions.refused', { reason: kept.reason });
    const { now } = kept;
    return now === undefined || now.deletedAt !== ''
      ? t('additions.goneMeanwhile')
      : t('additions.changedMeanwhile', { text: now.text, author: now.author });
  };
  return (
    <p class="problem" role="alert">
      {words()}
    </p>
  );
}
