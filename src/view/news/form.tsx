/** What happened, where one has it from, when, and which questions it touches. */
import { useRef, useState } from 'preact/hooks';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { calendarDay } from '../dates.ts';
import { go } from '../navigation.ts';
import { newId } from '../new-id.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { announce } from '../parts/live.tsx';
import { Tick } from '../parts/tick.tsx';
import { questionTitle } from '../question/answer-words.ts';
import { sessionHref } from '../routes.ts';

const FIELDS = ['date', 'source', 'what', 'questions'] as const;
type Field = (typeof FIELDS)[number];

const FIRST_DAY = '1990-01-01';
const LONGEST = { source: 200, what: 2000 };

export function NewsForm({ session }: { session: OpenSession }) {
  const app = useApp();
  const { t, desk, words } = app;
  const today = calendarDay(new Date());
  const [text, setText] = useState({ date: today, source: '', what: '' });
  const [questions, setQuestions] = useState<readonly string[]>([]);
  /** A new list at each try, so that the summary takes the focus again. */
  const [wrong, setWrong] = useState<Field[]>([]);
  const date = useRef<HTMLInputElement>(null);

  const keep = async (event: Event) => {
    event.preventDefault();
    const source = text.source.trim();
    const what = text.what.trim();
    const ok: Record<Field, boolean> = {
      date: date.current?.validity.badInput !== true && text.date >= FIRST_DAY && text.date <= today,
      source: source !== '',
      what: what !== '',
      questions: questions.length > 0,
    };
    const found = FIELDS.filter((field) => !ok[field]);
    setWrong(found);
    if (found.length > 0) return;
    const id = newId();
    const inOrder = desk.pack.questions.map((question) => question.id);
    const touched = inOrder.filter((question) => questions.includes(question));
    void session.keepNews({ id, date: text.date, source, what, questions: touched });
    announce(t('news.kept'));
    go(sessionHref(session.id, 'news', id));
  };
  // From what there is by then: two quick taps can come before the screen is drawn again.
  const toggle = (id: string) =>
    setQuestions((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id]));
  const field = (name: Exclude<Field, 'questions'>) => ({
    class: 'input',
    id: `news-${name}`,
    value: text[name],
    'aria-invalid': wrong.includes(name),
    'aria-describedby': wrong.includes(name) ? `news-${name}-problem` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setText((now) => ({ ...now, [name]: value }));
    },
  });
  const problem = (name: Field) =>
    wrong.includes(name) && (
      <p class="problem" id={`news-${name}-problem`}>
        {t('news.problem', { field: name })}
      </p>
    );
  const [firstQuestion] = desk.pack.questions;
  return (
    <form id="news" noValidate onSubmit={(event) => void keep(event)}>
      <ErrorSummary
        attempt={wrong}
        errors={wrong.map((name) => ({
          field: name === 'questions' ? `news-question-${firstQuestion?.id}` : `news-${name}`,
          text: t('news.problem', { field: name }),
        }))}
      />
      <div class="field">
        <label for="news-what">{t('news.what')}</label>
        {problem('what')}
        <textarea autoComplete="off" rows={3} maxLength={LONGEST.what} {...field('what')} />
      </div>
      <div class="field">
        <label for="news-source">{t('news.source')}</label>
        {problem('source')}
        <input type="text" autoComplete="off" maxLength={LONGEST.source} {...field('source')} />
      </div>
      <div class="field">
        <label for="news-date">{t('news.date')}</label>
        {problem('date')}
        <input type="date" max={today} ref={date} {...field('date')} />
      </div>
      <fieldset class="options several" aria-describedby="news-hint">
        <legend>{t('news.questions')}</legend>
        <p class="small quiet" id="news-hint">
          {t('news.questionsHint')}
        </p>
        {problem('questions')}
        {desk.pack.sections.map((section) => (
          <div key={section} class="of-section">
            <h2 class="label">{words.value.sections[section]}</h2>
            <div class="rows">
              {desk.pack.questions
                .filter((question) => question.section === section)
                .map((question) => (
                  <div class="option" key={question.id}>
                    <label>
                      <input
                        type="checkbox"
                        id={`news-question-${question.id}`}
                        checked={questions.includes(question.id)}
                        onChange={() => toggle(question.id)}
                      />
                      <span class="box">
                        <Tick />
                      </span>
                      <span class="text">
                        <span class="label-text">
                          {question.number} {questionTitle(app, question)}
                        </span>
                      </span>
                    </label>
                  </div>
                ))}
            </div>
          </div>
        ))}
      </fieldset>
    </form>
  );
}
