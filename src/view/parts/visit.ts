/** Texts that last as long as the visit: a reload keeps them, another tab does not see them. */

type Held = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

let held: Held | undefined;

/** Where they are to lie from now on: where sessions are locked, none of them may be written as it is. */
export function holdVisits(elsewhere: Held): void {
  held = elsewhere;
}

export function visitsAreHeld(): boolean {
  return held !== undefined;
}

/** null: nothing is there, or site data is blocked. */
export function readVisit(key: string): string | null {
  try {
    return (held ?? sessionStorage).getItem(key);
  } catch {
    return null;
  }
}

/** @param text null takes it away. Where site data is blocked, what is on screen has to do. */
export function writeVisit(key: string, text: string | null): void {
  try {
    if (text === null) (held ?? sessionStorage).removeItem(key);
    else (held ?? sessionStorage).setItem(key, text);
  } catch {
    // As said above.
  }
}
