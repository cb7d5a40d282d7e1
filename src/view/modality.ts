/** Modality is typography: each has a face of its own, told apart before it is read. */
import type { Output } from '../engine/pack.ts';
import type { Status } from '../engine/verdict.ts';

/** Classes for the words of an output: its modality's face, paler where it is not now. */
export function faceOf(output: Output, status?: Status): string {
  const face = output.modality ?? 'brief';
  return status === 'fails' ? `${face} not-now` : face;
}
