/** Exercises that are being written on this device: begun, kept at every change, and kept as an edition in the end. */
import type { ReadonlySignal } from '@preact/signals';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { readExercise } from '../../engine/exercise/read-exercise.ts';
import type { ExerciseProblem } from '../../engine/exercise/reading.ts';
import type { Pack } from '../../engine/pack.ts';
import type { SaveResult } from '../../session/store.ts';
import { digestOfExercise } from '../../session/workshop/digest.ts';
import { blankExercise, type Draft, isDraft } from '../../session/workshop/draft.ts';
import type { WorkshopStore } from '../../session/workshop/store.ts';
import type { Edition, OpenRoom, Workshop } from '../../session/workshop/workshop.ts';

interface DraftingParts {
  pack: Pack;
  store: WorkshopStore;
  /** Reads again what is kept, once it is; a failure is a result. */
  told: (write: Promise<SaveResult>) => Promise<SaveResult>;
  /** Keeps what would be read again, and refuses the rest. */
  keep: (
    kind: 'draft' | 'exercise',
    key: string,
    change: (stored: unknown) => unknown,
  ) => Promise<SaveResult>;
  newId: () => string;
  rooms: ReadonlySignal<OpenRoom[]>;
  drafts: ReadonlySignal<Draft[]>;
}

/** Another window has kept a later revision. */
class Stale extends Error {}

export function drafting({
  pack,
  store,
  told,
  keep,
  newId,
  rooms,
  drafts,
}: DraftingParts): Pick<
  Workshop,
  'drafts' | 'startDraft' | 'keepDraft' | 'removeDraft' | 'check' | 'finish'
> {
  const { id, version, hash } = pack;
  const here = { id, version, hash };
  // Rules may have changed since it was begun: it is judged by those that are here.
  const ofHere = (exercise: Exercise): Exercise => ({ ...exercise, pack: here });

  function startDraft(from: Edition | undefined, language: string): Draft {
    const begun = { id: newId(), revision: 0 };
    if (from === undefined)
      return { ...begun, from: '', exercise: blankExercise(here, `own-${newId()}`, language) };
    if (!from.shipped) return { ...begun, from: from.digest, exercise: from.exercise };
    return { ...begun, from: '', exercise: { ...from.exercise, id: `own-${newId()}` } };
  }

  async function keepDraft(draft: Draft): Promise<SaveResult> {
    let stale = false;
    const result = await keep('draft', draft.id, (stored) => {
      stale = isDraft(stored) && stored.revision >= draft.revision;
      if (stale) throw new Stale();
      return draft;
    });
    return stale ? { kind: 'stale' } : result;
  }

  function check(exercise: Exercise): ExerciseProblem[] {
    const read = readExercise(ofHere(exercise), pack);
    return 'problems' in read ? read.problems : [];
  }

  const finish: Workshop['finish'] = async (draft) => {
    const read = readExercise(ofHere(draft.exercise), pack);
    if ('problems' in read) return read;
    const digest = digestOfExercise(read.exercise);
    const kept = await keep('exercise', digest, () => read.exercise);
    if (kept.kind !== 'saved') return { refused: kept.kind === 'refused' ? kept.reason : kept.kind };
    const wasRun = rooms.peek().some(({ edition }) => edition.digest === draft.from);
    // The new edition is there: what cannot be taken away now is only one too many.
    if (draft.from !== '' && draft.from !== digest && !wasRun)
      await told(store.remove('exercise', draft.from));
    await told(store.remove('draft', draft.id));
    return { digest };
  };

  return {
    drafts,
    startDraft,
    keepDraft,
    removeDraft: (draft) => told(store.remove('draft', draft)),
    check,
    finish,
  };
}
