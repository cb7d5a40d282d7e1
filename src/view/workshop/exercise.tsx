/** An exercise before it is run: what the tables read, what the rehearsal found, the minutes; and the way to run it. */
import { useState } from 'preact/hooks';
import { timesOf } from '../../session/workshop/times.ts';
import type { Edition } from '../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../context.ts';
import { fileName, saveFile } from '../hand-on/save.ts';
import { go, useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Fold } from '../parts/fold.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { useOnce } from '../parts/once.ts';
import { RunHead } from '../parts/run-head.tsx';
import { href } from '../routes.ts';
import { RemoveEdition, StartDraft } from './edit/drafts.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { Sheet } from './sheet.tsx';
import { roomHref, textsOf } from './words.ts';

export function ExercisePage({ edition }: { edition: Edition }) {
  const app = useBrief();
  const { t, workshop } = app;
  const { exercise } = edition;
  const { texts, lang } = textsOf(app, exercise);
  const heading = useHeading(texts.title, `workshop ${edition.digest}`);
  const [said, setSaid] = useState('');
  const begin = useOnce(async () => {
    const made = await workshop.peek()?.openRoom(exercise);
    if (made === undefined || 'refused' in made) {
      setSaid(t('workshop.notSaved'));
      return undefined;
    }
    go(roomHref('collect', made.id));
    return 'gone';
  });
  const save = async () => {
    const own = workshop.peek();
    if (own === undefined) return;
    const name = fileName('', texts.title, new Date());
    const { outcome } = await saveFile(async () => own.writeExercise(exercise), name);
    const words = t('handing.outcome', { outcome, name });
    setSaid(words);
    announce(words);
  };
  return (
    <Frame
      class="workshop-screen"
      bar={
        <>
          <BackBar />
          <span class="room" />
          <button type="button" class="button first" onClick={begin}>
            {t('workshop.begin')}
          </button>
        </>
      }
    >
      <div class="page workshop">
        <RunHead />
        <h1 tabIndex={-1} ref={heading} lang={lang}>
          {texts.title}
        </h1>
        <p>
          <span class="mark-word">{t('app.hypothetical')}</span>{' '}
          <small>{t('edit.edition', { code: workshop.value?.ballotCode(edition, 1) ?? '' })}</small>
        </p>
        <p class="lead" lang={lang}>
          {texts.objective}
        </p>
        {said && (
          <p class="said" role="status">
            {said}
          </p>
        )}
        <section>
          <h2 class="group">{t('workshop.beforehand')}</h2>
          <p>{t('workshop.beforehandIs')}</p>
          <p class="choices">
            <button type="button" class="button second" onClick={() => void save()}>
              {t('workshop.saveExercise')}
            </button>
          </p>
        </section>
        <section>
          <h2 class="group">{t('paper.title')}</h2>
          <p>{t('paper.openIs')}</p>
          <p class="choices">
            <a
              class="button second"
              href={href({ name: 'workshop', part: 'paper', id: edition.digest, item: '' })}
            >
              {t('paper.open')}
            </a>
          </p>
        </section>
        <section>
          <h2 class="group">{t('edit.own')}</h2>
          <p>{t(edition.shipped ? 'edit.copyIs' : 'edit.changeIs')}</p>
          <StartDraft from={edition} label={t(edition.shipped ? 'edit.copy' : 'edit.change')} />
          {!edition.shipped && <RemoveEdition edition={edition} title={texts.title} />}
        </section>
        <Rehearsal exercise={exercise} />
        <Times edition={edition} />
        <section>
          <h2 class="group">{t('workshop.sheet')}</h2>
          <Fold summary={t('workshop.readSheet')}>
            <Sheet exercise={exercise} level={3} />
          </Fold>
          <Fold summary={t('workshop.roles', { n: exercise.roles.length })}>
            <dl class="cards" lang={lang}>
              {exercise.roles.map((id) => (
                <div key={id}>
                  <dt>{texts.roles[id]?.name}</dt>
                  <dd>{texts.roles[id]?.card}</dd>
                </div>
              ))}
            </dl>
          </Fold>
          <Fold summary={t('workshop.hopes')}>
            <ul class="dashed" lang={lang}>
              {texts.hopes.map((hope) => (
                <li key={hope}>{hope}</li>
              ))}
            </ul>
          </Fold>
        </section>
      </div>
    </Frame>
  );
}

function Times({ edition: { exercise } }: { edition: Edition }) {
  const { t } = useApp();
  const { steps, total } = timesOf(exercise);
  return (
    <section>
      <h2 class="group">{t('workshop.minutes', { n: total })}</h2>
      <Fold summary={t('workshop.plan')}>
        <table class="plan">
          <thead>
            <tr>
              <th scope="col">{t('workshop.begins')}</th>
              <th scope="col">{t('workshop.step')}</th>
              <th scope="col">{t('workshop.lasts')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, begins, minutes }) => (
              <tr key={step}>
                <td class="num">{begins}</td>
                <th scope="row">{t('workshop.stepName', { step })}</th>
                <td class="num">{minutes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Fold>
    </section>
  );
}
