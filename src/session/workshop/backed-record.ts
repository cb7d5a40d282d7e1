/** A record of a workshop in a backup of everything. */
import type { WorkshopKind } from './store.ts';

/** Which device runs a room is not part of it: whoever brings a room back runs it. */
export const BACKED_KINDS = ['exercise', 'room', 'table', 'draft'] as const satisfies readonly WorkshopKind[];

/** As it is kept. */
export interface BackedRecord {
  kind: (typeof BACKED_KINDS)[number];
  key: string;
  /** Not yet judged. */
  value: unknown;
}
