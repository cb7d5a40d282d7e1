/** Why the browser did not keep or read something, as a code that the view words. */
export type RefusalReason = 'quota' | 'closed' | 'timeout' | 'blocked' | 'unknown';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly reason: RefusalReason,
    cause?: unknown,
  ) {
    super(`storage refused: ${reason}`, { cause });
  }
}

/** Browsers tell a full disk in several ways; Chromium's is an UnknownError that names NO_SPACE. */
const FULL = /NO_SPACE|no space|full disk|(disk|device|system) (is )?full|quota/i;

/** @param error whatever a database call threw or rejected with. */
export function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(reasonOf(error), error);
}

/** Whether what a call to the browser threw tells of a full disk. */
export function isFull(error: unknown): boolean {
  // A DOMException is no Error in every environment, so its fields are read without asking for its class.
  if (typeof error !== 'object' || error === null) return false;
  const { name, message } = error as { name?: unknown; message?: unknown };
  return name === 'QuotaExceededError' || FULL.test(String(message));
}

function reasonOf(error: unknown): RefusalReason {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { name } = error as { name?: unknown };
  if (isFull(error)) return 'quota';
  // A later version of the app holds the database: this tab's connection is over until it is loaded again.
  if (name === 'InvalidStateError' || name === 'AbortError' || name === 'VersionError') return 'closed';
  if (name === 'SecurityError') return 'blocked';
  return 'unknown';
}
