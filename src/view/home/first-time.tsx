/** Home before the first session: what there is to answer, drawn as a ruler. */
import { useBrief } from '../context.ts';

export function FirstTime() {
  const { pack, shortPath, storage, t } = useBrief();
  return (
    <div class="first-time">
      <h2>{t('home.rulerTitle', { all: pack.questions.length, deciding: shortPath.length })}</h2>
      <p>{t('home.rulerText')}</p>
      <QuestionRuler />
      {storage.value !== 'none' && <p class="small quiet">{t('home.whoWillRead')}</p>}
    </div>
  );
}

/** A mark for each question, long where it decides advice. */
function QuestionRuler() {
  const { pack, shortPath, words, t } = useBrief();
  const { sections, questions } = pack;
  return (
    <ol class="question-ruler" aria-label={t('home.rulerLabel')}>
      {sections.map((section) => {
        const own = questions.filter((question) => question.section === section);
        const deciding = own.filter(({ id }) => shortPath.includes(id));
        return (
          <li key={section}>
            <span class="marks" aria-hidden="true">
              {own.map(({ id, number }) => (
                <span key={id} class={shortPath.includes(id) ? 'mark decides' : 'mark'}>
                  <i />
                  <small>{shortPath.includes(id) ? number : ''}</small>
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
