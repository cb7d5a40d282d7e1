/** A draft while it is being written: kept as one writes, one writing after the other, the latest always last. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Exercise } from '../../../engine/exercise/exercise.ts';
import { type Draft, isDraft } from '../../../session/workshop/draft.ts';
import { useApp } from '../../context.ts';
import { readVisit, writeVisit } from '../../parts/visit.ts';

/** `stale`: another window has written meanwhile; this one keeps nothing any more. */
export type DraftKeeping = 'saved' | 'window' | 'saving' | 'refused' | 'stale';

export interface DraftWork {
  draft: Draft;
  keeping: DraftKeeping;
  change(next: (exercise: Exercise) => Exercise): void;
  /** Resolves once all that was written is kept, or refused. */
  settled(): Promise<Draft>;
}

/**
 * Milliseconds of writing on that are kept together: each keeping writes the whole draft, and with a passphrase all of
 * them stay until it is finished. What is left waits for nothing: a field, the screen, the page.
 */
const TOGETHER = 1500;

export function useDraft(stored: Draft): DraftWork {
  const { workshop, storage } = useApp();
  const key = `waymark.draft.exercise.${stored.id}`;
  // What was written last before a reload, and may not have come to the disk.
  const [begun] = useState(() => newer(stored, readVisit(key)));
  const [draft, setDraft] = useState(begun);
  const [keeping, setKeeping] = useState<DraftKeeping>(storage.peek() === 'works' ? 'saved' : 'window');
  const latest = useRef(begun);
  /** The last revision that was handed to the disk, kept or refused. */
  const handed = useRef(stored.revision);
  const writing = useRef<Promise<void> | undefined>(undefined);
  const timer = useRef(0);
  const write = async () => {
    const now = latest.current;
    handed.current = now.revision;
    const result = (await workshop.peek()?.keepDraft(now)) ?? { kind: 'refused' as const };
    if (result.kind !== 'saved') setKeeping(result.kind);
    else if (latest.current === now) {
      setKeeping(result.once === 'window' ? 'window' : 'saved');
      writeVisit(key, null);
    }
  };
  const settled = async () => {
    clearTimeout(timer.current);
    timer.current = 0;
    while (writing.current || handed.current !== latest.current.revision) {
      writing.current ??= write().finally(() => {
        writing.current = undefined;
      });
      await writing.current;
    }
    return latest.current;
  };
  const change = (next: (exercise: Exercise) => Exercise) => {
    const { revision, exercise } = latest.current;
    latest.current = { ...latest.current, revision: revision + 1, exercise: next(exercise) };
    setDraft(latest.current);
    writeVisit(key, JSON.stringify(latest.current));
    setKeeping('saving');
    timer.current ||= window.setTimeout(() => void settled(), TOGETHER);
  };
  useEffect(() => {
    const now = () => void settled();
    now();
    const leaving = ['focusout', 'visibilitychange', 'pagehide'];
    for (const event of leaving) addEventListener(event, now, { capture: true });
    return () => {
      for (const event of leaving) removeEventListener(event, now, { capture: true });
      now();
    };
  }, []);
  return { draft, keeping, change, settled };
}

function newer(stored: Draft, text: string | null): Draft {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    return isDraft(found) && found.id === stored.id && found.revision > stored.revision ? found : stored;
  } catch {
    return stored;
  }
}
