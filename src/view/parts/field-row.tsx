/** A field: its label, a hint, what is wrong with what stands in it, and the element that takes it. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';

/** For the element, so that whoever listens hears the hint and the problem with it. */
export interface FieldIds {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby'?: string;
}

interface FieldRowProps {
  id?: string | undefined;
  label: ComponentChildren;
  hint?: string | undefined;
  /** '' where nothing is wrong. */
  problem: string;
  below?: ComponentChildren;
  children: (ids: FieldIds) => VNode;
}

export function FieldRow({ id: given, label, hint = '', problem, below, children }: FieldRowProps) {
  const made = useId();
  const id = given ?? made;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="small quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {children({ id, 'aria-invalid': problem !== '', ...(described && { 'aria-describedby': described }) })}
      {below}
    </div>
  );
}
