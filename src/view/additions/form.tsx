/** Writes an addition, or changes one. What is wrong is said at each field; the first such takes the focus. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  ADDITION_KINDS,
  type Addition,
  CONTROLS,
  faultsOf,
  LONGEST,
} from '../../session/additions/addition.ts';
import type { Kept } from '../../session/additions/create-additions.ts';
import type { OwnAdditions } from '../app.ts';
import { useApp, useBrief } from '../context.ts';
import { calendarDay } from '../dates.ts';
import { Brought } from '../parts/brought.tsx';
import { dayIn } from '../parts/day.ts';
import { DayField } from '../parts/day-field.tsx';
import { useDraft } from '../parts/draft.ts';
import { FieldRow } from '../parts/field-row.tsx';
import { announce } from '../parts/live.tsx';
import { useOnce } from '../parts/once.ts';
import { tooLong } from '../parts/too-long.ts';

interface FormProps {
  own: OwnAdditions;
  output: string;
  /** What is changed; undefined: a new one. */
  base?: Addition;
  onDone: () => void;
}

/** Who wrote the last addition of this visit: most likely the next one too. */
let lastAuthor = '';

const WANTED = { wanted: true };

/** Line breaks as word processors write them are line breaks. */
const tidy = (text: string) => text.replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n').trim();

/** A character that cannot be seen, by what it follows and by its number, so that its author finds it. */
function steering(text: string): { begins: string; after: string; code: string } {
  const at = text.search(CONTROLS);
  const code = (text.charCodeAt(at) || 0).toString(16).toUpperCase().padStart(4, '0');
  return { begins: at > 0 ? 'no' : 'yes', after: text.slice(Math.max(0, at - 20), Math.max(0, at)), code };
}

/** Names what is half filled in. @param id of the addition that is changed; '': a new one */
export const additionDraft = (output: string, id = '') => `addition.${output}.${id}`;

export function Form({ own, output, base, onDone }: FormProps) {
  const app = useBrief();
  const { t } = app;
  const first = useRef<HTMLSelectElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const author = useRef<HTMLInputElement>(null);
  const day = useRef<HTMLInputElement>(null);
  const draft = useDraft(additionDraft(output, base?.id), {
    kind: base?.kind ?? 'body',
    text: base?.text ?? '',
    author: base?.author ?? lastAuthor,
    // What one builds on, also where another window was first meanwhile.
    revision: String(base?.revision ?? 0),
  });
  const { now, change } = draft;
  const { kind } = now;
  const isDay = kind === 'deadline';
  /** Another one at each try, once there was one. */
  const [tried, setTried] = useState<object>();
  const [kept, setKept] = useState<Kept>();
  /** After another window was first: what is there now. */
  const on = useRef(base && { ...base, revision: Number(now.revision) });
  useLayoutEffect(() => first.current?.focus(), []);

  const problemOf = (field: 'text' | 'author'): string => {
    const written = { text: tidy(now.text), author: tidy(now.author) }[field];
    const found = faultsOf({
      id: 'new',
      output,
      kind,
      text: 'x',
      author: 'x',
      date: '2026-11-30',
      [field]: written,
    });
    const fault = found.find((one) => one.field === field)?.fault;
    if (fault === undefined) return '';
    if (fault === 'long') return tooLong(t, written, LONGEST[field]);
    return t('additions.problem', { field: fault === 'controls' ? 'controls' : field, ...steering(written) });
  };
  /** Told once it was tried; what is too long, at once. */
  const told = (field: 'text' | 'author') =>
    tried === undefined ? tooLong(t, now[field], LONGEST[field]) : problemOf(field);
  const keep = useOnce(async () => {
    setTried({});
    if (isDay && day.current !== null && dayIn(day.current, WANTED) === undefined) {
      day.current.focus();
      return undefined;
    }
    for (const [field, element] of [
      ['text', text],
      ['author', author],
    ] as const)
      if (problemOf(field) !== '') {
        (element.current ?? day.current)?.focus();
        return undefined;
      }
    const written = { kind, text: tidy(now.text), author: tidy(now.author) };
    const result = await own.keep({ output, ...written, date: calendarDay(new Date()) }, on.current);
    if (result.kind === 'stale') on.current = result.now;
    if (result.kind !== 'kept') {
      setKept(result);
      return undefined;
    }
    lastAuthor = written.author;
    announce(t('additions.kept', { kind: t('additions.kind', { kind }) }));
    draft.end();
    onDone();
    return 'gone';
  });
  const cancel = () => {
    draft.end();
    onDone();
  };

  return (
    <form
      class="addition-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Brought by={draft} />
      <FieldRow label={t('additions.what')} problem="">
        {(ids) => (
          <select
            {...ids}
            class="input"
            ref={first}
            value={kind}
            onChange={(event) => {
              const chosen = ADDITION_KINDS.find((one) => one === event.currentTarget.value) ?? kind;
              // A day is no text of another kind, and no other text is a day.
              change({ kind: chosen, ...((chosen === 'deadline') !== isDay && { text: '' }) });
            }}
          >
            {ADDITION_KINDS.map((one) => (
              <option key={one} value={one}>
                {t('additions.kind', { kind: one })}
              </option>
            ))}
          </select>
        )}
      </FieldRow>
      {isDay ? (
        <DayField
          key={draft.turn}
          label={t('additions.text', { kind })}
          name="text"
          text={now.text}
          field={day}
          tried={tried}
          onType={(typed) => change({ text: typed })}
          {...WANTED}
        />
      ) : (
        <FieldRow label={t('additions.text', { kind })} problem={told('text')}>
          {(ids) => (
            <textarea
              {...ids}
              autoComplete="off"
              class="input"
              rows={3}
              ref={text}
              name="text"
              value={now.text}
              onInput={(event) => change({ text: event.currentTarget.value })}
            />
          )}
        </FieldRow>
      )}
      <FieldRow label={t('additions.author')} hint={t('additions.authorHint')} problem={told('author')}>
        {(ids) => (
          <input
            {...ids}
            class="input"
            type="text"
            name="author"
            autoComplete="name"
            ref={author}
            value={now.author}
            onInput={(event) => change({ author: event.currentTarget.value })}
          />
        )}
      </FieldRow>
      {kept && <NotKept kept={kept} />}
      <p class="ways">
        <button type="submit" class="button second">
          {t('additions.keep')}
        </button>
        <button type="button" class="button third" onClick={cancel}>
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
