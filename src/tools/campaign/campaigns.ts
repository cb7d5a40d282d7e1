/** All of them, in the order in which they are told of. */
import type { Campaign } from './campaign.ts';
import { corrupt } from './corrupt.ts';
import { crypto } from './crypto.ts';
import { evict } from './evict.ts';
import { forms } from './forms.ts';
import { full } from './full.ts';
import { hostileRecords } from './hostile.ts';
import { importing } from './import.ts';
import { kill, restart } from './kill.ts';
import { tabs } from './tabs.ts';
import { vault } from './vault.ts';
import { vaultMoves } from './vault-moves.ts';

export const CAMPAIGNS: Campaign[] = [
  kill,
  restart,
  corrupt,
  full,
  evict,
  tabs,
  importing,
  crypto,
  vault,
  vaultMoves,
  hostileRecords,
  forms,
];
