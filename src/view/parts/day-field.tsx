/** A day in a form. What is no day is told at the field once it is left, or the form is tried, and stays as typed. */
import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useBrief } from '../context.ts';
import { type DayRule, dayIn, dayProblem } from './day.ts';
import { FieldRow } from './field-row.tsx';

interface DayFieldProps extends DayRule {
  id?: string;
  name?: string;
  label: ComponentChildren;
  hint?: string;
  /** As it stands in the field at first, a day or not. */
  text: string;
  /** For the form, which asks `dayIn` for the day. */
  field: Ref<HTMLInputElement> & { current: HTMLInputElement | null };
  /** Another one each time the form is tried. */
  tried: unknown;
  onType: (text: string) => void;
}

export function DayField({ id, name, label, hint, text, field, tried, onType, ...rule }: DayFieldProps) {
  const app = useBrief();
  const [wrong, setWrong] = useState(false);
  const judge = () => setWrong(field.current !== null && dayIn(field.current, rule) === undefined);
  const first = useRef(tried);
  useEffect(() => {
    if (tried !== first.current) judge();
  }, [tried]);
  return (
    <FieldRow id={id} label={label} hint={hint} problem={wrong ? dayProblem(app, rule) : ''}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          type="date"
          name={name}
          autoComplete="off"
          ref={field}
          defaultValue={text}
          onInput={(event) => {
            // While a year is being typed it is none yet.
            if (wrong) judge();
            onType(event.currentTarget.value);
          }}
          // An empty field that is passed by is no slip yet.
          onBlur={(event) => (event.currentTarget.value !== '' || !rule.wanted) && judge()}
        />
      )}
    </FieldRow>
  );
}
