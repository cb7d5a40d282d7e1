/**
 * Asks the browser not to clear what is kept here when the disk is full: unasked, it may clear both stores at once.
 * Most browsers decide by themselves (for an app that is installed or often used they agree), so that it costs nobody
 * a word. Firefox asks the user, who would not know why at that moment: there it is left to a press.
 */
export function askToKeepQuietly({ storage, userAgent }: Pick<Navigator, 'storage' | 'userAgent'>): void {
  if (userAgent.includes('Firefox/')) return;
  // Old browsers have no such promise, and without it all goes on as before.
  storage?.persist?.().catch(() => undefined);
}
