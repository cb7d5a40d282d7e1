/** Fields of the editor: what is typed is handed on at every letter, and stays as it was typed. */

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
  const described = [hint && `${id}-hint`, original && `${id}-original`].filter(Boolean).join(' ');
  const shared = {
    class: 'input',
    id,
    lang,
    defaultValue: value,
    maxLength: longest,
    autoComplete: 'off',
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
      {lines === 1 ? (
        <input {...shared} type="text" onInput={(event) => onType(event.currentTarget.value)} />
      ) : (
        <textarea {...shared} rows={lines} onInput={(event) => onType(event.currentTarget.value)} />
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
