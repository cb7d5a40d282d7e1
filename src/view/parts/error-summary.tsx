/** What is wrong on a page, on top of it: takes the focus, and leads to each field. The field says the same words. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';

export interface FieldError {
  /** The id of the field's element. */
  field: string;
  text: string;
}

interface ErrorSummaryProps {
  errors: readonly FieldError[];
  /** Another one at each try: then the focus is taken, and never while somebody types what was missing. */
  attempt: unknown;
}

export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const { t } = useApp();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), [attempt]);
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('app.errorSummary', { n: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            {/* A link would change the address: the app lives behind the hash. */}
            <button type="button" class="word" onClick={() => document.getElementById(error.field)?.focus()}>
              {error.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
