/** What one brief is, once opened: the rules of its pack, ready to judge. Sessions have one; nothing else does. */
import { createEngine } from '../engine/create-engine.ts';
import type { Engine } from '../engine/engine.ts';
import type { Pack } from '../engine/pack.ts';

export interface Brief {
  readonly pack: Pack;
  readonly engine: Engine;
  /** Questions of the short path under default readings. */
  readonly shortPath: readonly string[];
}

/** As much of one as judges a situation. */
export type Judge = Pick<Brief, 'pack'> & { engine: Pick<Engine, 'evaluate'> };

export function openBrief(pack: Pack): Brief {
  const engine = createEngine(pack);
  return { pack, engine, shortPath: engine.deciding({}) };
}
