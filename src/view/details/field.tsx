/** One field of the details, kept when one leaves it or presses Enter. */
import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../messages/messages.ts';
import { useApp } from '../context.ts';
import { fieldId, type Problem, type TextDetail } from './problem.ts';

interface FieldProps {
  name: TextDetail;
  /** As it is kept. */
  value: string;
  problem: Problem | undefined;
  onLeave: (name: TextDetail, input: HTMLInputElement) => void;
}

const LONGEST = 200;

const HINTS: Partial<Record<TextDetail, MessageKey>> = {
  meeting: 'details.hintMeeting',
  informationUpTo: 'details.hintInformationUpTo',
  handlingNote: 'details.hintHandlingNote',
};

export function Field({ name, value, problem, onLeave }: FieldProps) {
  const { t } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const id = fieldId(name);
  const hinted = HINTS[name];
  const hint = hinted && t(hinted);
  // What is typed and not kept stays; what is kept elsewhere (renamed in the bar, undone) comes in.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value]);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{t('details.field', { name })}</label>
      {hint && (
        <p class="small quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {t('details.problem', { code: problem.code })}
        </p>
      )}
      <input
        class="input"
        id={id}
        name={name}
        {...(name === 'informationUpTo' ? { type: 'date' as const } : { type: 'text' as const })}
        defaultValue={value}
        maxLength={LONGEST}
        autoComplete="off"
        required={name === 'title'}
        aria-invalid={problem !== undefined}
        {...(described ? { 'aria-describedby': described } : {})}
        ref={input}
        onBlur={(event) => onLeave(name, event.currentTarget)}
      />
    </div>
  );
}
