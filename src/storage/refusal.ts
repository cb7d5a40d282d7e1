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
const FULL = /NO_SPACE|no space|full disk|disk (is )?full|quota/i;

/** @param error whatever a database call threw or rejected with. */
export function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(reasonOf(error), error);
}

function reasonOf(error: unknown): RefusalReason {
  // A DOMException is no Error in every environment, so its fields are read without asking for its class.
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { name, message } = error as { name?: unknown; message?: unknown };
  if (name === 'QuotaExceededError' || FULL.test(String(message))) return 'quota';
  // A later version of the app holds the database: this tab's connection is over until it is loaded again.
  if (name === 'InvalidStateError' || name === 'AbortError' || name === 'VersionError') return 'closed';
  if (name === 'SecurityError') return 'blocked';
  return 'unknown';
}
