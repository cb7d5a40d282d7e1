/** One pass through the questions by what matters most: what was asked so far, for this visit only. */

/** What `back` names on the way of such a pass: the screen that looks for the next question. */
export const NEXT = 'next';

const passes = new Map<string, string[]>();

/** Questions that were left behind, answered or not, in their order. */
export function askedInPass(session: string): readonly string[] {
  return passes.get(session) ?? [];
}

/** From here on every question may be asked again. */
export function beginPass(session: string): void {
  passes.delete(session);
}

export function leaveBehind(session: string, question: string): void {
  const asked = askedInPass(session);
  if (!asked.includes(question)) passes.set(session, [...asked, question]);
}

/** The one asked before this one; undefined: the pass began with this one. */
export function askedBefore(session: string, question: string): string | undefined {
  const asked = askedInPass(session);
  const place = asked.indexOf(question);
  return place < 0 ? asked.at(-1) : asked[place - 1];
}
