/** Answers that a link or a QR code brings: shown first; taken, they become a new session and touch no other. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AnswersCode } from '../../session/hand-on/answers.ts';
import { useApp, useBrief } from '../context.ts';
import { sayDay } from '../dates.ts';
import { freeTitle } from '../home/titles.ts';
import { go, useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { Strip } from '../parts/shape.tsx';
import { answerInWords, questionTitle } from '../question/answer-words.ts';
import { sessionHref } from '../routes.ts';
import './hand-on.css';
import { forgetParts, withEarlier } from './parts-store.ts';

export function Answers({ code }: { code: string }) {
  const { t, handOn, language } = useApp();
  const heading = useHeading(t('handing.answersTitle'), `answers ${code}`);
  const [parts, setParts] = useState<string[]>([]);
  useEffect(() => {
    let here = true;
    void withEarlier(code).then((all) => here && setParts(all));
    return () => {
      here = false;
    };
  }, [code]);
  const found = useMemo(() => {
    const own = handOn.value;
    // Until they are read, and those of the address before.
    if (!parts.includes(code)) return undefined;
    const joined = own?.join(parts);
    if (joined === undefined || !('code' in joined)) return joined;
    return own?.readCode(joined.code);
  }, [parts, code, language.value]);
  const said = found !== undefined && 'said' in found ? found.said : undefined;
  return (
    <Frame
      class="answers-screen"
      bar={
        <>
          <BackBar />
          <span class="room" />
          {said && <Begin said={said} />}
        </>
      }
    >
      <div class="page answers-of">
        {said && <RunHead />}
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('handing.answersTitle')}
        </h1>
        {found !== undefined && 'missing' in found && (
          <p class="lead" role="status">
            {t('handing.missingParts', {
              n: found.missing.length,
              of: found.of,
              list: found.missing.join(', '),
            })}
          </p>
        )}
        {found !== undefined && 'problem' in found && (
          <p class="trouble" role="alert">
            {t('handing.codeProblem', { code: found.problem })}
          </p>
        )}
        {said && <Said said={said} />}
      </div>
    </Frame>
  );
}

function Begin({ said }: { said: AnswersCode }) {
  const { t, desk, handOn, language } = useApp();
  const [refused, setRefused] = useState('');
  const begin = async () => {
    const today = sayDay(new Date(), language.value, false);
    const title = freeTitle(t('handing.answersOf', { day: today }), [
      ...desk.sessions.peek(),
      ...desk.deleted.peek(),
    ]);
    const made = await handOn.value?.begin(said, title);
    if (made === undefined) return;
    if ('refused' in made) return setRefused(made.refused);
    void forgetParts();
    go(sessionHref(made.id, 'overview'), 'replace');
  };
  return (
    <>
      {refused && (
        <p class="problem" role="alert">
          {t('home.refused', { reason: refused })}
        </p>
      )}
      <button type="button" class="button first" onClick={() => void begin()}>
        {t('handing.begin')}
      </button>
    </>
  );
}

function Said({ said }: { said: AnswersCode }) {
  const app = useBrief();
  const { pack, t, words, say, handOn } = app;
  const { situation, handling, origin, unchecked } = said;
  const strip = handOn.value?.judgeCode(said) ?? [];
  const answered = pack.questions.filter(({ id }) => situation.answers[id] !== undefined);
  const readings = pack.readings.filter(({ id }) => situation.readings[id] !== undefined);
  const out = Object.values(situation.ruledOut).flat().length;
  return (
    <>
      <p class="lead">{t('handing.answersLead', { n: answered.length })}</p>
      <p class="verdicts">
        <Strip items={strip} outputs={pack.outputs} />
        <small>{say.tally(strip.map(({ status }) => status))}</small>
        {handling && (
          <span class="handling" lang="en">
            {handling}
          </span>
        )}
        {origin.kind === 'hypothetical' && <span class="mark-word">{t('app.hypothetical')}</span>}
      </p>
      <ol class="answer-list">
        {answered.map((question) => (
          <li key={question.id}>
            <span class="num">{question.number}</span>
            <span>
              <span class="asked">{questionTitle(app, question)}</span>
              <b>{answerInWords(app, question, situation.answers[question.id] ?? '')}</b>
              {unchecked.includes(question.id) && <small> {t('explain.unchecked')}</small>}
            </span>
          </li>
        ))}
      </ol>
      {readings.length > 0 && (
        <ul class="small">
          {readings.map(({ id }) => {
            const of = words.value.readings[id];
            return (
              <li key={id}>
                {t('note.changedReading', {
                  title: of?.title ?? id,
                  now: of?.letters[situation.readings[id] ?? ''] ?? t('note.readingOpen'),
                  before: '',
                })}
              </li>
            );
          })}
        </ul>
      )}
      {out > 0 && <p class="small">{t('handing.ruledOut', { n: out })}</p>}
    </>
  );
}
