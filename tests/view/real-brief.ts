/** The shipped pack with its English words, and an App of the parts that the wording of the screens needs. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signal } from '@preact/signals';
import { openBrief } from '../../src/brief/brief.ts';
import { createExplain } from '../../src/documents/wording/explain.ts';
import { createWording } from '../../src/documents/wording/wording.ts';
import { compilePack } from '../../src/engine/compile/compile.ts';
import { createTranslate } from '../../src/messages/format.ts';
import type { Messages } from '../../src/messages/messages.ts';
import { createDesk } from '../../src/session/create-desk.ts';
import type { OpenSession } from '../../src/session/desk.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { readPack } from '../../src/tools/pack-reader.ts';

const root = join(import.meta.dirname, '../..');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const compiled = compilePack(readPack(join(root, 'rules/belarus-russia-2020')).files, sha256);
if (compiled.pack === undefined || compiled.words.en === undefined) throw new Error('the pack has mistakes');

export const pack = compiled.pack;
const words = compiled.words.en;
const folder = join(root, 'src/messages/en');
const messages: Messages = Object.assign(
  {},
  ...readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);
const t = createTranslate('en', messages);

const brief = openBrief(pack);
let ids = 0;
const desk = createDesk({
  briefs: [brief],
  store: createMemoryStore(),
  now: () => '2026-11-24T08:00:00Z',
  newId: () => `session-${++ids}`,
});

export const app = {
  desk,
  pack,
  t,
  words: signal(words),
  say: createWording(() => ({ pack, words, t, language: 'en' })),
  explain: createExplain(() => ({ pack, words, t, language: 'en' })),
};

/** A new session, as home starts it: blank, or from a scenario. */
export async function startSession(scenario?: string): Promise<OpenSession> {
  const made = await desk.create({ brief, path: 'short', title: 'A test', ...(scenario && { scenario }) });
  const session = 'id' in made ? await desk.open(made.id) : undefined;
  if (session === undefined) throw new Error('no session was made');
  return session;
}

/** A question of the pack by its id. */
export function questionOf(id: string) {
  const question = pack.questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return question;
}
