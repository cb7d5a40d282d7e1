/** The page for a bug: plain, and without anything that could fail again. */
import type { FailureWords } from '../messages/failure.ts';

export function Failure({ words, error }: { words: FailureWords; error: unknown }) {
  return (
    <main class="failure">
      <h1>{words.title}</h1>
      <p>{words.kept}</p>
      <p>{words.whatToDo}</p>
      <p>
        <button type="button" class="button first" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </p>
      <h2 class="label">{words.details}</h2>
      <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
    </main>
  );
}
