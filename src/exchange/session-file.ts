/** One session as a file: what it says, what the verdicts were, and the pack that gave them (docs/file-format.md). */
import { canonicalJson } from '../engine/canonical.ts';
import type { Pack } from '../engine/pack.ts';
import type { Evaluation } from '../engine/verdict.ts';
import { fold } from '../session/fold.ts';
import { frozen } from '../session/frozen.ts';
import type { HandOnProblem, KnownPack, LeftOut, ReadHandOn, SessionFile } from '../session/hand-on/file.ts';
import { type Giving, given } from '../session/hand-on/giving.ts';
import { type Entry, HANDLING_LABELS } from '../session/journal.ts';
import { readSession, writtenSession } from './file-session.ts';
import { isObject } from './hostile.ts';
import { type Check, problemsOfHead, SESSION_FORMAT, sealed, VERSION } from './sealed.ts';

export interface Writing {
  /** ISO time. */
  written: string;
  /** Version of Waymark. */
  app: string;
  pack: Pack;
}

/** @param evaluation of the session as it stands, by this pack. */
export function writeSessionFile(
  { written, app, pack }: Writing,
  session: { id: string; entries: readonly Entry[] },
  giving: Giving,
  evaluation: Evaluation,
): string {
  const { id, entries } = given(session.id, session.entries, giving);
  const { answers, readings, ruledOut, details } = fold(entries);
  const without: LeftOut[] = [
    ...(giving.history ? [] : (['history'] as const)),
    ...(giving.notes ? [] : (['notes'] as const)),
  ];
  return sealed({
    format: SESSION_FORMAT,
    version: VERSION,
    // First, for whoever opens it with anything else.
    handling: details.handling,
    written,
    app,
    without,
    situation: { answers, readings, ruledOut },
    verdicts: frozen(evaluation),
    session: writtenSession({ id, entries, place: '', deletedAt: '' }),
    pack,
  });
}

/** @param file an object that says of itself that it is a session file of this version or an older one. */
export function readSessionFile(file: Record<string, unknown>, known: KnownPack): ReadHandOn {
  const problems = problemsOfHead(file, FIELDS);
  const read = Object.hasOwn(file, 'session') ? readSession(file.session, known) : undefined;
  if (typeof read === 'string') problems.push({ code: 'session', place: 1, fault: read });
  else if (read !== undefined && !agrees(file, read.session.entries))
    problems.push({ code: 'session', place: 1, fault: 'contradicts' });
  if (problems.length > 0 || typeof read !== 'object') return { kind: 'refused', problems: once(problems) };
  const { format: _, version: _v, digest: _d, ...content } = file;
  return { kind: 'session', file: { ...(content as unknown as SessionFile), session: read.session } };
}

/** What the file says beside the journal is what the journal comes to. */
function agrees(file: Record<string, unknown>, entries: readonly Entry[]): boolean {
  const { answers, readings, ruledOut, details } = fold(entries);
  return (
    file.handling === details.handling &&
    canonicalJson(file.situation ?? null) === canonicalJson({ answers, readings, ruledOut })
  );
}

const LEFT_OUT: readonly unknown[] = ['history', 'notes'];
const isLabel: Check = (value) => value === '' || HANDLING_LABELS.some((label) => label === value);
const isVerdict: Check = (value) =>
  isObject(value) &&
  Object.keys(value).length === 2 &&
  typeof value.confirmed === 'boolean' &&
  ['holds', 'fails', 'open'].some((status) => status === value.status);

const FIELDS: Record<string, Check> = {
  handling: isLabel,
  without: (value) =>
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((one) => LEFT_OUT.includes(one)),
  situation: isObject,
  verdicts: (value) => isObject(value) && Object.values(value).every(isVerdict),
  session: isObject,
};

function once(problems: readonly HandOnProblem[]): HandOnProblem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...seen.values()];
}
