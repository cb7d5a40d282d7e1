/** A pack to measure on, with its floor: rules as functions over complete answers. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { compilePack } from '../../engine/compile/compile.ts';
import type { Sources } from '../../engine/compile/sources.ts';
import type { Pack } from '../../engine/pack.ts';
import { readPack } from '../pack-reader.ts';
import { CLOSURES, type Complete } from './closures.ts';
import { compileTexts, largePack, type Size, type Texts } from './large-pack.ts';
import { type Plain, plainRules, type Ruled } from './plain.ts';
import { type Listed, writtenClosures } from './written-closures.ts';

export interface Subject {
  name: string;
  pack: Pack;
  sources: () => Sources;
  /** Outputs that the floor has a rule for: all that answers decide. */
  ids: string[];
  rules: Ruled[];
  floor: Floor;
  /** Peers that take too long with it are left out. */
  peers: readonly PeerName[];
}

export type PeerName = 'json-logic-engine' | 'json-rules-engine' | 'publicodes' | 'survey-core';

/** `ready` is what the rules read, made before the clock runs. */
export interface Floor {
  ready: (answers: Complete) => unknown;
  rules: ((ready: never) => boolean)[];
  /** Puts another answer in its place. */
  put: (ready: never, question: string, position: number, answer: string | string[]) => void;
}

const ALL_PEERS: PeerName[] = ['json-logic-engine', 'json-rules-engine', 'publicodes', 'survey-core'];

export function realSubject(root: string): Subject {
  const { files } = readPack(join(root, 'rules/belarus-russia-2020'));
  const { pack } = compilePack(files, sha256);
  if (pack === undefined) throw new Error('The pack does not compile; run: npm run waymark -- check');
  const ids = Object.keys(CLOSURES);
  const floor: Floor = {
    ready: (answers) => ({ ...answers }),
    rules: Object.values(CLOSURES),
    put: (ready: Complete, question, _, answer) => {
      ready[question] = answer as Complete[string];
    },
  };
  return {
    name: `${pack.id}: ${pack.questions.length} questions, ${ids.length} rules`,
    pack,
    sources: () => readPack(join(root, 'rules/belarus-russia-2020')).files,
    ids,
    rules: plainRules(pack, ids),
    floor,
    peers: ALL_PEERS,
  };
}

export function randomSubject(size: Size, sourcesOf: (texts: Texts) => Sources, peers = ALL_PEERS): Subject {
  const texts = largePack(size);
  const { pack } = compileTexts(texts);
  if (pack === undefined) throw new Error('The random pack does not compile.');
  const ids = pack.outputs.map(({ id }) => id);
  const floor: Floor = {
    ready: (answers) => pack.questions.map(({ id }) => answers[id]),
    rules: writtenClosures(pack),
    put: (ready: Listed, _, position, answer) => {
      ready[position] = answer;
    },
  };
  return {
    name: `random: ${size.questions} questions, ${size.rules} rules`,
    pack,
    sources: () => sourcesOf(texts),
    ids,
    rules: plainRules(pack, ids),
    floor,
    peers,
  };
}

/** For each question the positions of the rules that mention it, guards included. */
export function mentioning(rules: readonly Ruled[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const visit = (plain: Plain, rule: number): void => {
    if (plain.kind === 'all' || plain.kind === 'any') for (const part of plain.of) visit(part, rule);
    else if (plain.kind === 'not') visit(plain.of, rule);
    else if (plain.kind === 'is') {
      const list = found.get(plain.question) ?? [];
      if (list.at(-1) !== rule) list.push(rule);
      found.set(plain.question, list);
    }
  };
  rules.forEach(({ plain }, i) => {
    visit(plain, i);
  });
  return found;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
