/** What a table reads before it answers: the sheet, news that was opened, and what it expects of the brief. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { openedBy } from '../../session/workshop/of-exercise.ts';
import { useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Fold } from '../parts/fold.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { withPrediction } from './answered.ts';
import { Prediction } from './prediction.tsx';
import { Sheet } from './sheet.tsx';
import { Spare } from './spare.tsx';
import { Head, type StepProps } from './table-step.tsx';
import { textsOf } from './words.ts';

export function Reading(props: StepProps & { children?: ComponentChildren }) {
  const { app, edition, work, keep, questions, to, children } = props;
  const { t } = app;
  const { exercise } = edition;
  const { texts, lang } = textsOf(app, exercise);
  const heading = useHeading(texts.title, `workshop table ${work.handIn.table}`);
  const first = questions[0];
  return (
    <Frame
      bar={
        <>
          <BackBar />
          <span class="room" />
          {first && (
            <a class="button first" href={to(first.id)}>
              {t('workshop.toQuestions')}
            </a>
          )}
        </>
      }
    >
      <div class="page workshop">
        <Head {...props} />
        <h1 tabIndex={-1} ref={heading} lang={lang}>
          {texts.title}
        </h1>
        <Sheet exercise={exercise} level={2} />
        {exercise.injects
          .filter(({ id }) => work.opened.includes(id))
          .map(({ id }) => (
            <section key={id} class="news-card">
              <h2 class="group" lang={lang}>
                {texts.injects[id]?.title}
              </h2>
              <p lang={lang}>{texts.injects[id]?.text}</p>
            </section>
          ))}
        {work.turn === undefined && <OpenInject {...props} />}
        {work.turn === undefined && <Spare {...props} />}
        {exercise.prediction && work.handIn.round === 1 && (
          <Prediction
            predicted={work.handIn.predicted}
            onPredict={(predicted) => void keep({ ...work, handIn: withPrediction(work.handIn, predicted) })}
          />
        )}
        {children}
      </div>
    </Frame>
  );
}

/** Sealed until its word is said in the room. */
function OpenInject({ app, edition: { exercise }, work, keep }: StepProps) {
  const { t } = app;
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  if (exercise.injects.every(({ id }) => work.opened.includes(id))) return null;
  const open = () => {
    const inject = openedBy(field.current?.value ?? '', exercise);
    if (inject === undefined || work.opened.includes(inject.id)) return setProblem(t('workshop.noSuchWord'));
    setProblem('');
    if (field.current) field.current.value = '';
    const { texts } = textsOf(app, exercise);
    announce(t('workshop.opened', { title: texts.injects[inject.id]?.title ?? inject.id }));
    void keep({ ...work, opened: [...work.opened, inject.id] });
  };
  return (
    <Fold summary={t('workshop.newsWord')}>
      <form
        class="code-form"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <label class="field">
          <span>{t('workshop.word')}</span>
          <input
            class="input"
            ref={field}
            autoComplete="off"
            spellcheck={false}
            maxLength={30}
            aria-invalid={problem !== ''}
          />
        </label>
        <button type="submit" class="button second">
          {t('workshop.openNews')}
        </button>
      </form>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </Fold>
  );
}
