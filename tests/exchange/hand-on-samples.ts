/** A session with everything that a session can hold, for the tests of the files. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../src/engine/canonical.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { fitSituation } from '../../src/session/fit.ts';
import { fold } from '../../src/session/fold.ts';
import type { Entry } from '../../src/session/journal.ts';
import type { StoredSession } from '../../src/session/store.ts';
import { journalOf } from '../session/samples.ts';
import { smallPack } from '../session/small-pack.ts';

const { hash: _, ...content } = smallPack;
/** The small pack as the compiler would seal it. */
export const pack = { ...content, hash: bytesToHex(sha256(utf8ToBytes(canonicalJson(content)))) };
export const WRITING = { written: '2026-11-26T10:00:00.000Z', app: '0.1.0', pack };
export const ALL = { history: true, notes: true };

const source = { id: 's1', title: 'Cable of Monday', reliability: 'B' as const };

export const rich: Entry[] = journalOf(
  { type: 'described', details: { title: 'The refinery', handling: 'TLP:AMBER', handlingNote: 'desk only' } },
  { type: 'answered', question: 'buyout', answer: 'russian' },
  { type: 'sourceKept', source },
  {
    type: 'assessed',
    question: 'buyout',
    evidence: {
      confidence: 'low',
      basis: 'judgement',
      sources: [{ source: 's1', stance: 'for', informationOf: '2026-01-01', credibility: '3' }],
      note: 'Said by one person',
      ownView: 'I doubt it',
    },
  },
  { type: 'answered', question: 'bidders', answer: 'kept_out' },
  {
    type: 'newsKept',
    news: { id: 'n1', date: '2026-01-01', source: 'Agency', what: 'A tender', questions: ['buyout'] },
  },
  { type: 'reassessed', news: 'n1', question: 'buyout' },
  { type: 'ruledOut', question: 'energy', option: 'no' },
  { type: 'readingTaken', reading: 'A1', letter: 'b' },
  { type: 'reviewSet', question: 'buyout', by: '2026-02-02' },
  {
    type: 'issued',
    pack: { id: smallPack.id, version: smallPack.version, hash: smallPack.hash },
    verdicts: { R1: { status: 'holds', confirmed: true } },
    additions: [{ id: 'a', output: 'R1', kind: 'body', text: 'Council', author: 'AB', date: '2026-01-01' }],
  },
  { type: 'cleared', question: 'bidders' },
  { type: 'undone', of: 13 },
);

export const stored = (more: Partial<StoredSession> = {}): StoredSession => ({
  id: 'one',
  entries: rich,
  place: 'question/buyout',
  deletedAt: '',
  ...more,
});

const engine = createEngine(smallPack);
export const evaluated = (entries: readonly Entry[]) =>
  engine.evaluate(fitSituation(smallPack, fold(entries)).situation);

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
