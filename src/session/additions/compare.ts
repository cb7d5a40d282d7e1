/** What taking over additions from a file would do, before anything is done. */
import { own } from '../../engine/inherited.ts';
import { type Addition, type SharedAddition, sameText } from './addition.ts';

/** What is to be kept of an addition that is here and in the file, in different words. */
export type Choice = 'ours' | 'theirs' | 'both';

export interface Incoming {
  theirs: SharedAddition;
  /**
   * `new`: not here; `same`: here, word for word; `differs`: here in other words; `deleted`: deleted here;
   * `noOutput`: this version of the pack has no such output, so it is left out.
   */
  state: 'new' | 'same' | 'differs' | 'deleted' | 'noOutput';
  /** What is here under its id. */
  ours: Addition | undefined;
}

/** @param here additions of the pack, deleted ones too. @param outputs ids that the pack has. */
export function compareAdditions(
  here: readonly Addition[],
  theirs: readonly SharedAddition[],
  outputs: ReadonlySet<string>,
): Incoming[] {
  const byId = new Map(here.map((addition) => [addition.id, addition]));
  return theirs.map((one) => {
    const ours = byId.get(one.id);
    return { theirs: one, ours, state: stateOf(one, ours) };
  });

  function stateOf(one: SharedAddition, ours: Addition | undefined): Incoming['state'] {
    if (!outputs.has(one.output)) return 'noOutput';
    // Both were kept before, ours under this id and theirs under another.
    if (here.some((other) => other.deletedAt === '' && sameText(other, one))) return 'same';
    if (ours === undefined) return 'new';
    return ours.deletedAt === '' ? 'differs' : 'deleted';
  }
}

/** What is to be put into the store. Without a choice, what is here stays. */
export function takenOver(
  incoming: readonly Incoming[],
  choices: Readonly<Record<string, Choice>>,
  pack: string,
  newId: () => string,
): Addition[] {
  return incoming.flatMap(({ theirs, state, ours }): Addition[] => {
    const fresh = { ...theirs, pack, revision: 1, deletedAt: '' };
    if (state === 'new') return [fresh];
    if ((state !== 'differs' && state !== 'deleted') || ours === undefined) return [];
    switch (own(choices, theirs.id)) {
      case 'theirs':
        return [{ ...fresh, revision: ours.revision + 1 }];
      case 'both':
        return [{ ...fresh, id: newId() }];
      default:
        return [];
    }
  });
}
