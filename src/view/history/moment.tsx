/** How the session stood after some of its entries, and the ways to step from one moment to the next. */
import { useMemo, useState } from 'preact/hooks';
import { type OpenSession, stripOrder } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { sayDay, sayTime } from '../dates.ts';
import { factsOf } from '../facts.ts';
import { freeTitle } from '../home/titles.ts';
import { faceOf } from '../modality.ts';
import { go } from '../navigation.ts';
import { Fold } from '../parts/fold.tsx';
import { Shape } from '../parts/shape.tsx';
import { answerInWords, questionTitle } from '../question/answer-words.ts';
import { href, sessionHref } from '../routes.ts';

interface MomentProps {
  session: OpenSession;
  /** So many entries count; all of them is now. */
  count: number;
  onStep: (to: number) => void;
}

export function Moment({ session, count, onStep }: MomentProps) {
  const app = useBrief();
  const { pack, t, desk, language } = app;
  const [refused, setRefused] = useState(false);
  const entries = session.entries.value;
  const isNow = count >= entries.length;
  const isOfHere = session.state.value.pack.hash === pack.hash;
  const then = useMemo(
    // What is not taken over yet is judged by the version that it names, now too.
    () => (isNow && isOfHere ? session : desk.asOf(session.id, entries.slice(0, count))),
    [session, entries, count],
  );
  const time = new Date(entries[count - 1]?.time ?? '');
  const day = sayDay(time, language.value, true);
  const fork = async () => {
    const title = freeTitle(
      t('history.forked', { title: session.state.value.details.title, day }),
      desk.sessions.peek(),
    );
    const made = await desk.keep({ from: session.id, situation: then.situation.peek(), title });
    if ('id' in made) go(sessionHref(made.id, 'overview'));
    else setRefused(true);
  };
  return (
    <section class={isNow ? 'moment' : 'moment is-past'}>
      <p class="steps">
        <button type="button" class="word" aria-disabled={count <= 1} onClick={() => onStep(count - 1)}>
          {t('history.earlier')}
        </button>
        <input
          type="range"
          aria-label={t('history.moment')}
          min={1}
          max={entries.length}
          value={count}
          aria-valuetext={`${t('history.of', { n: count, all: entries.length })}, ${day} ${sayTime(time, language.value)}`}
          onInput={(event) => onStep(Number(event.currentTarget.value))}
        />
        <button type="button" class="word" aria-disabled={isNow} onClick={() => onStep(count + 1)}>
          {t('history.later')}
        </button>
        <button type="button" class="word" aria-disabled={isNow} onClick={() => onStep(entries.length)}>
          {t('history.toNow')}
        </button>
      </p>
      <p class="when">
        {isNow ? t('history.now') : t('history.then', { day, time: sayTime(time, language.value) })}
      </p>
      {then.state.value.pack.hash !== pack.hash && (
        <p class="small">
          {t(desk.older(then.state.value.pack) ? 'history.judgedThen' : 'history.judgedNow', {
            version: then.state.value.pack.version,
          })}
        </p>
      )}
      <Advised session={then} />
      {!isNow && (
        <>
          <Fold summary={t('history.answersThen', { n: Object.keys(then.state.value.answers).length })}>
            <Answers session={then} />
          </Fold>
          {refused && (
            <p class="problem" role="alert">
              {t('history.refused')}
            </p>
          )}
          <p class="ways">
            <a class="word go" href={href({ name: 'compare', item: `${session.id}@${count},${session.id}` })}>
              {t('history.compare')}
            </a>
            <button type="button" class="word go" onClick={() => void fork()}>
              {t('history.fork')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function Advised({ session }: { session: OpenSession }) {
  const { pack, t, desk, say, explain } = useBrief();
  // The words of an older version's reasons are not those of this one.
  const isByThen = desk.older(session.state.value.pack) !== undefined;
  return (
    <ul class="advised">
      {stripOrder(pack).map((id) => {
        const output = pack.outputs.find((one) => one.id === id);
        const status = session.evaluation.value.verdicts[id]?.status;
        if (output === undefined || status === undefined) return null;
        return (
          <li key={id}>
            <Shape status={status} weak={session.restsOnWeak(id).length > 0} />
            <span>
              <span class={faceOf(output, status)}>{say.title(output, status)}</span>{' '}
              <small>
                {isByThen
                  ? say.stateWord(output, status)
                  : t('history.state', {
                      state: say.stateWord(output, status),
                      reason: explain.reason(output, factsOf(session, id), 60),
                    })}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Answers({ session }: { session: OpenSession }) {
  const app = useBrief();
  const { pack } = app;
  const { answers } = session.state.value;
  return (
    <ul class="answers-then">
      {pack.questions.map((question) => {
        const answer = answers[question.id];
        if (answer === undefined) return null;
        return (
          <li key={question.id}>
            <span class="brief">
              {question.number} {questionTitle(app, question)}
            </span>{' '}
            <b>{answerInWords(app, question, answer)}</b>
          </li>
        );
      })}
    </ul>
  );
}
