/** Texts that last as long as the visit: a reload keeps them, another tab does not see them. */

/** null: nothing is there, or site data is blocked. */
export function readVisit(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param text null takes it away. Where site data is blocked, what is on screen has to do. */
export function writeVisit(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // As said above.
  }
}
