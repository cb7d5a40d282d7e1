/** A question that must be answered before anything else: the browser's own modal dialog. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  /** Class of the dialog, for its own styles. */
  class?: string;
  /** Escape, or the dialog was closed in another way. The one who opened it takes it away. */
  onClose: () => void;
  children: ComponentChildren;
}

/** Rendered means open. The focus returns to where it was when it goes. */
export function Dialog({ title, class: extra, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      // What is behind an open dialog takes no focus; by then it is gone. Who moved the focus meanwhile keeps it.
      queueMicrotask(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, []);
  return (
    <dialog ref={dialog} class={extra} aria-labelledby={heading} onClose={onClose}>
      <h2 class="heading" id={heading}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
