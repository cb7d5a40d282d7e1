/** What the paper kit of an exercise is made of, and what of it is to be printed. */

/** In the order in which they are printed. */
export const KIT_PARTS = [
  'run',
  'join',
  'sheet',
  'roles',
  'injects',
  'ballots',
  'observer',
  'feedback',
  'after',
] as const;
export type KitPart = (typeof KIT_PARTS)[number];

/** What every table gets; the rest is there once, or for whoever wants one. */
export const FOR_TABLES: readonly KitPart[] = ['sheet', 'roles', 'injects', 'ballots'];

export interface Kit {
  parts: readonly KitPart[];
  size: 'a4' | 'letter';
  tables: number;
  /** Sheets, cards and news once for each table, with its name; else once, to be copied. Ballots always have one. */
  each: boolean;
  round: number;
  /** News that is open in the round: what it settles is not on the ballot. */
  opened: readonly string[];
}

/** Tables to print a part for: 0 stands for no table in particular. */
export function copiesOf(part: KitPart, { each, tables }: Pick<Kit, 'each' | 'tables'>): number[] {
  const byTable = FOR_TABLES.includes(part) && (each || part === 'ballots');
  return byTable ? Array.from({ length: tables }, (_, i) => i + 1) : [0];
}
