/** What tells nothing about anybody, kept for this tab as it is. Where site data is blocked, the page has to do. */

export function readMark(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

export function writeMark(name: string, text: string): void {
  try {
    sessionStorage.setItem(name, text);
  } catch {
    // As said above.
  }
}
