/** A button that opens the system's own list of files. */
import type { ComponentChildren, Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { ENDING } from './save.ts';

interface PickFileProps {
  class: string;
  /** More than one may be picked; `onFile` is called for each. */
  several?: boolean;
  onFile: (file: File) => void;
  button?: Ref<HTMLButtonElement>;
  children: ComponentChildren;
}

export function PickFile({ class: kind, several = false, onFile, button, children }: PickFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={kind} ref={button ?? null} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        type="file"
        accept={`${ENDING},.json,application/json`}
        multiple={several}
        hidden
        ref={input}
        onChange={(event) => {
          for (const file of event.currentTarget.files ?? []) onFile(file);
          // So that the same file, mended, can be opened again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
