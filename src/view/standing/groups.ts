/** The lines of the ledger in their groups: by modality, then by who acts. The order never changes with a verdict. */
import type { Actor, Modality, Output, Pack } from '../../engine/pack.ts';
import { stripOrder } from '../../session/desk.ts';
import { outputOf } from './change-words.ts';

export interface LedgerGroup {
  modality: Modality;
  /** Whose lead-in opens the group. An output of several actors stands with its first; its note names the others. */
  actor: Actor;
  outputs: Output[];
}

export function ledgerGroups(pack: Pack): LedgerGroup[] {
  const groups: LedgerGroup[] = [];
  for (const id of stripOrder(pack)) {
    const output = outputOf(pack, id);
    const actor = output.actors?.[0];
    if (output.modality === undefined || actor === undefined) continue;
    const group = groups.find((one) => one.modality === output.modality && one.actor === actor);
    if (group) group.outputs.push(output);
    else groups.push({ modality: output.modality, actor, outputs: [output] });
  }
  return groups;
}
