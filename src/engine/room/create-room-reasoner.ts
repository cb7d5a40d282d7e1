/** The reasoner of a room: what its tables' answers come to, and what a workshop can turn. */
import { Core } from '../core.ts';
import type { Pack } from '../pack.ts';
import { rehearse } from './rehearse.ts';
import type { RoomReasoner } from './room-reasoner.ts';
import { roomVerdicts } from './verdicts.ts';

export function createRoomReasoner(pack: Pack): RoomReasoner {
  const core = new Core(pack);
  return {
    verdicts: (tables) => roomVerdicts(core, tables),
    rehearse: (base, open, news) => rehearse(core, base, open, news),
  };
}
