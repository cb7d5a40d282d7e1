/** Every question with its answer: what the reasons' numbers stand for. */
import { useApp } from '../context.ts';
import type { NotePage } from './page.ts';

export function Answers({ sections }: { sections: NotePage['answers'] }) {
  const { t } = useApp();
  return (
    <section class="note-answers">
      <h2 class="group">
        {t('note.answers')}
        <small>{t('note.answersAside')}</small>
      </h2>
      <table>
        <thead class="unseen">
          <tr>
            <th scope="col">{t('note.numberColumn')}</th>
            <th scope="col">{t('note.question')}</th>
            <th scope="col">{t('note.answer')}</th>
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.id}>
            <tr>
              <th class="label" colSpan={3} scope="rowgroup">
                {section.title}
              </th>
            </tr>
            {section.rows.map(({ question, number, title, answer, marks, state }) => (
              <tr key={question} class={state === 'answered' ? undefined : 'quiet'}>
                <td class="num">{number}</td>
                <td>{title}</td>
                <td>
                  {answer}
                  {marks.map((mark) => (
                    <em class="aside" key={mark}>
                      {mark}
                    </em>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
