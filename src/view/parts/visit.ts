/**
 * Texts that last as long as the visit: a reload keeps them, another tab does not see them. They are what is being
 * typed and tried, and what a browser is given to keep for a tab it writes to the disk, from where it can hardly be
 * taken away: so it is given none of them as they are.
 */

import { writeMark } from './marks.ts';

/** Where they lie beyond this page. */
export interface VisitPlace {
  /** From before the page was loaded anew. */
  before: readonly (readonly [string, string])[];
  /** Called at each change, with all of them. */
  keep(texts: ReadonlyMap<string, string>): void;
  /** A text that all windows see. null: nothing is there. */
  readShared(key: string): string | null;
  /** @param text null takes it away. */
  writeShared(key: string, text: string | null): void;
}

const texts = new Map<string, string>();
/** Once it is there: what is typed is kept before the next line runs. */
let here: VisitPlace | undefined;
let place = async (): Promise<VisitPlace | undefined> => undefined;

/**
 * Called once; what is read before it resolves may be missing.
 * @param where asked for at the first need. Without it texts last as long as the page.
 * @param left something is there from before the page was loaded anew
 * @param locked there is a passphrase: nothing is written but by the place
 */
export async function startVisit(
  where: () => Promise<VisitPlace>,
  { left, locked }: { left: boolean; locked: boolean },
): Promise<void> {
  let asked: Promise<VisitPlace | undefined> | undefined;
  place = () => {
    asked ??= where().then(
      (there) => {
        here = there;
        if (texts.size > 0) there.keep(texts);
        return there;
      },
      () => {
        asked = undefined;
        return undefined;
      },
    );
    return asked;
  };
  // Left in the first moments, before it can be sealed: then it lies there as it is until the page is loaded anew.
  addEventListener('pagehide', () => {
    if (!here && !locked) for (const [key, text] of texts) writeMark(key, text);
  });
  if (left) for (const [key, text] of (await place())?.before ?? []) texts.set(key, text);
}

/** null: nothing is there. */
export function readVisit(key: string): string | null {
  return texts.get(key) ?? null;
}

/** @param text null takes it away. */
export function writeVisit(key: string, text: string | null): void {
  if (text === null) texts.delete(key);
  else texts.set(key, text);
  if (here) here.keep(texts);
  else void place();
}

/** Called at idle, so that what is typed first waits for nothing. */
export async function bringVisit(): Promise<void> {
  await place();
}

export async function readShared(key: string): Promise<string | null> {
  return (await place())?.readShared(key) ?? null;
}

export async function writeShared(key: string, text: string | null): Promise<void> {
  (await place())?.writeShared(key, text);
}
