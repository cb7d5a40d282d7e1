/** What was thrown away last, until the page is closed: it can be brought back. */
import { signal } from '@preact/signals';

export interface Thrown {
  title: string;
  /** False where it could not be kept. */
  bringBack(): Promise<boolean>;
}

export const thrownAway = signal<Thrown | undefined>(undefined);
