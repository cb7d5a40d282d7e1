/** A button that opens the system's own list of files. */
import type { ComponentChildren, Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { ENDING } from './save.ts';

interface PickFileProps {
  class: string;
  onFile: (file: File) => void;
  button?: Ref<HTMLButtonElement>;
  children: ComponentChildren;
}

export function PickFile({ class: kind, onFile, button, children }: PickFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={kind} ref={button ?? null} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        type="file"
        accept={`${ENDING},.json,application/json`}
        hidden
        ref={input}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // So that the same file, mended, can be opened again.
          if (file !== undefined) onFile(file);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
