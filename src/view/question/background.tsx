/** Under the options: why it is asked, how to find out, what the brief says on it, and how the text can be read. */
import type { Pack, Question } from '../../engine/pack.ts';
import type { PackWords } from '../../engine/words.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { Locator } from '../parts/locator.tsx';
import { sessionHref } from '../routes.ts';
import { readingsHere } from './readings-here.ts';
import './question.css';

interface BackgroundProps {
  session: OpenSession;
  question: Question;
}

export function Background({ session, question }: BackgroundProps) {
  const { pack, t, words } = useBrief();
  const here = words.value.questions[question.id];
  const readings = readingsHere(pack, question);
  return (
    <>
      <div class="background">
        <section>
          <h2 class="label">{t('question.why')}</h2>
          <p>{here?.why}</p>
        </section>
        <section>
          <h2 class="label">{t('question.findOut')}</h2>
          <p>
            {here?.findOut} <FindOutMark question={question} />
          </p>
        </section>
      </div>
      {question.statements.length > 0 && (
        <ul class="statements" aria-label={t('question.statements')}>
          {question.statements.map((statement) => (
            <li key={statement}>
              <Locator statement={statement} />
              <p class="brief">{words.value.statements[statement]}</p>
            </li>
          ))}
        </ul>
      )}
      {readings.length > 0 && (
        <div class="readings-here">
          <p class="label">{t('question.readings')}</p>
          <ul>
            {readings.map((reading) => (
              <li key={reading}>
                <a
                  class="word"
                  href={sessionHref(session.id, 'readings', reading, `question/${question.id}`)}
                >
                  {readingTitle(pack, words.value, reading)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Whose hint it is, where it is not the brief's. */
function FindOutMark({ question }: { question: Question }) {
  const { t } = useApp();
  switch (question.findOut) {
    case 'hint':
      return <span class="quiet">{t('question.hint')}</span>;
    case 'outside':
      return <span class="quiet">{t('question.outside')}</span>;
    case 'brief':
      return null;
  }
}

function readingTitle(pack: Pack, words: PackWords, id: string): string {
  const isReading = pack.readings.some((reading) => reading.id === id);
  return (isReading ? words.readings[id]?.title : words.remarks[id]?.title) ?? id;
}
