/** The situation sheet with its graded sources: what every table reads, on the screen and on paper. */
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { useBrief } from '../context.ts';
import { textsOf } from './words.ts';

/** @param level of its headings, under that of where it stands */
export function Sheet({ exercise, level }: { exercise: Exercise; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const app = useBrief();
  const { t } = app;
  const { texts, lang } = textsOf(app, exercise);
  return (
    <div class="sheet">
      <div lang={lang}>
        {texts.situation.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <Heading class="label">{t('workshop.sources')}</Heading>
      <ul class="ruled sources-of">
        {exercise.sources.map(({ id, reliability, credibility }) => (
          <li key={id}>
            <b lang={lang}>{texts.sources[id]?.name}</b>
            <small>
              {t('evidence.reliabilityName', { grade: reliability })}
              {t('explain.semicolon')}
              {t('evidence.credibilityName', { grade: `g${credibility}` })}
            </small>
            <p lang={lang}>{texts.sources[id]?.says}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
