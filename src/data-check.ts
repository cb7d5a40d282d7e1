/** Looks through everything that is stored here, with every hash, and says of each kind how much of it reads. */
import type { Exercise } from './engine/exercise/exercise.ts';
import { verifyJournal } from './session/chain.ts';
import type { DataCheck, DataKind, Hurt } from './session/data-check.ts';
import { fold } from './session/fold.ts';
import type { SessionStore, StoredSession } from './session/store.ts';
import type { App } from './view/app.ts';

/** Sessions looked at in one go: in between, the page answers. */
const AT_ONCE = 25;

export async function checkData(app: App, store: SessionStore): Promise<DataCheck> {
  await Promise.allSettled([app.bringAdditions(), app.bringWorkshop()]);
  const [additions, workshop] = [app.additions.peek(), app.workshop.peek()];
  const titleOf = ({ texts, language, id }: Exercise) =>
    (texts[app.language.peek()] ?? texts[language])?.title ?? id;
  const listed = await store.list().catch((error: unknown) => ({
    sessions: [],
    damaged: [],
    unreadable: error instanceof Error && 'reason' in error ? String(error.reason) : 'unknown',
  }));
  const damaged = listed.damaged.map(({ id, reason, left }) => ({ id, title: left?.title ?? '', reason }));
  const hurt: Hurt[] = [];
  let read = 0;
  for (const [i, session] of listed.sessions.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve));
    const found = look(session);
    if (typeof found === 'string') damaged.push({ id: session.id, title: '', reason: found });
    else {
      read += 1;
      if (found.leftOut > 0) hurt.push(found);
    }
  }
  const line = (kind: DataKind, count: number, some: Hurt[] = []) => ({ kind, read: count, hurt: some });
  const rooms = workshop?.rooms.peek() ?? [];
  return {
    lines: [
      line('session', read, hurt),
      line('addition', (additions?.all.peek().length ?? 0) + (additions?.deleted.peek().length ?? 0)),
      line('exercise', workshop?.editions.peek().filter(({ shipped }) => !shipped).length ?? 0),
      line('draft', workshop?.drafts.peek().length ?? 0),
      line(
        'room',
        rooms.length,
        rooms
          .filter(({ state }) => state.leftOut > 0)
          .map(({ state: { id, exercise, leftOut } }) => ({ id, title: titleOf(exercise), leftOut })),
      ),
      line('table', workshop?.tables.peek().length ?? 0),
    ],
    damaged,
    unread: { additions: additions?.damaged.peek() ?? 0, workshops: workshop?.unread.peek() ?? 0 },
    unreadable:
      ('unreadable' in listed && listed.unreadable) ||
      (additions === undefined ? 'unknown' : additions.unreadable.peek()) ||
      (workshop === undefined ? 'unknown' : workshop.unreadable.peek()),
    copies: await store.copies?.(false).catch(() => undefined),
  };
}

function look({ id, entries }: StoredSession): Hurt | string {
  const journal = verifyJournal(entries);
  if ('fault' in journal) return journal.fault;
  const { details, leftOut } = fold(journal.entries);
  return { id, title: details.title, leftOut };
}
