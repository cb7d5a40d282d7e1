/** Which advice applies at every table, at some, and only where answers of different tables are put together. */
import type { BoardData } from './board.ts';

export interface Aloud {
  every: string[];
  some: { output: string; tables: number[] }[];
  /** At no table, and not in the other two. */
  together: string[];
}

export function aloudOf({ advice }: Pick<BoardData, 'advice'>): Aloud {
  const aloud: Aloud = { every: [], some: [], together: [] };
  for (const { output, saying } of advice) {
    if (saying.saying.kind === 'every') {
      if (saying.saying.status === 'holds') aloud.every.push(output.id);
    } else if (saying.saying.tables.holds.length > 0)
      aloud.some.push({ output: output.id, tables: saying.saying.tables.holds });
    if (saying.combined.some(({ status }) => status === 'holds')) aloud.together.push(output.id);
  }
  return aloud;
}
