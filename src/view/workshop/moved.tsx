/** Two rounds side by side, and what was predicted beside what came of it. */

import type { BoardData } from '../../session/workshop/board.ts';
import { movedBetween, verdictsMoved } from '../../session/workshop/moved.ts';
import { predictionOf } from '../../session/workshop/sayings.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { faceOf } from '../modality.ts';
import { Shape } from '../parts/shape.tsx';
import { answerInWords, questionTitle } from '../question/answer-words.ts';
import { tableName, tablesInWords } from './words.ts';

interface MovedProps {
  room: OpenRoom;
  before: BoardData;
  after: BoardData;
}

/** Who moved, of those in both rounds, and which verdicts moved with them. */
export function MovedTables({ room, before, after }: MovedProps) {
  const app = useBrief();
  const { pack, t, say, words } = app;
  const { exercise } = room.state;
  const questions = after.questions.map(({ question }) => question);
  const { inBoth, questions: moved } = movedBetween(questions, before.hands, after.hands);
  const verdicts = verdictsMoved(before, after).filter(
    ({ output }) => pack.outputs.find(({ id }) => id === output)?.modality,
  );
  const some = moved.filter(({ moves }) => moves.length > 0);
  const words_ = (id: string, answer: Parameters<typeof answerInWords>[2] | undefined) => {
    const question = questions.find((one) => one.id === id);
    return answer === undefined || question === undefined
      ? t('workshop.unanswered')
      : answerInWords(app, question, answer);
  };
  return (
    <section>
      <h2 class="group">
        {t('workshop.moved')} <small>{t('workshop.inBoth', { n: inBoth.length })}</small>
      </h2>
      {some.length === 0 && <p class="quiet">{t('workshop.nobodyMoved')}</p>}
      <ul class="ruled">
        {some.map(({ question, moves }) => {
          const asked = questions.find(({ id }) => id === question);
          return (
            <li key={question}>
              <p>
                <span class="num quiet">{asked?.number}</span> {asked && questionTitle(app, asked)}{' '}
                <small>{t('workshop.movedOf', { n: moves.length, of: inBoth.length })}</small>
              </p>
              <ul class="small">
                {moves.map(({ table, from, to }) => (
                  <li key={table}>
                    {t('workshop.move', {
                      table: tableName(app, exercise, table),
                      from: words_(question, from),
                      to: words_(question, to),
                    })}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      <h3 class="label">{t('workshop.verdictsMoved')}</h3>
      {verdicts.length === 0 && <p class="quiet">{t('workshop.noVerdictMoved')}</p>}
      <ul class="ruled">
        {verdicts.map(({ output, moves }) => {
          const of = pack.outputs.find(({ id }) => id === output);
          return (
            <li key={output}>
              <p class={of && faceOf(of)}>{words.value.outputs[output]?.title}</p>
              {moves.map(({ table, from, to }) => (
                <p key={table} class="small from-to-line">
                  {tableName(app, exercise, table)}: <Shape status={from} size={12} />{' '}
                  {of && say.stateWord(of, from)} → <Shape status={to} size={12} />{' '}
                  {of && say.stateWord(of, to)}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Only where tables predicted. */
export function PredictionBeside({ room, board }: { room: OpenRoom; board: BoardData }) {
  const app = useBrief();
  const { t, words } = app;
  const { exercise } = room.state;
  const beside = predictionOf(
    board.hands,
    board.verdicts,
    board.tables,
    board.advice.map(({ output }) => output.id),
  );
  if (!exercise.prediction || beside.every(({ expected, not }) => expected.length + not.length === 0))
    return null;
  return (
    <section>
      <h2 class="group">{t('workshop.predictions')}</h2>
      <ul class="ruled">
        {beside.map(({ output, expected, not, right }) => {
          const wrong = [...expected, ...not].filter((table) => !right.includes(table)).sort((a, b) => a - b);
          const of = board.advice.find((one) => one.output.id === output)?.output;
          return (
            <li key={output}>
              <p class={of && faceOf(of)}>{words.value.outputs[output]?.title}</p>
              <p class="small">
                {t('workshop.predicted', {
                  n: expected.length,
                  of: expected.length + not.length,
                  right: right.length,
                })}
                {wrong.length > 0 &&
                  ` ${t('workshop.otherwise', { tables: tablesInWords(app, exercise, wrong) })}`}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
