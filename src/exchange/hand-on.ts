/** Handing on and taking in, over a store and the desk: files, codes, and what of them comes to be kept here. */
import type { Brief } from '../brief/brief.ts';
import { own } from '../engine/inherited.ts';
import { parseSituation } from '../engine/situation.ts';
import type { Evaluation } from '../engine/verdict.ts';
import { drawPassphrase } from '../lock/passphrase.ts';
import { nextEntry } from '../session/chain.ts';
import { type Desk, stripOrder } from '../session/desk.ts';
import { fitSituation } from '../session/fit.ts';
import { frozen } from '../session/frozen.ts';
import { answersOf, beginningWith } from '../session/hand-on/answers.ts';
import type { FileSession, ReadHandOn } from '../session/hand-on/file.ts';
import { given } from '../session/hand-on/giving.ts';
import type { HandOn, Judged, Written } from '../session/hand-on/hand-on.ts';
import { compareSessions, takeIn } from '../session/hand-on/restore.ts';
import { erased } from '../session/hand-on/texts.ts';
import type { Entry, Issued } from '../session/journal.ts';
import type { SaveResult, SessionStore } from '../session/store.ts';
import { readCode, writeCode } from './answers-code.ts';
import { writeBackupFile } from './backup-file.ts';
import { joinParts, partsOf } from './code-parts.ts';
import { readSession, writtenSession } from './file-session.ts';
import { openLocked, writeLocked } from './locked-file.ts';
import { readHandOn } from './read-file.ts';
import { writeSessionFile } from './session-file.ts';

export interface HandOnParts {
  desk: Desk;
  brief: Brief;
  store: SessionStore;
  /** Version of Waymark. */
  app: string;
  /** ISO time, UTC. */
  now: () => string;
  newId: () => string;
}

export function createHandOn({ desk, brief, store, app, now, newId }: HandOnParts): HandOn {
  const { pack, engine } = brief;
  const writing = () => ({ written: now(), app, pack });
  const read = (bytes: Uint8Array): ReadHandOn => readHandOn(bytes, pack, shows);

  /** All that the preview and the list will ask of it, before any of its file is taken. */
  function shows({ entries }: FileSession): boolean {
    try {
      judge(entries, undefined);
      return true;
    } catch {
      return false;
    }
  }

  /** Nobody is told of a file that does not hold what it should. */
  function readBack(text: string, journals: readonly (readonly Entry[])[]): string {
    const back = readHandOn(new TextEncoder().encode(text), pack);
    const sessions =
      back.kind === 'session' ? [back.file.session] : back.kind === 'backup' ? back.file.sessions : [];
    const lasts = (list: readonly (readonly Entry[])[]) => list.map((entries) => entries.at(-1)?.hash).join();
    const whole = back.kind === 'session' || (back.kind === 'backup' && back.problems.length === 0);
    if (!whole || lasts(sessions.map(({ entries }) => entries)) !== lasts(journals))
      throw new Error(`the file does not read back to what was written: ${JSON.stringify(problemsOf(back))}`);
    return text;
  }

  async function writeBackup(...[additions, workshops]: Parameters<HandOn['writeBackup']>): Promise<Written> {
    const { sessions, damaged } = await store.list();
    // One that no file can hold must not stand in the way of all others: it is told, and left out.
    const ours = sessions.filter((one) => typeof readSession(writtenSession(one), pack) !== 'string');
    const text = writeBackupFile(writing(), ours, additions, workshops);
    readBack(
      text,
      ours.map(({ entries }) => entries),
    );
    return { text, sessions: ours.length, damaged: damaged.length + sessions.length - ours.length };
  }

  function strip(evaluation: Evaluation): Judged['strip'] {
    return stripOrder(pack).flatMap((output) => {
      const status = evaluation.verdicts[output]?.status;
      return status === undefined ? [] : [{ output, status, weak: false }];
    });
  }

  function judge(entries: readonly Entry[], verdicts: Issued['verdicts'] | undefined): Judged {
    const { state, evaluation } = desk.moment(entries);
    const { misfits } = fitSituation(pack, state);
    const before = verdicts ?? frozen(evaluation);
    const outputs = new Set([...pack.outputs.map(({ id }) => id), ...Object.keys(before)]);
    const differs = [...outputs]
      .map((output) => ({
        output,
        was: own(before, output)?.status ?? ('' as const),
        now: evaluation.verdicts[output]?.status ?? ('' as const),
      }))
      .filter(({ was, now }) => was !== now);
    return {
      state,
      strip: strip(evaluation),
      otherPack: state.pack.hash !== pack.hash,
      misfits,
      differs,
    };
  }

  async function append(id: string, entries: Entry[]): Promise<{ id: string } | { refused: string }> {
    const result = await store
      .append(id, entries)
      .catch((): SaveResult => ({ kind: 'refused', reason: 'unknown' }));
    if (result.kind !== 'saved') return { refused: result.kind === 'refused' ? result.reason : 'unknown' };
    // The desk hears of other windows' work only; opening tells it of ours.
    await desk.open(id);
    return { id };
  }

  return {
    writeSession(session, giving) {
      const { id } = session;
      const entries = session.entries.peek();
      const text = writeSessionFile(writing(), { id, entries }, giving, session.evaluation.peek());
      readBack(text, [given(id, entries, giving).entries]);
      return { text, sessions: 1, damaged: 0 };
    },
    writeBackup,
    read,
    async lock(text, passphrase) {
      const locked = await writeLocked(text, passphrase);
      const back = read(new TextEncoder().encode(locked));
      const opened = back.kind === 'locked' ? await openLocked(back.locked, passphrase) : undefined;
      if (opened === undefined || !('bytes' in opened) || new TextDecoder().decode(opened.bytes) !== text)
        throw new Error('the locked file does not open to what was put into it');
      return locked;
    },
    unlock: openLocked,
    drawPassphrase,
    compare: async (theirs) => compareSessions((await store.list()).sessions, theirs),
    judge,
    async takeIn(incoming, choices, secondTitle, onDone) {
      const parts = { store, now, newId, secondTitle, ...(onDone && { onDone }) };
      const taken = await takeIn(parts, incoming, choices);
      for (const { id } of taken) if (id !== '') await desk.open(id);
      // Where both were here and one now lies with the deleted ones.
      for (const { ours } of incoming) if (ours !== undefined) await desk.open(ours.id);
      return taken;
    },
    async erase(session, text) {
      const saving = session.saving.peek();
      if (saving === 'saving' || saving === 'refused' || saving === 'stale') return { refused: saving };
      // A new session first and the old one removed after it: at no time is there neither.
      const made = await append(newId(), erased(session.entries.peek(), text, now()));
      if ('id' in made) await desk.removeForGood(session.id);
      return made;
    },
    codes(session, room) {
      const said = answersOf(session.state.peek(), session.situation.peek());
      return partsOf(writeCode(pack, said), room);
    },
    join: joinParts,
    readCode(code) {
      const read = readCode(pack, code);
      if ('problem' in read) return read;
      return 'situation' in parseSituation(pack, read.said.situation) ? read : { problem: 'damaged' };
    },
    judgeCode: ({ situation }) => strip(engine.evaluate(situation)),
    begin: (said, title) => append(newId(), [nextEntry(undefined, beginningWith(pack, said, title), now())]),
    async qr(text) {
      const { encodeQR } = await import('qr');
      return encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
    },
  };
}

function problemsOf(back: ReadHandOn): unknown {
  return 'problems' in back ? back.problems : 'other sessions';
}
