import type { Upgrade } from '../../session/upgrade.ts';
import type { OlderPacks } from '../app.ts';

/** What was found of the older version, and what taking over would change. */
export interface Looked {
  upgrade: Upgrade;
  older: OlderPacks;
}
