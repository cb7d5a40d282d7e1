/** Exercises that are being written, and the way to a new one. */
import { useState } from 'preact/hooks';
import type { Edition } from '../../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../../context.ts';
import { go } from '../../navigation.ts';
import { useOnce } from '../../parts/once.ts';
import { href } from '../../routes.ts';
import { editHref, titleOf } from './section.ts';
import { thrownAway } from './thrown.ts';

export function Drafts() {
  const app = useBrief();
  const { t, workshop } = app;
  const drafts = workshop.value?.drafts.value ?? [];
  const thrown = thrownAway.value;
  const bringBack = async () => {
    if (await thrown?.bringBack()) thrownAway.value = undefined;
  };
  return (
    <>
      {drafts.length > 0 && (
        <>
          <h3 class="label">{t('edit.drafts')}</h3>
          <ul class="ruled">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <a class="row-link" href={editHref(draft.id)}>
                  <b lang={draft.exercise.language}>{titleOf(draft) || t('edit.untitled')}</b>
                  <small>{t('edit.goOn')}</small>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {thrown && (
        <p class="said">
          {t('edit.thrown', { title: thrown.title })}{' '}
          <button type="button" class="word" onClick={() => void bringBack()}>
            {t('edit.bringBack')}
          </button>
        </p>
      )}
      <StartDraft label={t('edit.new')} />
    </>
  );
}

/** @param from the edition to change or to copy; a new exercise without one */
export function StartDraft({ from, label }: { from?: Edition; label: string }) {
  const { t, workshop, language } = useApp();
  const [problem, setProblem] = useState(false);
  const start = useOnce(async () => {
    const own = workshop.peek();
    if (own === undefined) return undefined;
    const draft = own.startDraft(from, language.peek());
    const kept = await own.keepDraft(draft);
    setProblem(kept.kind !== 'saved');
    if (kept.kind !== 'saved') return undefined;
    go(editHref(draft.id));
    return 'gone';
  });
  return (
    <p class="choices">
      <button type="button" class="button second" onClick={start}>
        {label}
      </button>
      {problem && (
        <span class="problem" role="alert">
          {t('workshop.notSaved')}
        </span>
      )}
    </p>
  );
}

/** An exercise of one's own can be taken away; its rooms keep it. */
export function RemoveEdition({ edition, title }: { edition: Edition; title: string }) {
  const { t, workshop } = useApp();
  const [problem, setProblem] = useState(false);
  const remove = async () => {
    const removed = await workshop.peek()?.removeExercise(edition.digest);
    if (removed?.kind !== 'saved') return setProblem(true);
    thrownAway.value = {
      title,
      bringBack: async () => (await workshop.peek()?.keepExercise(edition.exercise))?.kind === 'saved',
    };
    go(href({ name: 'workshop', part: 'start', id: '', item: '' }), 'replace');
  };
  return (
    <p>
      <button type="button" class="word" onClick={() => void remove()}>
        {t('edit.remove')}
      </button>
      {problem && (
        <span class="problem" role="alert">
          {t('workshop.notSaved')}
        </span>
      )}
    </p>
  );
}
