/** The sessions kept on this device: found, gone on with, renamed, duplicated, deleted and brought back. */
import { useState } from 'preact/hooks';
import { type Desk, type SessionSummary, stripOrder } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { later } from '../later.tsx';
import { Boundary } from '../parts/boundary.tsx';
import { STEP, StretchList, useStretch } from '../parts/stretch.tsx';
import { href } from '../routes.ts';
import type { JustDeleted } from './deleted.tsx';
import { FirstTime } from './first-time.tsx';
import { Key } from './key.tsx';
import { SessionRow } from './session-row.tsx';
import { Situations } from './situations.tsx';

const Due = later(async () => (await import('../review/due-list.tsx')).DueList, true);
const DamagedSessions = later(async () => (await import('./damaged.tsx')).DamagedSessions, true);
const DeletedNow = later(async () => (await import('./deleted.tsx')).DeletedNow, true);
const DeletedSessions = later(async () => (await import('./deleted-list.tsx')).DeletedSessions, true);
const HomeLine = later(async () => (await import('../hand-on/home-line.tsx')).HomeLine, true);

export function Sessions() {
  const { desk, t } = useApp();
  const { sought, setSought, shown, more } = useStretch();
  const [deleted, setDeleted] = useState<JustDeleted>();
  const all = desk.sessions.value;
  const found = all.filter((summary) => matches(summary, sought));
  const lines = found.slice(0, shown);
  if (!desk.ready.value && !desk.unreadable.value) return <section class="sessions" aria-busy="true" />;
  const first = all.length === 0 && desk.deleted.value.length === 0;
  return (
    <section class="sessions">
      <Boundary>
        <Troubles desk={desk} />
      </Boundary>
      {first ? (
        desk.unreadable.value === '' && <FirstTime />
      ) : (
        <>
          <header>
            <h2>{t('home.sessions')}</h2>
            {all.length > 1 && (
              <label class="find">
                <span class="unseen">{t('home.find')}</span>
                <input
                  type="search"
                  autoComplete="off"
                  placeholder={t('home.find')}
                  value={sought}
                  onInput={(event) => setSought(event.currentTarget.value)}
                />
              </label>
            )}
            {all.length > 1 && (
              <p class="count" role="status">
                {sought !== ''
                  ? t('home.found', { n: found.length, all: all.length })
                  : all.length > STEP && t('home.many', { n: all.length })}
              </p>
            )}
          </header>
          {deleted && <DeletedNow session={deleted} onDone={() => setDeleted(undefined)} />}
          {all.some(({ reviews }) => Object.keys(reviews).length > 0) && <Due />}
          {found.length > 0 && <Columns />}
          {found.length > 0 && (
            <StretchList class="rows" shown={shown} all={found.length} more={more} words={t('home.showMore')}>
              {lines.map((summary, i) => (
                <Boundary key={summary.id} as="li" id={summary.id}>
                  <SessionRow summary={summary} at={i + 1} of={found.length} onDeleted={setDeleted} />
                </Boundary>
              ))}
            </StretchList>
          )}
          {found.length === 0 && (
            <p class="none">{sought ? t('home.noneFound', { sought }) : t('home.noneLeft')}</p>
          )}
          {all.length > 1 && (
            <a class="word" href={href({ name: 'compare', item: '' })}>
              {t('compare.fromHome')}
            </a>
          )}
          <Boundary>
            <Key lines={lines} />
          </Boundary>
          {desk.deleted.value.length > 0 && <DeletedSessions />}
        </>
      )}
      <HomeLine />
      <Boundary>
        <Situations explained={first} />
      </Boundary>
    </section>
  );
}

/** On wide screens the strips are columns of a table, and these their heads. The rows say the same in words. */
function Columns() {
  const { pack, words } = useBrief();
  const byId = new Map(pack.outputs.map((output) => [output.id, output]));
  return (
    <div class="columns" aria-hidden="true">
      <p class="strip">
        {stripOrder(pack).map((id) => (
          <span key={id} class={byId.get(id)?.modality}>
            {words.value.outputs[id]?.name}
          </span>
        ))}
      </p>
    </div>
  );
}

/** What must be known before any session is: nothing is kept, the list cannot be read, a change was not kept. */
function Troubles({ desk }: { desk: Desk }) {
  const { t, storage, mended } = useApp();
  const refused = desk.refused.value;
  return (
    <>
      {storage.value !== 'works' && (
        <p class="trouble" role="alert">
          {t(storage.value === 'none' ? 'home.nothingKept' : 'home.keptOnce')}
        </p>
      )}
      {desk.unreadable.value !== '' && (
        <div class="trouble" role="alert">
          <p>{t('home.unreadable', { reason: desk.unreadable.value })}</p>
          <button type="button" class="button second" onClick={() => location.reload()}>
            {t('home.reload')}
          </button>
        </div>
      )}
      {refused && (
        <p class="trouble" role="alert">
          {t('home.refused', { reason: refused.reason })}
        </p>
      )}
      {desk.damaged.value.length > 0 && <DamagedSessions />}
      {mended.value > 0 && (
        <p class="small mended" role="status">
          {t('home.mended', { n: mended.value })}
        </p>
      )}
    </>
  );
}

/** By title, for whom, and meeting; letters' case does not count. */
function matches({ details }: SessionSummary, sought: string): boolean {
  const text = [details.title, details.for, details.meeting].join('\n').toLocaleLowerCase();
  return text.includes(sought.trim().toLocaleLowerCase());
}
