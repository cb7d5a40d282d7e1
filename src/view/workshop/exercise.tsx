/** An exercise before it is run: what the tables read, what the rehearsal found, the minutes; and the way to run it. */
import { useMemo, useState } from 'preact/hooks';
import { timesOf } from '../../session/workshop/times.ts';
import type { Edition } from '../../session/workshop/workshop.ts';
import { useApp } from '../context.ts';
import { fileName, saveFile } from '../hand-on/save.ts';
import { go, useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Fold } from '../parts/fold.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { questionTitle } from '../question/answer-words.ts';
import { href } from '../routes.ts';
import { Sheet } from './sheet.tsx';
import { roomHref, textsOf } from './words.ts';

export function ExercisePage({ edition }: { edition: Edition }) {
  const app = useApp();
  const { t, workshop } = app;
  const { exercise } = edition;
  const { texts, lang } = textsOf(app, exercise);
  const heading = useHeading(texts.title, `workshop ${edition.digest}`);
  const [said, setSaid] = useState('');
  const begin = async () => {
    const made = await workshop.peek()?.openRoom(exercise);
    if (made === undefined) return;
    if ('id' in made) go(roomHref('collect', made.id));
    else setSaid(t('workshop.notSaved'));
  };
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
          <button type="button" class="button first" onClick={() => void begin()}>
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
          <span class="mark-word">{t('app.hypothetical')}</span>
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
        <Rehearsal edition={edition} />
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

/** What can change a verdict from here, and a warning of what cannot. */
function Rehearsal({ edition: { exercise, digest } }: { edition: Edition }) {
  const app = useApp();
  const { t, workshop, desk, words } = app;
  const [first, ...after] = useMemo(() => workshop.peek()?.rehearse(exercise) ?? [], [digest]);
  const { texts, lang } = textsOf(app, exercise);
  const names = (outputs: readonly string[]) => {
    const advice = outputs.filter((id) => desk.pack.outputs.find((one) => one.id === id)?.modality);
    const listed = advice.map((id) => words.value.outputs[id]?.name ?? id).join(t('explain.semicolon'));
    return t('workshop.turns', { n: advice.length, list: listed, more: outputs.length - advice.length });
  };
  return (
    <section>
      <h2 class="group">{t('workshop.rehearsal')}</h2>
      <p>{t('workshop.rehearsalIs')}</p>
      <ol class="ruled rehearsed">
        {first?.questions.map(({ question, outputs }) => {
          const of = desk.pack.questions.find(({ id }) => id === question);
          return (
            <li key={question}>
              <span class="num">{of?.number}</span>
              <span>
                {of && questionTitle(app, of)}
                <small class={outputs.length === 0 ? 'warned' : ''}>{names(outputs)}</small>
              </span>
            </li>
          );
        })}
      </ol>
      <h3 class="label">{t('workshop.injects')}</h3>
      <ul class="ruled rehearsed">
        {exercise.injects.map(({ id, word, touches }, i) => {
          const again = after[i]?.questions.filter(({ question }) => touches.includes(question)) ?? [];
          const outputs = [
            ...new Set([...(after[i]?.changes ?? []), ...again.flatMap((one) => one.outputs)]),
          ];
          return (
            <li key={id}>
              <span>
                <b lang={lang}>{texts.injects[id]?.title}</b>
                <small>{t('workshop.itsWord', { word })}</small>
                <small class={outputs.length === 0 ? 'warned' : ''}>{names(outputs)}</small>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
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
