/** Which questions are open to the tables, which the sheet settles and how, and which stay unknown to all. */
import type { Question } from '../../../engine/pack.ts';
import { type Standing, standingOf, withStanding } from '../../../session/workshop/draft.ts';
import { useBrief } from '../../context.ts';
import { questionTitle } from '../../question/answer-words.ts';
import { ChoiceList } from '../choice-list.tsx';
import type { DraftWork } from './draft-work.ts';
import type { SectionProps } from './section.ts';

const STANDINGS: readonly Standing[] = ['open', 'settled', 'unknown'];

export function Questions({ work }: SectionProps) {
  const { pack, t, words } = useBrief();
  const { exercise } = work.draft;
  return (
    <div id="questions" tabIndex={-1}>
      <p class="lead">{t('edit.questionsAre', { n: exercise.questions.length })}</p>
      {pack.sections.map((section) => (
        <section key={section}>
          <h2 class="group">{words.value.sections[section]}</h2>
          <ul class="ruled">
            {pack.questions
              .filter((question) => question.section === section)
              .map((question) => (
                <One key={question.id} work={work} question={question} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function One({ work: { draft, change }, question }: { work: DraftWork; question: Question }) {
  const app = useBrief();
  const { pack, t } = app;
  const { exercise } = draft;
  const standing = standingOf(exercise, question.id);
  const order = pack.questions.map(({ id }) => id);
  const label = `standing-${question.id}`;
  return (
    <li>
      <h3 class="asked" id={label} tabIndex={-1}>
        <span class="num quiet">{question.number}</span> {questionTitle(app, question)}
      </h3>
      <div class="taps" role="radiogroup" aria-labelledby={label}>
        {STANDINGS.map((one) => (
          <label key={one} class="tap">
            <input
              type="radio"
              name={`standing ${question.id}`}
              checked={one === standing}
              onChange={() => change((now) => withStanding(now, question.id, one, order))}
            />
            <span>{t('edit.standing', { standing: one })}</span>
          </label>
        ))}
      </div>
      {standing === 'settled' && (
        <ChoiceList
          question={question}
          answer={exercise.answers[question.id]}
          labelledBy={label}
          onAnswer={(answer) =>
            change((now) => ({ ...now, answers: { ...now.answers, [question.id]: answer ?? [] } }))
          }
        />
      )}
    </li>
  );
}
