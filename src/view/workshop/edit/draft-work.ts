/** A draft while it is being written: kept at every change, one writing after the other, the latest always last. */
import { useRef, useState } from 'preact/hooks';
import type { Exercise } from '../../../engine/exercise/exercise.ts';
import type { Draft } from '../../../session/workshop/draft.ts';
import { useApp } from '../../context.ts';

/** `stale`: another window has written meanwhile; this one keeps nothing any more. */
export type DraftKeeping = 'saved' | 'saving' | 'refused' | 'stale';

export interface DraftWork {
  draft: Draft;
  keeping: DraftKeeping;
  change(next: (exercise: Exercise) => Exercise): void;
  /** Resolves once all that was written is kept, or refused. */
  settled(): Promise<Draft>;
}

export function useDraft(stored: Draft): DraftWork {
  const { workshop } = useApp();
  const [draft, setDraft] = useState(stored);
  const [keeping, setKeeping] = useState<DraftKeeping>('saved');
  // What is written while an earlier state is still on its way to the disk waits, and only the last of it is written.
  const latest = useRef(stored);
  const writing = useRef<Promise<void> | undefined>(undefined);
  const writeAll = async () => {
    for (let written = -1; written !== latest.current.revision; ) {
      const now = latest.current;
      written = now.revision;
      const result = (await workshop.peek()?.keepDraft(now)) ?? { kind: 'refused' as const };
      if (result.kind !== 'saved') return setKeeping(result.kind);
    }
    setKeeping('saved');
  };
  const change = (next: (exercise: Exercise) => Exercise) => {
    const { revision, exercise } = latest.current;
    latest.current = { ...latest.current, revision: revision + 1, exercise: next(exercise) };
    setDraft(latest.current);
    setKeeping('saving');
    writing.current ??= writeAll().finally(() => {
      writing.current = undefined;
    });
  };
  const settled = async () => {
    await writing.current;
    return latest.current;
  };
  return { draft, keeping, change, settled };
}
