/** Joining as twenty characters: which room, exercise and edition, and the round. No word of it is in the code. */
import { MOST_ROUNDS } from '../../engine/exercise/exercise.ts';
import type { Join, Joined, ReadJoin } from '../../session/workshop/hand-in.ts';
import { bitsOf, framedInRoom, KINDS, unframed } from './framed.ts';
import { fromSymbols, toSymbols } from './symbols.ts';

/** Kind 3 bits, round 2, exercise 16, edition 34; and the checks. */
const CONTENT = 11;
const ID_BITS = 16;
const EDITION_BITS = 34;

interface Named {
  exercise: { id: string };
  digest: string;
}

/** @param room its tag */
export function writeJoin({ exercise, digest }: Named, round: number, room: string): string {
  const number =
    (((((BigInt(KINDS.joinOfRoom) << 2n) | BigInt(round)) << BigInt(ID_BITS)) |
      bitsOf(exercise.id, ID_BITS)) <<
      BigInt(EDITION_BITS)) |
    bitsOf(digest, EDITION_BITS);
  return framedInRoom(toSymbols(number, CONTENT), room, 'join');
}

/** Also one of before rooms had codes of their own. Never throws, whatever the text is. */
export function readJoin(text: string): ReadJoin {
  const read = unframed(text);
  if ('problem' in read) return read;
  const { kind, content, room, isBoundTo } = read.frame;
  if (kind === KINDS.handIn || kind === KINDS.handInOfRoom) return { problem: 'handIn' };
  if (kind !== KINDS.join && kind !== KINDS.joinOfRoom)
    return { problem: kind === 0 ? 'notSuchACode' : 'later' };
  if (content.length !== CONTENT || !isBoundTo('join')) return { problem: 'damaged' };
  const number = fromSymbols(content);
  const bits = (from: number, count: number) => (number >> BigInt(from)) & ((1n << BigInt(count)) - 1n);
  const round = Number(bits(ID_BITS + EDITION_BITS, 2));
  if (round < 1 || round > MOST_ROUNDS) return { problem: 'damaged' };
  return {
    join: { room, round, id: String(bits(EDITION_BITS, ID_BITS)), edition: String(bits(0, EDITION_BITS)) },
  };
}

/** What of the exercises at hand is meant. */
export function joined<E extends Named>({ id, edition, round, room }: Join, here: readonly E[]): Joined<E> {
  const same = here.filter((one) => String(bitsOf(one.exercise.id, ID_BITS)) === id);
  const exact = same.find((one) => String(bitsOf(one.digest, EDITION_BITS)) === edition);
  if (exact !== undefined) return { kind: 'here', exercise: exact, round, room };
  const [other] = same;
  return other === undefined ? { kind: 'missing' } : { kind: 'otherEdition', exercise: other };
}
