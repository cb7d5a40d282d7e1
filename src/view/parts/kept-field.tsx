/** Fields that keep themselves: a text, a day, a number. What is wrong is told there, and so is what another window has written. */
import type { ComponentChildren } from 'preact';
import { useApp, useBrief } from '../context.ts';
import { dayIn, dayProblem } from './day.ts';
import { FieldRow } from './field-row.tsx';
import { tooLong } from './too-long.ts';
import { type TypedText, useTyped } from './typed.ts';

interface KeptProps {
  id?: string | undefined;
  label: ComponentChildren;
  hint?: string | undefined;
  /** As it is kept. */
  value: string;
  /** Names the text, in the whole of the app. */
  draft: string;
  /** Resolves to whether it is on the disk. */
  onKeep: (value: string) => Promise<boolean>;
  /** Told when leaving the field has kept it. */
  said?: (value: string) => string;
}

interface KeptTextProps extends KeptProps {
  longest: number;
  lines?: number;
}

export function KeptText({ id, label, hint, longest, lines = 3, said, ...text }: KeptTextProps) {
  const { t } = useApp();
  const typed = useTyped<HTMLTextAreaElement>({
    ...text,
    problemWith: ({ value }) => tooLong(t, value, longest),
    said: said ?? (() => t('typed.kept')),
  });
  return (
    <FieldRow id={id} label={label} hint={hint} problem={typed.problem} below={<NotKept typed={typed} />}>
      {/* A browser that keeps what is in fields, for the next visit, writes it to the disk. */}
      {(ids) => <textarea {...typed.on} {...ids} class="input" rows={lines} autoComplete="off" />}
    </FieldRow>
  );
}

export function KeptDay({ id, label, hint, said, ...day }: KeptProps) {
  const app = useBrief();
  const typed = useTyped<HTMLInputElement>({
    ...day,
    problemWith: (field) => (dayIn(field) === undefined ? dayProblem(app) : ''),
    said: said ?? (() => app.t('typed.kept')),
  });
  return (
    <FieldRow id={id} label={label} hint={hint} problem={typed.problem} below={<NotKept typed={typed} />}>
      {(ids) => <input {...typed.on} {...ids} class="input" type="date" autoComplete="off" />}
    </FieldRow>
  );
}

export function KeptNumber({
  id,
  label,
  hint,
  said,
  least,
  most,
  ...number
}: KeptProps & { least: number; most: number }) {
  const { t } = useApp();
  const typed = useTyped<HTMLInputElement>({
    ...number,
    number: true,
    problemWith: ({ value }) => {
      const fits = value !== '' && Number.isInteger(Number(value));
      return fits && Number(value) >= least && Number(value) <= most
        ? ''
        : t('typed.number', { least, most });
    },
    said: said ?? (() => t('typed.kept')),
  });
  return (
    <FieldRow id={id} label={label} hint={hint} problem={typed.problem} below={<NotKept typed={typed} />}>
      {(ids) => <input {...typed.on} {...ids} class="input few" type="number" min={least} max={most} />}
    </FieldRow>
  );
}

/** It was refused, or another window was first: what is in the field stays, and both are seen. */
export function NotKept({
  typed: { refused, other, settle },
}: {
  typed: Pick<TypedText<HTMLTextAreaElement>, 'refused' | 'other' | 'settle'>;
}) {
  const { t } = useApp();
  if (other === undefined)
    return refused ? (
      <p class="problem" role="alert">
        {t('typed.refused')}
      </p>
    ) : null;
  return (
    <div class="problem" role="alert">
      <p>{t('typed.elsewhere')}</p>
      <blockquote class="own">{other || t('typed.emptied')}</blockquote>
      <p>{t('typed.notYet')}</p>
      <p class="ways">
        <button type="button" class="button second" onClick={() => settle(true)}>
          {t('typed.both')}
        </button>
        <button type="button" class="button third" onClick={() => settle(false)}>
          {t('typed.mine')}
        </button>
      </p>
    </div>
  );
}
