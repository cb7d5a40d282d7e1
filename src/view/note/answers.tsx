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
        <thead>
          <tr>
            {(['section', 'number', 'question', 'answer'] as const).map((column) => (
              <th key={column} scope="col">
                <span class="unseen">{t('note.column', { column })}</span>
              </th>
            ))}
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.id}>
            {section.rows.map(({ question, number, title, answer, marks, state }, i) => (
              <tr key={question} class={state === 'answered' ? undefined : 'quiet'}>
                {i === 0 && (
                  <th rowSpan={section.rows.length} scope="rowgroup">
                    {section.title}
                  </th>
                )}
                <td class="num">{number}</td>
                <td>{title}</td>
                <td>
                  {answer}{' '}
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
