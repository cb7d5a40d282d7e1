/** A room as a file (docs/file-format.md): the copy that is kept, and what the next device takes over from. */
import type { Pack } from '../../engine/pack.ts';
import { readRoom } from '../../session/workshop/read-room.ts';
import type { RoomEntry } from '../../session/workshop/room.ts';
import type { ReadRoom } from '../../session/workshop/room-file.ts';
import { readWorkshopFile, type WrittenBy, writeWorkshopFile } from './workshop-file.ts';

export const ROOM_FILE = 'waymark-room';

/** Read back before anybody is told that it is there. */
export function writeRoomFile(by: WrittenBy, entries: readonly RoomEntry[], pack: Pack): string {
  const text = writeWorkshopFile(ROOM_FILE, by, 'entries', entries);
  const back = readRoomFile(new TextEncoder().encode(text), pack);
  if ('problems' in back) throw new Error(`the room does not read back: ${JSON.stringify(back.problems)}`);
  return text;
}

/** Never throws, whatever the file is. */
export function readRoomFile(bytes: Uint8Array, pack: Pack): ReadRoom {
  const read = readWorkshopFile(bytes, ROOM_FILE, 'entries');
  return 'problems' in read ? read : readRoom(read.value, pack);
}
