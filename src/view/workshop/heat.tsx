/** The heat map, tables by questions: how many share an answer is its shade, and the word is in every cell. */

import { type BoardData, kindOf } from '../../session/workshop/board.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { faceOf } from '../modality.ts';
import { Shape } from '../parts/shape.tsx';
import { questionTitle } from '../question/answer-words.ts';
import { cellWords, isNumbered, tableName } from './words.ts';

const MANY = 14;

type Row = BoardData['questions'][number];

export function Heat({ room, board }: { room: OpenRoom; board: BoardData }) {
  const app = useBrief();
  const { t } = app;
  const { exercise } = room.state;
  const named = 'names' in exercise.tables;
  const of = (kind: ReturnType<typeof kindOf>) => board.questions.filter((row) => kindOf(row) === kind);
  const columns = board.tables.length + 2;
  return (
    <div class="heat-box">
      <h2 class="unseen">{t('workshop.heat')}</h2>
      {/* Wider than a page where there are many tables: it is scrolled by itself, with the keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="scrolls" aria-label={t('workshop.heat')} tabIndex={0}>
        <table class={`heat ${isMany(board) ? 'many' : ''}`}>
          <thead>
            <tr>
              <th scope="col">{t('workshop.tableColumn')}</th>
              {board.tables.map((table) => (
                <th key={table} scope="col">
                  {named ? tableName(app, exercise, table) : table}
                </th>
              ))}
              <th scope="col" class="sum">
                <span class="unseen">{t('workshop.sum')}</span>
              </th>
            </tr>
          </thead>
          {(['turns', 'nothing', 'none'] as const).map((kind) => {
            const rows = of(kind);
            if (rows.length === 0) return null;
            return (
              <tbody key={kind}>
                <tr class="sec">
                  <th colSpan={columns} scope="colgroup">
                    {t('workshop.splits', { kind })} <small>{t('workshop.splitsAre', { kind })}</small>
                  </th>
                </tr>
                {rows.map((row) => [
                  kind === 'turns' && <Turned key={`${row.question.id} verdicts`} board={board} row={row} />,
                  <Cells key={row.question.id} board={board} row={row} />,
                ])}
              </tbody>
            );
          })}
        </table>
      </section>
      <p class="heat-legend small">
        <span>
          <i class="h1" /> {t('workshop.shade', { shade: 'half' })}
        </span>
        <span>
          <i class="h2" /> {t('workshop.shade', { shade: 'third' })}
        </span>
        <span>
          <i class="h3" /> {t('workshop.shade', { shade: 'fewer' })}
        </span>
        <span>
          <i class="dk">?</i> {t('workshop.shade', { shade: 'dontKnow' })}
        </span>
        <span>
          <i class="na" /> {t('workshop.shade', { shade: 'notAsked' })}
        </span>
      </p>
    </div>
  );
}

/** So many columns that no word fits into one: numbers as on the ballot. */
function isMany({ tables }: BoardData): boolean {
  return tables.length > MANY;
}

/** The verdicts that the split turns, above it; each once, where it is first. */
function Turned({ board, row }: { board: BoardData; row: Row }) {
  const { words, say, t } = useBrief();
  const at = board.questions.indexOf(row);
  const before = new Set(
    board.questions.slice(0, at).flatMap(({ weight }) => [...weight.between, ...weight.combinations]),
  );
  const turned = board.advice.filter(
    ({ output: { id } }) =>
      [...row.weight.between, ...row.weight.combinations].includes(id) && !before.has(id),
  );
  return (
    <>
      {turned.map(({ output, verdict }) => (
        <tr key={output.id} class="verdict-row">
          <th scope="row" class={faceOf(output)}>
            {words.value.outputs[output.id]?.title}
          </th>
          {verdict.statuses.map((status, i) => (
            <td key={board.tables[i]}>
              <Shape status={status} size={20} />
              <span class="unseen">{say.stateWord(output, status)}</span>
            </td>
          ))}
          <td class="sum">
            {row.weight.between.includes(output.id) ? t('workshop.byTables') : t('workshop.byTogether')}
          </td>
        </tr>
      ))}
    </>
  );
}

function Cells({ board, row: { question, count } }: { board: BoardData; row: Row }) {
  const app = useBrief();
  const { t, words } = app;
  const numbered = isMany(board) || isNumbered(app, question);
  const sharing = new Map(
    count.answers.flatMap(({ tables }) => tables.map((table) => [table, tables.length])),
  );
  const shade = (table: number): string => {
    if (count.notAsked.includes(table)) return 'na';
    if (count.dontKnow.includes(table)) return 'dk';
    const share = (sharing.get(table) ?? 0) / Math.max(1, count.answered);
    if (!sharing.has(table)) return 'none';
    if (share >= 1 / 2) return 'h1';
    return share >= 1 / 3 ? 'h2' : 'h3';
  };
  const cell = (table: number) => {
    if (count.notAsked.includes(table)) return <span class="unseen">{t('workshop.notAsked')}</span>;
    if (count.dontKnow.includes(table))
      return (
        <>
          <span aria-hidden="true">?</span>
          <span class="unseen">{t('question.dontKnow')}</span>
        </>
      );
    const found = count.answers.find(({ tables }) => tables.includes(table));
    if (found === undefined) return <span class="unseen">{t('workshop.unanswered')}</span>;
    return cellWords(app, question, found.answer, numbered);
  };
  const most = count.agreement;
  return (
    <tr class="asked-row">
      <th scope="row">
        <span class="n">{question.number}</span>
        {questionTitle(app, question)}
        {numbered && (
          <small>
            {question.options
              .map(({ id }, i) => `${i + 1} ${words.value.questions[question.id]?.options[id]?.label ?? id}`)
              .join(t('explain.semicolon'))}
          </small>
        )}
      </th>
      {board.tables.map((table) => (
        <td key={table} class={shade(table)}>
          {cell(table)}
        </td>
      ))}
      <td class="sum">{most ? t('workshop.most', { n: most.most, of: most.of }) : t('workshop.nobody')}</td>
    </tr>
  );
}
