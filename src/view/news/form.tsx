/** What happened, where one has it from, when, and which questions it touches. */
import { useRef, useState } from 'preact/hooks';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { calendarDay } from '../dates.ts';
import { go } from '../navigation.ts';
import { newId } from '../new-id.ts';
import { Brought } from '../parts/brought.tsx';
import { dayIn, dayProblem } from '../parts/day.ts';
import { DayField } from '../parts/day-field.tsx';
import { useDraft } from '../parts/draft.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { type FieldIds, FieldRow } from '../parts/field-row.tsx';
import { announce } from '../parts/live.tsx';
import { useOnce } from '../parts/once.ts';
import { Tick } from '../parts/tick.tsx';
import { tooLong } from '../parts/too-long.ts';
import { questionTitle } from '../question/answer-words.ts';
import { sessionHref } from '../routes.ts';
import '../parts/options.css';

const FIELDS = ['date', 'source', 'what', 'questions'] as const;
type Field = (typeof FIELDS)[number];

const LONGEST = { source: 200, what: 2000 };

export function NewsForm({ session }: { session: OpenSession }) {
  const app = useBrief();
  const { pack, t, words } = app;
  const today = calendarDay(new Date());
  const draft = useDraft(`news.${session.id}`, {
    date: today,
    source: '',
    what: '',
    questions: [] as readonly string[],
  });
  const { now, change } = draft;
  const { questions } = now;
  /** What was wrong at the last try; a new list each time, so that the summary takes the focus again. */
  const [wrong, setWrong] = useState<readonly Field[]>([]);
  const date = useRef<HTMLInputElement>(null);
  const rule = { last: today, wanted: true };

  const problemOf = (field: Field): string => {
    if (field === 'date')
      return date.current && dayIn(date.current, rule) === undefined ? dayProblem(app, rule) : '';
    if (field === 'questions') return questions.length > 0 ? '' : t('news.problem', { field });
    if (now[field].trim() === '') return t('news.problem', { field });
    return tooLong(t, now[field], LONGEST[field]);
  };
  const keep = useOnce(async () => {
    const found = FIELDS.filter((field) => problemOf(field) !== '');
    setWrong(found);
    if (found.length > 0 || date.current === null) return undefined;
    const id = newId();
    const inOrder = pack.questions.map((question) => question.id);
    // A page that is left ends what it was about to save: until it is kept, it is a form half filled in.
    await session.keepNews({
      id,
      date: date.current.value,
      source: now.source.trim(),
      what: now.what.trim(),
      questions: inOrder.filter((question) => questions.includes(question)),
    });
    draft.end();
    announce(t('news.kept'));
    go(sessionHref(session.id, 'news', id));
    return 'gone';
  });
  const toggle = (id: string) =>
    change(({ questions: ticked }) => ({
      questions: ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id],
    }));
  /** Told once it was tried; a text that is too long, at once. */
  const told = (field: Field): string => {
    if (wrong.includes(field)) return problemOf(field);
    return field === 'what' || field === 'source' ? tooLong(t, now[field], LONGEST[field]) : '';
  };
  const text = (name: 'what' | 'source', ids: FieldIds) => ({
    ...ids,
    class: 'input',
    autoComplete: 'off',
    value: now[name],
    onInput: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  const [firstQuestion] = pack.questions;
  const untold = told('questions');
  return (
    <form
      id="news"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <ErrorSummary
        attempt={wrong}
        errors={wrong.flatMap((name) => {
          const field = name === 'questions' ? `news-question-${firstQuestion?.id}` : `news-${name}`;
          const problem = problemOf(name);
          return problem === '' ? [] : [{ field, text: problem }];
        })}
      />
      <Brought by={draft} />
      <FieldRow id="news-what" label={t('news.what')} problem={told('what')}>
        {(ids) => <textarea rows={3} {...text('what', ids)} />}
      </FieldRow>
      <FieldRow id="news-source" label={t('news.source')} problem={told('source')}>
        {(ids) => <input type="text" {...text('source', ids)} />}
      </FieldRow>
      <DayField
        key={draft.turn}
        id="news-date"
        label={t('news.date')}
        text={now.date}
        field={date}
        tried={wrong}
        onType={(day) => change({ date: day })}
        {...rule}
      />
      <fieldset class="options several" aria-describedby="news-hint">
        <legend>{t('news.questions')}</legend>
        <p class="small quiet" id="news-hint">
          {t('news.questionsHint')}
        </p>
        {untold && (
          <p class="problem" id="news-questions-problem">
            {untold}
          </p>
        )}
        {pack.sections.map((section) => (
          <div key={section} class="of-section">
            <h2 class="label">{words.value.sections[section]}</h2>
            <div class="rows">
              {pack.questions
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
