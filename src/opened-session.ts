/** The session that the address names. */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { OpenSession } from './session/desk.ts';
import { Refusal } from './storage/refusal.ts';
import type { App, Route } from './view/app.ts';
import { placeOf } from './view/routes.ts';

/**
 * Opens it, and remembers in it where it was left.
 * @param onBug told of errors that are no refusal of the store
 */
export function openByRoute(
  route: ReadonlySignal<Route>,
  desk: App['desk'],
  onBug: (error: unknown) => void,
): Pick<App, 'session' | 'sessionMissing'> {
  const session = signal<OpenSession | undefined>(undefined);
  const sessionMissing = signal(false);
  const id = computed(() => (route.value.name === 'session' ? route.value.id : ''));
  effect(() => {
    const wanted = id.value;
    batch(() => {
      session.value = undefined;
      sessionMissing.value = false;
    });
    if (wanted === '') return;
    desk.open(wanted).then((found) => {
      // The reader may have gone on before the session was there.
      if (id.peek() !== wanted) return;
      batch(() => {
        session.value = found;
        sessionMissing.value = found === undefined;
      });
    }, failed);
  });
  effect(() => {
    const here = route.value;
    if (here.name !== 'session' || session.value?.id !== here.id) return;
    // Without its id, a question's address is on the way to one.
    if (here.view !== 'question' || here.item !== '') desk.leaveAt(here.id, placeOf(here));
  });
  return { session, sessionMissing };

  /** A store that cannot be read is no bug: the desk says so. */
  function failed(error: unknown): void {
    if (error instanceof Refusal) sessionMissing.value = true;
    else onBug(error);
  }
}
