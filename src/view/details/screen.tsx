/** What the session is for: title, meeting, date, handling. Each field keeps itself. */
import { useRef, useState } from 'preact/hooks';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { go, useHeading } from '../navigation.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Frame } from '../parts/frame.tsx';
import { backHref, parseRoute, sessionHref } from '../routes.ts';
import { Field } from './field.tsx';
import { Handling } from './handling.tsx';
import { fieldId, problemWith, type TextDetail } from './problem.ts';
import './details.css';

const FIELDS: readonly TextDetail[] = ['title', 'for', 'from', 'meeting', 'informationUpTo', 'handlingNote'];

export function DetailsScreen({ session, route }: SessionScreenProps) {
  const app = useBrief();
  const { t } = app;
  const heading = useHeading(t('details.title'));
  /** What was typed and cannot be kept, with why; by field. */
  const [problems, setProblems] = useState<Partial<Record<TextDetail, string>>>({});
  /** Each time one tries to leave, the summary takes the focus. */
  const [attempt, setAttempt] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const back = backHref(route) ?? sessionHref(session.id, 'note');
  const target = parseRoute(back);
  const told = (name: TextDetail, problem: string) =>
    setProblems((before) => ({ ...before, [name]: problem }));

  const leave = (event: Event) => {
    event.preventDefault();
    const wrong = FIELDS.flatMap((name) => {
      const input = form.current?.elements.namedItem(name);
      const problem = input instanceof HTMLInputElement ? problemWith(app, name, input) : '';
      return problem === '' ? [] : [[name, problem]];
    });
    // What can be kept keeps itself on leaving.
    if (wrong.length === 0) return go(back);
    setProblems(Object.fromEntries(wrong));
    setAttempt((before) => before + 1);
  };

  // Until one tried to leave, what is wrong is told at its field alone.
  const errors = (attempt === 0 ? [] : FIELDS).flatMap((name) => {
    const text = problems[name] ?? '';
    return text === '' ? [] : [{ field: fieldId(name), text }];
  });
  const fields = (names: readonly TextDetail[]) =>
    names.map((name) => <Field key={name} session={session} name={name} onProblem={told} />);
  return (
    <Frame
      session={session}
      class="details-screen"
      bar={
        <>
          <span class="room" />
          <button type="submit" form="details" class="button first">
            {t('question.return', { view: target.name === 'session' ? target.view : '' })}
          </button>
        </>
      }
    >
      <form class="page details" id="details" noValidate ref={form} onSubmit={leave}>
        <ErrorSummary attempt={attempt} errors={errors} />
        <h1 tabIndex={-1} ref={heading}>
          {t('details.heading')}
        </h1>
        <p class="lead">{t('details.lead')}</p>
        {fields(['title', 'for', 'from', 'meeting', 'informationUpTo'])}
        <Handling session={session} />
        {fields(['handlingNote'])}
      </form>
    </Frame>
  );
}
