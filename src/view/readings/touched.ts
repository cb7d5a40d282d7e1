/** Which outputs a reading touches, and their status under each of its letters as things stand. */
import type { Output, Pack } from '../../engine/pack.ts';
import type { Status } from '../../engine/verdict.ts';
import type { OpenSession } from '../../session/desk.ts';

export interface Touched {
  output: Output;
  /** By letter. */
  statuses: Record<string, Status>;
  /** Some letter gives another status than some other. */
  differs: boolean;
}

/** By reading id, in pack order; all else as it is in the session. */
export function touchedBy(pack: Pack, session: OpenSession): Map<string, Touched[]> {
  const touched = new Map<string, Touched[]>();
  for (const output of pack.outputs) {
    for (const { reading, statuses } of session.readingsOf(output.id)) {
      const differs = new Set(Object.values(statuses)).size > 1;
      touched.set(reading, [...(touched.get(reading) ?? []), { output, statuses, differs }]);
    }
  }
  return touched;
}
