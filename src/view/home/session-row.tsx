/** One session: what it is, where it stands, when it was last changed, and what can be done with it. */
import { useId, useRef, useState } from 'preact/hooks';
import type { SessionSummary } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { sayWhen } from '../dates.ts';
import { Chevron } from '../parts/chevron.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { announce } from '../parts/live.tsx';
import { Strip } from '../parts/shape.tsx';
import { TitleField } from '../parts/title-field.tsx';
import { parseRoute, placeHref, sessionHref } from '../routes.ts';
import type { JustDeleted } from './deleted.tsx';
import { freeTitle } from './titles.ts';

interface SessionRowProps {
  summary: SessionSummary;
  /** The how-many-th it is of how many: not all of them need be on the page. */
  at: number;
  of: number;
  onDeleted: (session: JustDeleted) => void;
}

export function SessionRow({ summary, at, of, onDeleted }: SessionRowProps) {
  const { desk, t } = useApp();
  const [open, setOpen] = useState(false);
  const [doing, setDoing] = useState<'rename' | 'delete'>();
  const actions = useId();
  const more = useRef<HTMLButtonElement>(null);
  const { title } = summary.details;

  const rename = (next: string | undefined, byKey: boolean) => {
    setDoing(undefined);
    if (byKey) setTimeout(() => more.current?.focus());
    if (next === undefined) return undefined;
    announce(t('app.renamed', { title: next }));
    return desk.rename(summary.id, next);
  };
  const duplicate = async () => {
    const copy = freeTitle(t('home.copyOf', { title }), desk.sessions.peek());
    // Closed at once, so that a second press makes no second one.
    setOpen(false);
    const made = await desk.duplicate(summary.id, copy);
    announce(
      'id' in made ? t('home.duplicated', { title: copy }) : t('home.refused', { reason: made.refused }),
    );
    more.current?.focus();
  };
  const remove = () => {
    setDoing(undefined);
    void desk.delete(summary.id);
    onDeleted({ id: summary.id, title });
  };

  return (
    <li class="row" aria-posinset={at} aria-setsize={of}>
      {doing === 'rename' ? (
        <TitleField id={summary.id} class="input" title={title} onDone={rename} />
      ) : (
        <RowLink summary={summary} />
      )}
      <button
        type="button"
        class="more"
        ref={more}
        aria-expanded={open}
        aria-controls={actions}
        aria-label={t('home.more', { title })}
        onClick={() => setOpen(!open)}
      >
        <Chevron to={open ? 'up' : 'down'} />
      </button>
      <p class="actions" id={actions} hidden={!open}>
        <button type="button" class="word" onClick={() => setDoing('rename')}>
          {t('home.rename')}
        </button>
        <button type="button" class="word" onClick={() => void duplicate()}>
          {t('home.duplicate')}
        </button>
        <a class="word" href={sessionHref(summary.id, 'hand-on')}>
          {t('handing.giveRow')}
        </a>
        <button type="button" class="word" onClick={() => setDoing('delete')}>
          {t('home.delete')}
        </button>
      </p>
      {doing === 'delete' && (
        <Dialog title={t('home.deleteAsk', { title })} onClose={() => setDoing(undefined)}>
          <p>{t('home.deleteWhat')}</p>
          <div class="choices">
            <button type="button" class="button second" onClick={() => setDoing(undefined)}>
              {t('home.keep')}
            </button>
            <button type="button" class="button first" onClick={remove}>
              {t('home.delete')}
            </button>
          </div>
        </Dialog>
      )}
    </li>
  );
}

function RowLink({ summary }: { summary: SessionSummary }) {
  const { pack, t, say, language } = useBrief();
  const { id, details, place, changed, strip } = summary;
  const { day, time } = sayWhen(changed, language.value, new Date());
  return (
    <a class="open" href={placeHref(id, place)}>
      <span class="what">
        <b>{details.title}</b>
        <small>
          <Progress summary={summary} />
        </small>
      </span>
      <span class="verdicts">
        <Strip items={strip} outputs={pack.outputs} />
        <small>{say.tally(strip.map(({ status }) => status))}</small>
      </span>
      <small class="when">
        <time dateTime={changed}>{time ? t('home.dayAndTime', { day, time }) : day}</time>
      </small>
    </a>
  );
}

/** Where it stands, and what is particular about it: "4 questions left, goes on at 11; hypothetical". */
function Progress({ summary }: { summary: SessionSummary }) {
  const { pack, t } = useBrief();
  const { place, leftToSettle, origin, otherPack, restsOn, leftOut } = summary;
  const left = parseRoute(placeHref('x', place));
  const at = left.name === 'session' && left.view === 'question' ? left.item : '';
  const number = pack.questions.find((question) => question.id === at)?.number;
  const parts = [
    leftToSettle > 0 && number !== undefined
      ? t('home.leftAndAt', { n: leftToSettle, number: String(number) })
      : t('home.left', { n: leftToSettle }),
  ];
  if (restsOn !== '') parts.push(t('home.restsOn', { what: restsOn }));
  // That it is made up is never left out; that it began from the brief is said by what it rests on.
  if (origin.kind === 'hypothetical' || (restsOn === '' && origin.kind !== 'blank'))
    parts.push(t('home.origin', { kind: origin.kind }));
  if (otherPack) parts.push(t('home.otherPack'));
  if (leftOut > 0) parts.push(t('home.leftOut'));
  return <>{parts.join(t('explain.semicolon'))}</>;
}
