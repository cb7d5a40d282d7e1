/** The session's time line: what was done when, which verdicts changed by it, and how it stood at any moment. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Status } from '../../engine/verdict.ts';
import { isHurt, usableOrNothing } from '../../session/action.ts';
import type { Desk, OpenSession } from '../../session/desk.ts';
import type { Entry, PackName } from '../../session/journal.ts';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { sayDay, sayTime } from '../dates.ts';
import { useHeading } from '../navigation.ts';
import { Boundary } from '../parts/boundary.tsx';
import { Frame } from '../parts/frame.tsx';
import { FromTo, turnedBetween } from '../parts/from-to.tsx';
import { announce } from '../parts/live.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { sessionHref } from '../routes.ts';
import { entryInWords, takenBack } from './entry-words.ts';
import './history.css';
import { Moment } from './moment.tsx';

/** So many entries are worked out at once: each asks for the verdicts before and after it. */
const SHOWN = 30;

export function HistoryScreen({ session, route }: SessionScreenProps) {
  const { pack, t, desk, language, bringOlderPacks } = useBrief();
  const heading = useHeading(t('history.title'));
  const entries = session.entries.value;
  /** How many older versions of the pack were looked for: what they judged is then told as it was. */
  const [looked, setLooked] = useState(0);
  useEffect(() => {
    if (entries.every((entry) => (packOf(entry)?.hash ?? pack.hash) === pack.hash)) return;
    void bringOlderPacks()
      .then((older) => older.bring(entries))
      .then(() => setLooked((before) => before + 1));
  }, [entries]);
  const [at, setAt] = useState(() => momentOf(route.item, entries.length));
  const [shown, setShown] = useState(SHOWN);
  const count = Math.min(at ?? entries.length, entries.length);
  const taken = useMemo(() => takenBack(entries), [entries]);
  const first = Math.max(0, entries.length - shown);
  const visible = entries.slice(first).reverse();
  // From the one before the first that is shown to the last; each is the one before of the next.
  const moments = useMemo(
    () => Array.from({ length: entries.length - first + 1 }, (_, i) => momentAfter(desk, entries, first + i)),
    [entries, first, looked],
  );
  const days = groupByDay(visible, (time) => sayDay(new Date(time), language.value, true));
  const step = (to: number) => {
    const next = Math.max(1, Math.min(entries.length, to));
    setAt(next === entries.length ? undefined : next);
    const item = next === entries.length ? '' : String(next);
    history.replaceState(history.state, '', sessionHref(session.id, 'history', item));
    const time = new Date(entries[next - 1]?.time ?? '');
    const day = sayDay(time, language.value, true);
    announce(
      item === '' ? t('history.now') : t('history.then', { day, time: sayTime(time, language.value) }),
    );
  };
  return (
    <Frame
      session={session}
      class="history-screen"
      bar={
        <>
          <span class="room" />
          <a class="button first" href={sessionHref(session.id, 'result')}>
            {t('history.toResult')}
          </a>
        </>
      }
    >
      <div class="page timeline">
        <RunHead />
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('history.heading')}
        </h1>
        <p class="lead">{t('history.lead')}</p>
        <Moment key={looked} session={session} count={count} onStep={step} />
        <section class="done">
          <h2 class="group">{t('history.list')}</h2>
          {days.map(({ day, entries: done }) => (
            <section key={day}>
              <h3 class="label">{day}</h3>
              <ol>
                {done.map((entry) => (
                  <Boundary key={entry.seq} as="li">
                    <Done
                      session={session}
                      entry={entry}
                      before={moments[entries.indexOf(entry) - first]}
                      after={moments[entries.indexOf(entry) - first + 1]}
                      isTaken={taken.has(entry.seq)}
                      isHere={entries.indexOf(entry) === count - 1}
                      onSee={() => step(entries.indexOf(entry) + 1)}
                    />
                  </Boundary>
                ))}
              </ol>
            </section>
          ))}
          {first > 0 && (
            <button type="button" class="word go" onClick={() => setShown(shown + SHOWN)}>
              {t('history.more', { n: Math.min(first, SHOWN) })}
            </button>
          )}
        </section>
      </div>
    </Frame>
  );
}

/** The version of the pack by which is judged from this entry on; undefined where it goes on as it was. */
function packOf(entry: Entry): PackName | undefined {
  const action = usableOrNothing(entry.action);
  if (action.type === 'upgraded') return action.to;
  return action.type === 'created' ? action.pack : undefined;
}

type Stood = ReturnType<Desk['moment']>;

function momentAfter(desk: Desk, entries: readonly Entry[], count: number): Stood | undefined {
  return count === 0 ? undefined : desk.moment(entries.slice(0, count));
}

interface DoneProps {
  session: OpenSession;
  entry: Entry;
  /** How it stood; undefined before the first entry. */
  before: Stood | undefined;
  after: Stood | undefined;
  isTaken: boolean;
  isHere: boolean;
  onSee: () => void;
}

function Done({ session, entry, before, after, isTaken, isHere, onSee }: DoneProps) {
  const app = useBrief();
  const { pack, t, language } = app;
  const entries = session.entries.value;
  const turned =
    before === undefined || after === undefined
      ? []
      : turnedBetween(pack.outputs, verdictsBefore(entry, before), after.evaluation.verdicts);
  return (
    <li class={isHere ? 'entry-done here' : 'entry-done'} aria-current={isHere ? 'step' : undefined}>
      <time dateTime={entry.time}>{sayTime(new Date(entry.time), language.value)}</time>
      <div>
        <button type="button" class={isTaken ? 'what taken' : 'what'} onClick={onSee}>
          {entryInWords(app, entries, entry, before?.state)}
          {isTaken && <em class="aside">{t('history.notCounting')}</em>}
          {isHurt(entry.action) && <em class="aside">{t('history.leftOut')}</em>}
          <span class="unseen">. {t('history.see')}</span>
        </button>
        {turned.length > 0 && <FromTo turned={turned} short />}
      </div>
    </li>
  );
}

/** As they were by the version before, also where that is not on this device. */
function verdictsBefore(entry: Entry, before: Stood): Readonly<Record<string, { status: Status }>> {
  const action = usableOrNothing(entry.action);
  const kept = action.type === 'upgraded' ? action.verdicts : {};
  return Object.keys(kept).length > 0 ? kept : before.evaluation.verdicts;
}

/** A number of entries that the address names; undefined is now. */
function momentOf(item: string, all: number): number | undefined {
  const found = /^[1-9]\d{0,6}$/.test(item) ? Number(item) : all;
  return found < all ? found : undefined;
}

function groupByDay(
  entries: readonly Entry[],
  dayOf: (time: string) => string,
): { day: string; entries: Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.time);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
