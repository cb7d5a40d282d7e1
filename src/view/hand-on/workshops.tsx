/** Exercises, rooms and tables' work that a backup would bring, each with how it stands to ours, and the choice. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { IncomingRecord } from '../../session/workshop/backed.ts';
import { useApp } from '../context.ts';
import { Choice } from '../readings/choice.tsx';
import '../parts/options.css';

interface WorkshopsPreviewProps {
  name: string;
  incoming: readonly IncomingRecord[];
  onDone: (words: string) => void;
}

export function WorkshopsPreview({ name, incoming, onDone }: WorkshopsPreviewProps) {
  const { t, workshop, language } = useApp();
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [trouble, setTrouble] = useState('');
  /** So many were taken in before that. */
  const [before, setBefore] = useState(0);
  const [working, setWorking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  // Where something here would go, it stays unless one says so.
  const isTaken = (one: IncomingRecord) => choices.get(one.name) ?? one.standing !== 'differs';
  const open = incoming.filter(({ standing }) => standing !== 'same' && standing !== 'unread');
  const count = (standing: IncomingRecord['standing']) =>
    incoming.filter((one) => one.standing === standing).length;
  const chosen = open.filter(isTaken);

  const takeIn = async () => {
    setWorking(true);
    setBefore(0);
    const refused = (await workshop.peek()?.restore(chosen, setBefore)) ?? 'unknown';
    setWorking(false);
    if (refused === '') onDone(t('backed.takenIn', { n: chosen.length }));
    else setTrouble(refused);
  };

  return (
    <section class="preview-file">
      <h2 class="sans" tabIndex={-1} ref={heading}>
        {t('backed.title', { name })}
      </h2>
      {(count('same') > 0 || count('unread') > 0) && (
        <p class="quiet">{t('backed.sum', { same: count('same'), unread: count('unread') })}</p>
      )}
      {open.map((one) => (
        <article class="incoming" key={one.name}>
          <h3 class="sans">{nameOf(one)}</h3>
          <fieldset class="options one">
            <legend>{t('backed.standing', { standing: one.standing })}</legend>
            <div class="rows">
              {[true, false].map((take) => (
                <Choice
                  key={String(take)}
                  name={`take-${one.name}`}
                  chosen={isTaken(one) === take}
                  onChoose={() => setChoices((now) => new Map([...now, [one.name, take]]))}
                >
                  {t('backed.take', { take: take ? 'yes' : 'no', standing: one.standing })}
                </Choice>
              ))}
            </div>
          </fieldset>
        </article>
      ))}
      {trouble !== '' && (
        <p class="problem" role="alert">
          {t('home.refused', { reason: trouble })} {t('backed.takenBefore', { n: before })}
        </p>
      )}
      <p class="choices">
        <button
          type="button"
          class="button first"
          disabled={chosen.length === 0 || working}
          onClick={() => void takeIn()}
        >
          {t('backed.takeIn', { n: chosen.length })}
        </button>
        <button type="button" class="button second" onClick={() => onDone(t('backed.takenIn', { n: 0 }))}>
          {t('handing.notNow')}
        </button>
      </p>
    </section>
  );

  function nameOf(one: IncomingRecord): string {
    if (one.kind === 'unread') return '';
    const { texts, language: written } = one.exercise;
    const title = (texts[language.value] ?? texts[written])?.title ?? '';
    const table = one.kind === 'table' ? one.work.handIn.table : 0;
    return t('backed.name', { kind: one.kind, title, table });
  }
}
