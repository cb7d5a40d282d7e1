/** News that changes the situation: its words, the word that opens it, what it settles, what it asks to look at again. */
import type { Inject } from '../../../engine/exercise/exercise.ts';
import { withOneMore, withoutOne, withTexts } from '../../../session/workshop/draft.ts';
import { useApp, useBrief } from '../../context.ts';
import { questionTitle } from '../../question/answer-words.ts';
import { ChoiceList } from '../choice-list.tsx';
import { CheckField, TypedField } from './fields.tsx';
import { fieldOf } from './places.ts';
import type { SectionProps } from './section.ts';
import { Drop, worded } from './texts.tsx';

const TITLE = 120;
const WORD = 24;
const PARAGRAPH = 3000;

export function News(props: SectionProps) {
  const { t } = useApp();
  const { draft, change } = props.work;
  return (
    <section id="injects" tabIndex={-1}>
      <p>{t('edit.newsIs')}</p>
      {draft.exercise.injects.map((inject, i) => (
        <One key={inject.id} {...props} inject={inject} n={i + 1} />
      ))}
      <p class="choices">
        <button
          type="button"
          class="button second"
          onClick={() => change((now) => withOneMore(now, 'injects'))}
        >
          {t('edit.more', { kind: 'injects' })}
        </button>
      </p>
    </section>
  );
}

function One({ work: { draft, change }, tag, inject, n }: SectionProps & { inject: Inject; n: number }) {
  const app = useBrief();
  const { pack, t } = app;
  const { exercise } = draft;
  const { id, answers, touches } = inject;
  const words = exercise.texts[tag]?.injects[id];
  const first = tag === exercise.language ? undefined : exercise.texts[exercise.language]?.injects[id];
  const mend = (next: (before: Inject) => Partial<Inject>) =>
    change((now) => ({
      ...now,
      injects: now.injects.map((one) => (one.id === id ? { ...one, ...next(one) } : one)),
    }));
  const write = (part: Partial<{ title: string; text: string }>) =>
    change((now) => withTexts(now, tag, { injects: worded(now.texts[tag]?.injects ?? {}, id, part) }));
  const settled = pack.questions.filter((question) => Object.hasOwn(answers, question.id));
  const left = pack.questions.filter((question) => !Object.hasOwn(answers, question.id));
  const open = left.filter((question) => exercise.questions.includes(question.id));
  const settle = (question: string) =>
    mend((now) => ({
      answers: { ...now.answers, [question]: [] },
      // What the news itself settles is not asked again.
      touches: now.touches.filter((one) => one !== question),
    }));
  return (
    <fieldset class="one-of fields">
      <legend class="label">{t('edit.nth', { kind: 'injects', n })}</legend>
      <TypedField
        id={fieldOf('injects', id, 'title')}
        label={t('edit.field', { name: 'newsTitle' })}
        original={first?.title}
        lang={tag}
        value={words?.title ?? ''}
        longest={TITLE}
        onType={(title) => write({ title })}
      />
      <TypedField
        id={fieldOf('injects', id, 'text')}
        label={t('edit.field', { name: 'newsText' })}
        original={first?.text}
        lang={tag}
        value={words?.text ?? ''}
        longest={PARAGRAPH}
        lines={5}
        onType={(text) => write({ text })}
      />
      <TypedField
        id={fieldOf('injects', id, 'word')}
        label={t('edit.field', { name: 'word' })}
        hint={t('edit.hint', { name: 'word' })}
        value={inject.word}
        longest={WORD}
        onType={(word) => mend(() => ({ word: word.trim() }))}
      />
      <label class="field">
        <span>{t('edit.settles')}</span>
        <select
          class="input"
          value=""
          onChange={(event) => event.currentTarget.value && settle(event.currentTarget.value)}
        >
          <option value="">{t('edit.choose')}</option>
          {left.map((question) => (
            <option key={question.id} value={question.id}>
              {question.number} {questionTitle(app, question)}
            </option>
          ))}
        </select>
      </label>
      {settled.map((question) => (
        <div key={question.id} class="settled">
          <ChoiceList
            question={question}
            answer={answers[question.id]}
            onAnswer={(answer) =>
              mend((now) => ({ answers: { ...now.answers, [question.id]: answer ?? [] } }))
            }
          />
          <button
            type="button"
            class="word"
            onClick={() =>
              mend((now) => ({
                answers: Object.fromEntries(
                  Object.entries(now.answers).filter(([one]) => one !== question.id),
                ),
              }))
            }
          >
            {t('edit.settlesNot', { number: question.number })}
          </button>
        </div>
      ))}
      {open.length > 0 && (
        <fieldset>
          <legend class="label">{t('edit.touches')}</legend>
          {open.map((question) => (
            <CheckField
              key={question.id}
              on={touches.includes(question.id)}
              label={`${question.number} ${questionTitle(app, question)}`}
              onTurn={(on) =>
                mend((now) => ({
                  touches: on
                    ? [...now.touches, question.id]
                    : now.touches.filter((one) => one !== question.id),
                }))
              }
            />
          ))}
        </fieldset>
      )}
      <Drop kind="injects" n={n} onDrop={() => change((now) => withoutOne(now, 'injects', id))} />
    </fieldset>
  );
}
