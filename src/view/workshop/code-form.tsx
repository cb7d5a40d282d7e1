/** The field for the characters of a code, where no camera is used. What is wrong with them is told by who shows it. */
import type { Ref } from 'preact';

interface CodeFormProps {
  label: string;
  /** The words on the button. */
  enter: string;
  /** Id of the element that says what is wrong; '' where nothing is. */
  problem: string;
  /** Characters at most. */
  most: number;
  field?: Ref<HTMLInputElement>;
  onEnter: (text: string) => void;
}

export function CodeForm({ label, enter, problem, most, field, onEnter }: CodeFormProps) {
  return (
    <form
      class="code-form"
      onSubmit={(event) => {
        event.preventDefault();
        onEnter(String(new FormData(event.currentTarget).get('code') ?? ''));
      }}
    >
      <label class="field">
        <span>{label}</span>
        <input
          class="input code"
          {...(field && { ref: field })}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          maxLength={most}
          aria-invalid={problem !== ''}
          {...(problem && { 'aria-describedby': problem })}
        />
      </label>
      <button type="submit" class="button second">
        {enter}
      </button>
    </form>
  );
}
