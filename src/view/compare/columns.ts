/** The sessions, or moments of them, that an address puts side by side. */
import type { Desk, OpenSession } from '../../session/desk.ts';

export const MOST = 4;

export interface Column {
  /** As the address names it. */
  key: string;
  session: OpenSession;
  /** Time of the moment, ISO; '' for now. */
  moment: string;
}

/** `id`, or `id@12` after the first 12 entries; at most four, none twice. */
export function namedIn(item: string): { key: string; id: string; count: number | undefined }[] {
  const keys = [...new Set(item.split(',').filter(Boolean))].slice(0, MOST);
  return keys.map((key) => {
    const found = /^(.*)@([1-9]\d{0,6})$/.exec(key);
    return found === null
      ? { key, id: key, count: undefined }
      : { key, id: found[1] ?? '', count: Number(found[2]) };
  });
}

/** undefined: one of them is not there. */
export async function openColumns(desk: Desk, item: string): Promise<Column[] | undefined> {
  const columns: Column[] = [];
  for (const { key, id, count } of namedIn(item)) {
    const session = await desk.open(id);
    if (session === undefined) return undefined;
    const entries = session.entries.peek();
    if (count === undefined || count >= entries.length) columns.push({ key, session, moment: '' });
    else
      columns.push({
        key,
        session: desk.asOf(id, entries.slice(0, count)),
        moment: entries[count - 1]?.time ?? '',
      });
  }
  return columns;
}
