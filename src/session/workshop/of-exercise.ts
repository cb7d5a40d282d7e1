/** What screens ask of an exercise; they import no code of the engine. */
export { MOST_ROUNDS, openedBy, tablesOf } from '../../engine/exercise/exercise.ts';
