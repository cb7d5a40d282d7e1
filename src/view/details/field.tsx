/** One field of the details, which keeps itself. */
import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../messages/messages.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { FieldRow } from '../parts/field-row.tsx';
import { NotKept } from '../parts/kept-field.tsx';
import { useTyped } from '../parts/typed.ts';
import { fieldId, problemWith, type TextDetail } from './problem.ts';

interface FieldProps {
  session: OpenSession;
  name: TextDetail;
  /** What is wrong with it now; '': nothing. */
  onProblem: (name: TextDetail, problem: string) => void;
}

const HINTS: Partial<Record<TextDetail, MessageKey>> = {
  meeting: 'details.hintMeeting',
  informationUpTo: 'details.hintInformationUpTo',
  handlingNote: 'details.hintHandlingNote',
};

export function Field({ session, name, onProblem }: FieldProps) {
  const app = useBrief();
  const { t } = app;
  const label = t('details.field', { name });
  const typed = useTyped<HTMLInputElement>({
    draft: `${session.id}.details.${name}`,
    value: session.state.value.details[name],
    problemWith: (input) => problemWith(app, name, input),
    onKeep: async (value) => {
      await session.describe({ [name]: value });
      return session.saving.peek() === 'saved';
    },
    said: () => t('details.kept', { field: label }),
  });
  useEffect(() => onProblem(name, typed.problem), [typed.problem]);
  return (
    <FieldRow
      id={fieldId(name)}
      label={label}
      hint={HINTS[name] && t(HINTS[name])}
      problem={typed.problem}
      below={<NotKept typed={typed} />}
    >
      {(ids) => (
        <input
          {...typed.on}
          {...ids}
          class="input"
          name={name}
          {...(name === 'informationUpTo' ? { type: 'date' as const } : { type: 'text' as const })}
          autoComplete="off"
          required={name === 'title'}
        />
      )}
    </FieldRow>
  );
}
