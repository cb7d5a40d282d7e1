/**
 * A session's answers as a few letters for a link or a QR code: bit by bit in the order of the pack, so that it fits.
 * It can be read only with the very same pack, whose hash it begins with, and ends with a digest.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { ANY, type Answer, DONT_KNOW, type Pack, type Question } from '../engine/pack.ts';
import type { Situation } from '../engine/verdict.ts';
import type { AnswersCode, CodeProblem } from '../session/hand-on/answers.ts';
import { HANDLING_LABELS } from '../session/journal.ts';
import { BitReader, BitWriter, widthOf } from './bits.ts';
import { fromText, toText } from './letters.ts';

const VERSION = 1;
/** Bytes of the pack's hash, and of the digest. */
const HASH = 4;
/** What a session can have begun as, as far as that must not be lost. */
const ORIGINS = ['blank', 'brief', 'hypothetical'] as const;

/** @param said answers and readings that fit the pack. */
export function writeCode(pack: Pack, said: AnswersCode): string {
  const bits = new BitWriter();
  bits.put(VERSION, 4);
  for (const byte of hashOf(pack)) bits.put(byte, 8);
  bits.put(said.path === 'whole' ? 1 : 0, 1);
  bits.put(said.handling === '' ? 0 : HANDLING_LABELS.indexOf(said.handling) + 1, 3);
  bits.put(ORIGINS.indexOf(said.origin.kind), 2);
  if (said.origin.kind !== 'blank') {
    const { scenario } = said.origin;
    const at = pack.scenarios.findIndex(({ id }) => id === scenario);
    bits.put(Math.max(0, at), widthOf(pack.scenarios.length));
  }
  for (const question of pack.questions) putQuestion(bits, question, said);
  for (const { id, letters } of pack.readings) {
    const values = [ANY, ...letters.map((letter) => letter.id)];
    const letter = said.situation.readings[id];
    bits.put(letter === undefined ? 0 : 1, 1);
    if (letter !== undefined) bits.put(values.indexOf(letter), widthOf(values.length));
  }
  const content = bits.bytes();
  return toText(Uint8Array.from([...content, ...sha256(content).subarray(0, HASH)]));
}

/** Refuses every text that writeCode would not write for this pack. */
export function readCode(pack: Pack, code: string): { said: AnswersCode } | { problem: CodeProblem } {
  const bytes = fromText(code);
  if (bytes === undefined || bytes.length < 2 * HASH + 1) return { problem: 'notSuchACode' };
  const content = bytes.subarray(0, -HASH);
  const digest = bytes.subarray(-HASH);
  if (
    !sha256(content)
      .subarray(0, HASH)
      .every((byte, i) => byte === digest[i])
  )
    return { problem: 'damaged' };
  const bits = new BitReader(content);
  const version = bits.take(4);
  if (version > VERSION) return { problem: 'later' };
  if (version !== VERSION) return { problem: 'notSuchACode' };
  const hash = Array.from({ length: HASH }, () => bits.take(8));
  if (!hashOf(pack).every((byte, i) => byte === hash[i])) return { problem: 'otherPack' };
  const said = readSaid(pack, bits);
  // One text for each thing said: what does not come out again as it came in was not written by Waymark.
  return said !== undefined && writeCode(pack, said) === code ? { said } : { problem: 'damaged' };
}

function readSaid(pack: Pack, bits: BitReader): AnswersCode | undefined {
  const path = bits.take(1) === 1 ? 'whole' : 'short';
  const label = bits.take(3);
  const handling = label === 0 ? '' : HANDLING_LABELS[label - 1];
  const kind = ORIGINS[bits.take(2)];
  if (handling === undefined || kind === undefined) return undefined;
  const scenario = kind === 'blank' ? undefined : pack.scenarios[bits.take(widthOf(pack.scenarios.length))];
  if (kind !== 'blank' && scenario === undefined) return undefined;
  const origin = kind === 'blank' ? { kind } : { kind, scenario: scenario?.id ?? '' };
  const situation: Situation = { answers: {}, readings: {}, ruledOut: {} };
  const said: AnswersCode = { path, handling, origin, unchecked: [], situation };
  for (const question of pack.questions) if (!takeQuestion(bits, question, said)) return undefined;
  for (const { id, letters } of pack.readings) {
    if (bits.take(1) === 0) continue;
    const values = [ANY, ...letters.map((letter) => letter.id)];
    const letter = values[bits.take(widthOf(values.length))];
    if (letter === undefined) return undefined;
    situation.readings[id] = letter;
  }
  return bits.spent() ? said : undefined;
}

function putQuestion(bits: BitWriter, { id, kind, options }: Question, said: AnswersCode): void {
  const { answers, ruledOut } = said.situation;
  const answer = answers[id];
  bits.put(answer === undefined ? 0 : 1, 1);
  if (answer !== undefined) {
    const values = valuesOf(options);
    if (kind === 'one') bits.put(values.indexOf(String(answer)), widthOf(values.length));
    else for (const value of values) bits.put(answer.includes(value) ? 1 : 0, 1);
    bits.put(said.unchecked.includes(id) ? 1 : 0, 1);
  }
  const out = ruledOut[id] ?? [];
  bits.put(out.length > 0 ? 1 : 0, 1);
  if (out.length > 0) for (const option of options) bits.put(out.includes(option.id) ? 1 : 0, 1);
}

function takeQuestion(bits: BitReader, { id, kind, options }: Question, said: AnswersCode): boolean {
  const { answers, ruledOut } = said.situation;
  if (bits.take(1) === 1) {
    const values = valuesOf(options);
    const answer: Answer | undefined =
      kind === 'one' ? values[bits.take(widthOf(values.length))] : values.filter(() => bits.take(1) === 1);
    if (answer === undefined) return false;
    answers[id] = answer;
    if (bits.take(1) === 1) said.unchecked.push(id);
  }
  if (bits.take(1) === 1) ruledOut[id] = options.filter(() => bits.take(1) === 1).map((option) => option.id);
  return true;
}

function valuesOf(options: Question['options']): string[] {
  return [DONT_KNOW, ...options.map(({ id }) => id)];
}

function hashOf(pack: Pack): Uint8Array {
  return sha256(utf8ToBytes(pack.hash)).subarray(0, HASH);
}

/** Base 64 for addresses (RFC 4648, 5), without padding. */
