/** Home before the first session: what there is to answer, drawn as a ruler. */
import { useApp } from '../context.ts';

export function FirstTime() {
  const { desk, storage, t } = useApp();
  return (
    <div class="first-time">
      <h2>{t('home.rulerTitle', { all: desk.pack.questions.length, deciding: desk.shortPath.length })}</h2>
      <p>{t('home.rulerText')}</p>
      <QuestionRuler />
      {storage.value !== 'none' && <p class="small quiet">{t('home.whoWillRead')}</p>}
    </div>
  );
}

/** A mark for each question, long where it decides advice. */
function QuestionRuler() {
  const { desk, words, t } = useApp();
  const { sections, questions } = desk.pack;
  return (
    <ol class="question-ruler" aria-label={t('home.rulerLabel')}>
      {sections.map((section) => {
        const own = questions.filter((question) => question.section === section);
        const deciding = own.filter(({ id }) => desk.shortPath.includes(id));
        return (
          <li key={section}>
            <span class="marks" aria-hidden="true">
              {own.map(({ id, number }) => (
                <span key={id} class={desk.shortPath.includes(id) ? 'mark decides' : 'mark'}>
                  <i />
                  <small>{desk.shortPath.includes(id) ? number : ''}</small>
                </span>
              ))}
            </span>
            <span>{words.value.sections[section]}</span>
            <span class="unseen">
              {t('home.rulerSection', { all: own.length, deciding: deciding.length })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
