/** What keeps the exercise from being run, all of it, each with the way there; the rehearsal; and keeping it. */
import { useMemo, useState } from 'preact/hooks';
import type { ExerciseProblem } from '../../../engine/exercise/reading.ts';
import { endonym } from '../../../messages/choice.ts';
import { idsOf } from '../../../session/workshop/draft.ts';
import { useBrief } from '../../context.ts';
import { go } from '../../navigation.ts';
import { href } from '../../routes.ts';
import { Rehearsal } from '../rehearsal.tsx';
import type { DraftWork } from './draft-work.ts';
import { placeOf } from './places.ts';
import { editHref, titleOf } from './section.ts';
import { thrownAway } from './thrown.ts';

/** What the rehearsal reckons with. */
const RECKONED = /^(questions|answers|injects\[\d+\]\.(answers|touches))\b/;

export function Check({ work }: { work: DraftWork }) {
  const app = useBrief();
  const { t, workshop } = app;
  const { exercise, id } = work.draft;
  const [problem, setProblem] = useState('');
  const problems = useMemo(() => workshop.peek()?.check(exercise) ?? [], [exercise]);
  const throwAway = async () => {
    const draft = await work.settled();
    const removed = await workshop.peek()?.removeDraft(id);
    if (removed?.kind !== 'saved') return setProblem(t('workshop.notSaved'));
    thrownAway.value = {
      title: titleOf(draft) || t('edit.untitled'),
      bringBack: async () => (await workshop.peek()?.keepDraft(draft))?.kind === 'saved',
    };
    go(href({ name: 'workshop', part: 'start', id: '', item: '' }), 'replace');
  };
  return (
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <section>
        <h2 class="group">{t('edit.problems', { n: problems.length })}</h2>
        {problems.length === 0 ? (
          <p>{t('edit.sound')}</p>
        ) : (
          <ul class="ruled">
            {problems.map((one) => (
              <Problem key={`${one.path} ${one.fault}`} work={work} problem={one} />
            ))}
          </ul>
        )}
      </section>
      {problems.some(({ path }) => RECKONED.test(path)) ? (
        <section>
          <h2 class="group">{t('workshop.rehearsal')}</h2>
          <p>{t('edit.noRehearsal')}</p>
        </section>
      ) : (
        <Rehearsal exercise={exercise} />
      )}
      <section>
        <h2 class="group">{t('edit.keep')}</h2>
        <p>{t('edit.keepIs', { from: work.draft.from === '' ? 'new' : 'changed' })}</p>
        <p class="choices">
          <button type="button" class="button third" onClick={() => void throwAway()}>
            {t('edit.throwAway')}
          </button>
        </p>
      </section>
    </>
  );
}

function Problem({
  work: { draft },
  problem: { path, fault },
}: {
  work: DraftWork;
  problem: ExerciseProblem;
}) {
  const { pack, t } = useBrief();
  const { exercise, id } = draft;
  const place = placeOf(path, {
    sources: idsOf(exercise, 'sources'),
    roles: idsOf(exercise, 'roles'),
    injects: idsOf(exercise, 'injects'),
  });
  const number = pack.questions.find((one) => one.id === place.question)?.number ?? 0;
  const step = place.what.startsWith('minutes-') ? place.what.slice(8) : '';
  const where =
    step === ''
      ? t('edit.place', { what: place.what, n: place.n, number })
      : t('edit.minutesOf', { step: t('workshop.stepName', { step }) });
  // The language is named where there are several.
  const several = place.tag !== '' && Object.keys(exercise.texts).length > 1;
  return (
    <li>
      <a class="row-link" href={editHref(id, `${place.section}:${place.field}:${place.tag}`)}>
        <span>
          <b>{where}</b>
          {several && <span lang={place.tag}> ({endonym(place.tag)})</span>}
        </span>
        <span>{t('edit.fault', { fault, what: place.what })}</span>
      </a>
    </li>
  );
}
