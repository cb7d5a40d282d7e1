/**
 * What a table hands in as characters: bound to the exercise, word for word, to its room, its table and its round. Twenty
 * questions take 28 characters, the seven of a usual exercise about 20 (docs/file-format.md).
 */
import { type Exercise, MOST_ROUNDS, MOST_TABLES } from '../../engine/exercise/exercise.ts';
import { type Answer, DONT_KNOW, type Pack, type Question } from '../../engine/pack.ts';
import { parseSituation } from '../../engine/situation.ts';
import { CONFIDENCES } from '../../session/journal.ts';
import type { HandIn, ReadHandIn, WorkshopCodeProblem } from '../../session/workshop/hand-in.ts';
import { isAskedFor, isDecision } from '../../session/workshop/judge-hand-in.ts';
import { bitsOf, CHECK, framed, framedInRoom, KINDS, unframed } from './framed.ts';
import { RadixReader, RadixWriter } from './radix.ts';
import { fromSymbols, symbolsFor, toSymbols } from './symbols.ts';

/** The first characters: kind 3 bits, what follows 3, table 6, round 2, exercise 6, pack 5. */
const HEAD = 5;
const ID_BITS = 6;
const PACK_BITS = 5;

/** An exercise with its digest and the pack it is for. */
export interface KnownExercise {
  exercise: Exercise;
  digest: string;
  pack: Pack;
}

/** What a table is asked to predict. */
export function predictable(pack: Pick<Pack, 'outputs'>): string[] {
  return pack.outputs.filter(({ kind }) => isDecision(kind)).map(({ id }) => id);
}

/**
 * @param handIn answers to the exercise's open questions that fit its pack
 * @param room tag of the table's room; '' where it joined by a code that names none
 */
export function writeHandIn(known: KnownExercise, handIn: HandIn, room = ''): string {
  const parts = partsOf(handIn);
  const writer = new RadixWriter();
  for (const question of openQuestions(known)) put(writer, question, handIn, parts);
  if (parts.predicted)
    for (const output of predictable(known.pack)) writer.put(handIn.predicted?.includes(output) ? 1 : 0, 2);
  const body = toSymbols(writer.number, symbolsFor(writer.values));
  const content = headOf(known, handIn, parts, room === '' ? KINDS.handIn : KINDS.handInOfRoom) + body;
  return room === '' ? framed(content, known.digest) : framedInRoom(content, room, known.digest);
}

/**
 * Refuses every text that writeHandIn would not write for this exercise, and one of another room. A code that names none
 * is read: whether it is taken is for the trainer to say. Never throws, whatever the text is.
 * @param ours tag of the room; '' where it is not known
 */
export function readHandIn(known: KnownExercise, text: string, ours = ''): ReadHandIn {
  const read = unframed(text);
  if ('problem' in read) return read;
  const { kind, content, room, isBoundTo } = read.frame;
  if (kind === KINDS.join || kind === KINDS.joinOfRoom) return { problem: 'joinCode' };
  if (kind !== KINDS.handIn && kind !== KINDS.handInOfRoom)
    return { problem: kind === 0 ? 'notSuchACode' : 'later' };
  if (content.length < HEAD) return { problem: 'damaged' };
  const { id, pack, table, round, parts } = readHead(content);
  const strange = foreign(known, id, pack, isBoundTo(known.digest));
  if (strange !== undefined) return { problem: strange };
  if (room !== '' && ours !== '' && room !== ours) return { problem: 'otherRoom' };
  if (table < 1 || table > MOST_TABLES || round < 1 || round > MOST_ROUNDS) return { problem: 'damaged' };
  const handIn: HandIn = { table, round, answers: {}, ruledOut: {}, confidence: {} };
  const reader = new RadixReader(fromSymbols(content.slice(HEAD)));
  for (const question of openQuestions(known))
    if (!take(reader, question, handIn, parts)) return { problem: 'damaged' };
  if (parts.predicted) handIn.predicted = predictable(known.pack).filter(() => reader.take(2) === 1);
  // One text for each thing said: what does not come out again as it came in was not written by Waymark.
  const { answers, ruledOut } = handIn;
  const fits =
    'situation' in parseSituation(known.pack, { answers, ruledOut }) && isAskedFor(handIn, known.exercise);
  const same = fits && writeHandIn(known, handIn, room).slice(0, -CHECK) === content;
  return same ? { handIn, room } : { problem: 'damaged' };
}

/**
 * Nothing was lost on the way, and it is not of this exercise as it is here. What the head says comes first: that a code of
 * a room is bound to the exercise has seven bits to be seen by.
 */
function foreign(
  { exercise }: KnownExercise,
  id: bigint,
  pack: bigint,
  isBound: boolean,
): WorkshopCodeProblem | undefined {
  if (id !== bitsOf(exercise.id, ID_BITS)) return 'otherExercise';
  if (pack !== bitsOf(exercise.pack.hash, PACK_BITS)) return 'otherPack';
  return isBound ? undefined : 'otherEdition';
}

/** What a code holds beside answers. */
interface Parts {
  confidence: boolean;
  ruledOut: boolean;
  predicted: boolean;
}

function partsOf({ confidence, ruledOut, predicted }: HandIn): Parts {
  return {
    confidence: Object.keys(confidence).length > 0,
    ruledOut: Object.values(ruledOut).some((options) => options.length > 0),
    predicted: predicted !== undefined,
  };
}

function headOf({ exercise }: KnownExercise, { table, round }: HandIn, parts: Parts, kind: number): string {
  const fields: [value: bigint, bits: number][] = [
    [BigInt(kind), 3],
    [parts.confidence ? 1n : 0n, 1],
    [parts.ruledOut ? 1n : 0n, 1],
    [parts.predicted ? 1n : 0n, 1],
    [BigInt(table), 6],
    [BigInt(round), 2],
    [bitsOf(exercise.id, ID_BITS), ID_BITS],
    [bitsOf(exercise.pack.hash, PACK_BITS), PACK_BITS],
  ];
  const number = fields.reduce((all, [value, bits]) => (all << BigInt(bits)) | value, 0n);
  return toSymbols(number, HEAD);
}

function readHead(content: string) {
  let rest = fromSymbols(content.slice(0, HEAD));
  const take = (bits: number): bigint => {
    const value = rest & ((1n << BigInt(bits)) - 1n);
    rest >>= BigInt(bits);
    return value;
  };
  // The last field first.
  const pack = take(PACK_BITS);
  const id = take(ID_BITS);
  const round = Number(take(2));
  const table = Number(take(6));
  const parts = { predicted: take(1) === 1n, ruledOut: take(1) === 1n, confidence: take(1) === 1n };
  return { pack, id, round, table, parts };
}

function openQuestions({ exercise, pack }: KnownExercise): Question[] {
  return pack.questions.filter(({ id }) => exercise.questions.includes(id));
}

/** Unanswered, "don't know", then the options; for several the ticks as bits, sure of the rest or not. */
function put(writer: RadixWriter, question: Question, handIn: HandIn, parts: Parts): void {
  const { id, kind, options } = question;
  // An empty list is no answer.
  const answer = handIn.answers[id]?.length === 0 ? undefined : handIn.answers[id];
  const ticks = ticksOf(question);
  if (kind === 'one') {
    const values = [DONT_KNOW, ...options.map((option) => option.id)];
    writer.put(answer === undefined ? 0 : values.indexOf(String(answer)) + 1, values.length + 1);
  } else writer.put(answer === undefined ? 0 : 1 + severalAs(ticks, answer), 1 + 2 ** (ticks.length + 1));
  if (parts.confidence && isRated(answer))
    writer.put(ratings.indexOf(handIn.confidence[id] ?? ''), ratings.length);
  if (parts.ruledOut && isOpen(answer)) {
    const out = handIn.ruledOut[id] ?? [];
    const ofQuestion = kind === 'one' ? options.map((option) => option.id) : ticks;
    for (const option of ofQuestion) writer.put(out.includes(option) ? 1 : 0, 2);
  }
}

function take(reader: RadixReader, question: Question, handIn: HandIn, parts: Parts): boolean {
  const { id, kind, options } = question;
  const ticks = ticksOf(question);
  let answer: Answer | undefined;
  if (kind === 'one') {
    const values = [DONT_KNOW, ...options.map((option) => option.id)];
    const digit = reader.take(values.length + 1);
    answer = digit === 0 ? undefined : values[digit - 1];
  } else {
    const digit = reader.take(1 + 2 ** (ticks.length + 1));
    const found = digit === 0 ? undefined : severalFrom(question, ticks, digit - 1);
    if (found === null) return false;
    answer = found;
  }
  if (answer !== undefined) handIn.answers[id] = answer;
  if (parts.confidence && isRated(answer)) {
    const rating = ratings[reader.take(ratings.length)] ?? '';
    if (rating !== '') handIn.confidence[id] = rating;
  }
  if (parts.ruledOut && isOpen(answer)) {
    const ofQuestion = kind === 'one' ? options.map((option) => option.id) : ticks;
    const out = ofQuestion.filter(() => reader.take(2) === 1);
    if (out.length > 0) handIn.ruledOut[id] = out;
  }
  return true;
}

const ratings = ['', ...CONFIDENCES] as const;

function ticksOf({ options }: Question): string[] {
  return options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
}

/** "None of the others" is no ticks and sure of it. */
function severalAs(ticks: readonly string[], answer: Answer): number {
  const bits = ticks.reduce((all, tick, i) => all + (answer.includes(tick) ? 2 ** i : 0), 0);
  return bits * 2 + (answer.includes(DONT_KNOW) ? 1 : 0);
}

/** `null` where the question has no such answer. */
function severalFrom({ options }: Question, ticks: readonly string[], value: number): string[] | null {
  const unsure = value % 2 === 1;
  const bits = Math.floor(value / 2);
  const ticked = ticks.filter((_, i) => Math.floor(bits / 2 ** i) % 2 === 1);
  if (unsure) return [...ticked, DONT_KNOW];
  if (ticked.length > 0) return ticked;
  const exclusive = options.find((option) => option.exclusive);
  return exclusive === undefined ? null : [exclusive.id];
}

/** Something was said that can be rated. */
function isRated(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === DONT_KNOW) return false;
  return typeof answer === 'string' || answer.some((option) => option !== DONT_KNOW);
}

/** Something is left that can be ruled out. */
function isOpen(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === DONT_KNOW) return true;
  return typeof answer !== 'string' && answer.includes(DONT_KNOW);
}
