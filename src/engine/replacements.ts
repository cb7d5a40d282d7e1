/** What letters of a reading put in the place of something else. */
import type { Replacement } from './pack.ts';

/** The id of what is replaced: an output's, a condition's name, or a question's. */
export function subjectOf(replacement: Replacement): string {
  switch (replacement.target) {
    case 'when':
    case 'lapses':
      return replacement.output;
    case 'condition':
      return replacement.name;
    case 'applies':
      return replacement.question;
  }
}
