/** A text saved as a file, and "saved" said only of what was read back from where it was put. */
import { calendarDay } from '../dates.ts';

/** Waymark's own ending, so that the system knows whose file it is. */
export const ENDING = '.waymark';
const TYPE = 'application/json';

/**
 * `saved`: read back from the disk, letter by letter. `handed`: the browser took it, and does not tell what became of it.
 * `cancelled`: nobody said where. `failed`: what is there is not what was written.
 */
export type SaveOutcome = 'saved' | 'handed' | 'cancelled' | 'failed';

interface FileHandle {
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
  getFile(): Promise<File>;
}
type Picker = (options: object) => Promise<FileHandle>;

/**
 * To be called from a press of a button: browsers ask for that, and soon forget it. So where is asked first, and what
 * is to be saved is made after that.
 * @param name with its ending
 */
export async function saveFile(
  make: () => Promise<string>,
  name: string,
): Promise<{ outcome: SaveOutcome; text: string }> {
  const place = await pickedPlace(name);
  if (place === 'cancelled') return { outcome: 'cancelled', text: '' };
  let text = '';
  try {
    text = await make();
    if (place === undefined) return { outcome: await handOver(text, name), text };
    const writable = await place.createWritable();
    await writable.write(text);
    await writable.close();
    const back = await (await place.getFile()).text();
    return { outcome: back === text ? 'saved' : 'failed', text };
  } catch {
    return { outcome: 'failed', text };
  }
}

/** undefined: the browser has no such dialogue, or does not show it here. */
async function pickedPlace(name: string): Promise<FileHandle | 'cancelled' | undefined> {
  const picker = (globalThis as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  try {
    return await picker?.({
      suggestedName: name,
      types: [{ accept: { [TYPE]: [name.slice(name.lastIndexOf('.'))] } }],
    });
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : undefined;
  }
}

/** To the browser, which puts it where it puts its downloads. */
export async function handOver(text: string, name: string, type = TYPE): Promise<SaveOutcome> {
  const blob = new Blob([text], { type });
  // Read byte by byte: as text, a mark at its beginning would be left out.
  const back = new Uint8Array(await blob.arrayBuffer());
  const meant = new TextEncoder().encode(text);
  if (back.length !== meant.length || back.some((byte, i) => byte !== meant[i])) return 'failed';
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return 'handed';
}

/**
 * "TLP-AMBER The refinery 2026-11-26.waymark": the label first, where a list of files shows it. Only letters, figures
 * and what no system minds.
 */
export function fileName(label: string, title: string, day: Date, ending = ENDING): string {
  const words = [label, title, calendarDay(day)].map((part) =>
    part
      .replace(/:/g, '-')
      .replace(/[^\p{L}\p{M}\p{N} +-]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 60),
  );
  return `${words.filter(Boolean).join(' ')}${ending}`;
}
