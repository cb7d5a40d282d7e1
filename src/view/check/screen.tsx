/** Check my data: whether everything stored here reads, a backup first, and what cannot be read saved as it lies there. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DataCheck, DataLine } from '../../session/data-check.ts';
import { useApp } from '../context.ts';
import { Backup } from '../hand-on/backup.tsx';
import '../hand-on/hand-on.css';
import { Outcome } from '../hand-on/outcome.tsx';
import { fileName, type SaveOutcome, saveFile } from '../hand-on/save.ts';
import { useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import type { LineState } from '../ready/lines.ts';
import { StateMark } from '../ready/mark.tsx';
import '../ready/ready.css';
import { sessionHref } from '../routes.ts';

/** Letters of an id that tell one session from another, where there is no title. */
const SHOWN = 8;

export function CheckScreen() {
  const { t, checkData, checkCopies } = useApp();
  const heading = useHeading(t('check.title'));
  const [found, setFound] = useState<DataCheck>();
  const sum = (check: DataCheck) => t('check.sum', { n: attentionTo(check) });

  async function look(mend?: boolean): Promise<void> {
    setFound(undefined);
    if (mend) await checkCopies(true).catch(() => undefined);
    const next = await checkData();
    setFound(next);
    if (mend !== undefined) announce(sum(next));
  }
  useEffect(() => void look(), []);

  return (
    <Frame class="ready-screen" bar={<BackBar />}>
      <div class="page ready files">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('check.title')}
        </h1>
        <p class={found && attentionTo(found) === 0 ? 'sum good' : 'sum'} role="status">
          {found ? sum(found) : t('check.looking')}
        </p>
        <p class="small quiet lead-in">{t('check.lead')}</p>
        <ul class="ready-lines" aria-busy={found === undefined}>
          {found && <Lines found={found} onMend={() => void look(true)} />}
        </ul>
        <p>
          <button
            type="button"
            class="button second"
            aria-disabled={found === undefined}
            onClick={() => found && void look(false)}
          >
            {t('check.again')}
          </button>
        </p>
        <Backup quiet={found === undefined || attentionTo(found) === 0} />
        <Raw />
      </div>
    </Frame>
  );
}

/** What the user is to know or do, each once. */
function attentionTo({ lines, damaged, unread, unreadable, copies }: DataCheck): number {
  return (
    lines.reduce((n, { hurt }) => n + hurt.length, 0) +
    damaged.length +
    unread.additions +
    unread.workshops +
    (unreadable === '' ? 0 : 1) +
    (copies !== undefined && copies.fault !== '' && copies.fault !== 'missing' ? 1 : 0)
  );
}

function Lines({ found, onMend }: { found: DataCheck; onMend: () => void }) {
  const { t } = useApp();
  const { lines, damaged, unread, unreadable, copies } = found;
  const unreadOf = (kind: DataLine['kind']) =>
    kind === 'session' ? damaged.length : kind === 'addition' ? unread.additions : 0;
  const copiesAre = copies === undefined || copies.fault === 'missing' ? 'once' : copies.fault || 'good';
  return (
    <>
      {unreadable !== '' && (
        <Line state="todo" kind="store">
          <p>{t('check.unreadable', { reason: unreadable })}</p>
        </Line>
      )}
      {lines.map((line) => {
        const { kind, read, hurt } = line;
        const lost = unreadOf(kind);
        // What nobody has needs no line; that there are no sessions is worth one.
        if (read + lost === 0 && kind !== 'session') return null;
        return (
          <Line key={kind} kind={kind} state={lost > 0 ? 'todo' : hurt.length > 0 ? 'know' : 'good'}>
            <p>{t(lost > 0 ? 'check.readSome' : 'check.read', { n: read })}</p>
            {kind === 'addition' && lost > 0 && <p>{t('check.unread', { n: lost })}</p>}
            <ul>
              {hurt.map((one) => (
                <li key={one.id}>
                  {kind === 'session' ? (
                    <a href={sessionHref(one.id, 'history')}>{one.title}</a>
                  ) : (
                    <b>{one.title}</b>
                  )}
                  {': '}
                  {t('check.hurt', { n: one.leftOut })}
                </li>
              ))}
              {kind === 'session' &&
                damaged.map(({ id, title, reason }) => (
                  <li key={id}>
                    <b>{title || t('home.damagedName', { id: id.slice(0, SHOWN) })}</b>{' '}
                    {t('check.damaged', { reason })}
                  </li>
                ))}
            </ul>
          </Line>
        );
      })}
      {unread.workshops > 0 && (
        <Line state="todo" kind="workshops">
          <p>{t('check.unread', { n: unread.workshops })}</p>
        </Line>
      )}
      <Line
        kind="copies"
        state={copiesAre === 'good' ? 'good' : copiesAre === 'once' ? 'know' : 'todo'}
        act={
          copiesAre !== 'once' &&
          copiesAre !== 'good' && (
            <button type="button" class="button second" onClick={onMend}>
              {t('check.mend')}
            </button>
          )
        }
      >
        <p>{t('check.copies', { is: copiesAre })}</p>
      </Line>
    </>
  );
}

interface LineProps {
  kind: string;
  state: LineState;
  act?: ComponentChildren;
  children: ComponentChildren;
}

function Line({ kind, state, act, children }: LineProps) {
  const { t } = useApp();
  return (
    <li class={state}>
      <StateMark state={state} />
      <div>
        <h2>{t('check.kind', { kind })}</h2>
        <p class="word-of-state">{t('ready.stateWord', { state })}</p>
        {children}
      </div>
      <p class="act">{act}</p>
    </li>
  );
}

function Raw() {
  const { t, locked, rawCopy, version } = useApp();
  const [outcome, setOutcome] = useState<SaveOutcome | 'making'>();
  const [failed, setFailed] = useState(0);
  const [name, setName] = useState('');
  const save = async () => {
    setOutcome('making');
    const at = new Date();
    const called = fileName('', t('check.rawName'), at, '.json');
    const { outcome: became } = await saveFile(async () => {
      const raw = await rawCopy();
      setFailed(raw.failed.length);
      const head = { format: 'waymark-raw', version: 1, written: at.toISOString(), app: version.app };
      return `${JSON.stringify({ ...head, ...raw })}\n`;
    }, called);
    setName(called);
    setOutcome(became);
    announce(t('handing.outcome', { outcome: became, name: called }));
  };
  return (
    <section>
      <h2 class="group">{t('check.rawTitle')}</h2>
      <p>{t(locked ? 'check.rawLocked' : 'check.raw')}</p>
      <p class="choices">
        <button
          type="button"
          class="button second"
          aria-disabled={outcome === 'making'}
          onClick={() => outcome !== 'making' && void save()}
        >
          {t('check.rawSave')}
        </button>
      </p>
      {outcome && (
        <Outcome outcome={outcome} name={name} locked={false}>
          {failed > 0 && t('check.rawFailed', { n: failed })}
        </Outcome>
      )}
    </section>
  );
}
