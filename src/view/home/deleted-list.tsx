/** What was deleted, and can be brought back or removed for good. */
import { useRef, useState } from 'preact/hooks';
import type { SessionSummary } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { sayWhen } from '../dates.ts';
import { Boundary } from '../parts/boundary.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Fold } from '../parts/fold.tsx';
import { announce } from '../parts/live.tsx';

export function DeletedSessions() {
  const { desk, t } = useApp();
  const deleted = desk.deleted.value;
  if (deleted.length === 0) return null;
  return (
    <Fold summary={t('home.recentlyDeleted', { n: deleted.length })}>
      <ul class="deleted">
        {deleted.map((summary) => (
          <Boundary key={summary.id} as="li" id={summary.id}>
            <DeletedRow summary={summary} />
          </Boundary>
        ))}
      </ul>
    </Fold>
  );
}

function DeletedRow({ summary }: { summary: SessionSummary }) {
  const { desk, t, language } = useApp();
  const [asking, setAsking] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { id, deletedAt } = summary;
  const { title } = summary.details;
  const { day } = sayWhen(deletedAt, language.value, new Date());
  return (
    <li ref={row}>
      <span>
        {title} <small class="quiet">{t('home.deletedOn', { day })}</small>
      </span>
      <span class="choices">
        <button
          type="button"
          class="word"
          aria-label={t('home.bringBackOne', { title })}
          onClick={() => {
            beside(row.current)?.focus();
            void desk.restore(id);
            announce(t('home.broughtBack', { title }));
          }}
        >
          {t('home.bringBack')}
        </button>
        <button
          type="button"
          class="word"
          aria-label={t('home.deleteForGoodOne', { title })}
          onClick={() => setAsking(true)}
        >
          {t('home.deleteForGood')}
        </button>
      </span>
      {asking && (
        <DeleteForGood
          id={id}
          title={title}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            const next = beside(row.current);
            // After the dialog, which gives the focus back to what opened it.
            setTimeout(() => next?.focus());
          }}
        />
      )}
    </li>
  );
}

/** What has the focus is about to go: where it goes on, the next line, the one before, or what is above the list. */
function beside(row: HTMLLIElement | null): HTMLElement | null | undefined {
  const line = row?.nextElementSibling ?? row?.previousElementSibling;
  const above = row?.closest('main');
  return (
    line?.querySelector('button') ??
    above?.querySelector<HTMLElement>('.rows a') ??
    above?.querySelector('h1')
  );
}

interface DeleteForGoodProps {
  id: string;
  title: string;
  onClose: () => void;
  /** Confirmed; the session is about to go. */
  onConfirm?: () => void;
}

export function DeleteForGood({ id, title, onClose, onConfirm }: DeleteForGoodProps) {
  const { desk, t } = useApp();
  return (
    <Dialog title={t('home.deleteForGoodAsk', { title })} onClose={onClose}>
      <p>{t('home.deleteForGoodWhat')}</p>
      <div class="choices">
        <button type="button" class="button second" onClick={onClose}>
          {t('home.keep')}
        </button>
        <button
          type="button"
          class="button first"
          onClick={() => {
            onConfirm?.();
            onClose();
            void desk.removeForGood(id);
            announce(t('home.deletedForGood', { title }));
          }}
        >
          {t('home.deleteForGood')}
        </button>
      </div>
    </Dialog>
  );
}
