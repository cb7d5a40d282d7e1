/** What the session is for: title, meeting, date, handling. Each is kept when one leaves its field. */
import { useRef, useState } from 'preact/hooks';
import type { Details } from '../../session/journal.ts';
import type { SessionScreenProps } from '../app.ts';
import { useApp } from '../context.ts';
import { go, useHeading } from '../navigation.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { backHref, parseRoute, sessionHref } from '../routes.ts';
import { Field } from './field.tsx';
import { Handling } from './handling.tsx';
import { fieldId, type Problem, problemWith, type TextDetail } from './problem.ts';

const FIELDS: readonly TextDetail[] = ['title', 'for', 'from', 'meeting', 'informationUpTo', 'handlingNote'];

export function DetailsScreen({ session, route }: SessionScreenProps) {
  const { t } = useApp();
  const heading = useHeading(t('details.title'));
  /** What was typed and cannot be kept, with why; by field. */
  const [problems, setProblems] = useState<Partial<Record<TextDetail, Problem>>>({});
  const [summary, setSummary] = useState<Problem[]>([]);
  /** Each time one tries to leave, the summary takes the focus. */
  const [attempt, setAttempt] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const back = backHref(route) ?? sessionHref(session.id, 'note');
  const target = parseRoute(back);
  const { details } = session.state.value;

  const keep = (name: TextDetail, input: HTMLInputElement): Problem | undefined => {
    const problem = problemWith(name, input);
    setProblems((before) => ({ ...before, [name]: problem }));
    // Leaving the field for the summary is no correction.
    if (problem === undefined) setSummary((before) => before.filter(({ field }) => field !== name));
    const value = input.value.trim();
    if (problem === undefined && value !== details[name]) {
      const described: Partial<Details> = { [name]: value };
      void session.describe(described);
      announce(t('details.kept', { field: t('details.field', { name }) }));
    }
    return problem;
  };

  const leave = (event: Event) => {
    event.preventDefault();
    const found = FIELDS.flatMap((name) => {
      const input = form.current?.elements.namedItem(name);
      return input instanceof HTMLInputElement ? (keep(name, input) ?? []) : [];
    });
    setSummary(found);
    setAttempt((before) => before + 1);
    if (found.length === 0) go(back);
  };

  const errors = summary.map(({ field, code }) => ({
    field: fieldId(field),
    text: t('details.problem', { code }),
  }));
  const fields = (names: readonly TextDetail[]) =>
    names.map((name) => (
      <Field key={name} name={name} value={details[name]} problem={problems[name]} onLeave={keep} />
    ));
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
