/** Fields of the editor: what is typed is handed on at every letter, and stays as it was typed, also where it is too long. */
import { useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { tooLong } from '../../parts/too-long.ts';

interface FieldProps {
  /** Of the element, so that what is wrong leads to it. */
  id: string;
  label: string;
  hint?: string | undefined;
  /** The same in the language that the exercise was written in, for whoever puts it into another. */
  original?: string | undefined;
  lang?: string | undefined;
  value: string;
  longest: number;
  /** Lines; 1 is a single line that takes no break. */
  lines?: number;
  onType: (text: string) => void;
}

export function TypedField({
  id,
  label,
  hint,
  original,
  lang,
  value,
  longest,
  lines = 1,
  onType,
}: FieldProps) {
  const { t } = useApp();
  const [problem, setProblem] = useState(() => tooLong(t, value, longest));
  const described = [hint && `${id}-hint`, original && `${id}-original`, problem && `${id}-problem`]
    .filter(Boolean)
    .join(' ');
  const type = (text: string) => {
    setProblem(tooLong(t, text, longest));
    onType(text);
  };
  const shared = {
    class: 'input',
    id,
    lang,
    defaultValue: value,
    autoComplete: 'off',
    'aria-invalid': problem !== '',
    ...(described ? { 'aria-describedby': described } : {}),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="small quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {original && (
        <p class="small original" id={`${id}-original`}>
          {original}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {lines === 1 ? (
        <input {...shared} type="text" onInput={(event) => type(event.currentTarget.value)} />
      ) : (
        <textarea {...shared} rows={lines} onInput={(event) => type(event.currentTarget.value)} />
      )}
    </div>
  );
}

interface NumberProps {
  id: string;
  label: string;
  value: number;
  least: number;
  most: number;
  onType: (value: number) => void;
}

export function NumberField({ id, label, value, least, most, onType }: NumberProps) {
  return (
    <label class="field few">
      <span>{label}</span>
      <input
        class="input"
        id={id}
        type="number"
        min={least}
        max={most}
        defaultValue={String(value)}
        // An empty field is no number: it is told where everything that is wrong is told.
        onInput={(event) => onType(event.currentTarget.value === '' ? -1 : Number(event.currentTarget.value))}
      />
    </label>
  );
}

interface CheckProps {
  on: boolean;
  label: string;
  onTurn: (on: boolean) => void;
}

export function CheckField({ on, label, onTurn }: CheckProps) {
  return (
    <label class="none-of-it">
      <input type="checkbox" checked={on} onChange={(event) => onTurn(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
