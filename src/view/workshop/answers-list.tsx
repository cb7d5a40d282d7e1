/** The same as the heat map in words: each question with its answers, the fewest tables first, counts and pairs. */

import { type BoardData, kindOf } from '../../session/workshop/board.ts';
import { heldHow, isFirmSplit, ruledOutBy } from '../../session/workshop/held.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../context.ts';
import { faceOf } from '../modality.ts';
import { answerInWords, optionLabel, questionTitle } from '../question/answer-words.ts';
import { tablesInWords } from './words.ts';

export function Answers({ room, board }: { room: OpenRoom; board: BoardData }) {
  const { t } = useApp();
  return (
    <section>
      <h2 class="group">
        {t('workshop.discuss')} <small>{t('workshop.minorityFirst')}</small>
      </h2>
      <ol class="ruled discussed">
        {board.questions.map((row) => (
          <One key={row.question.id} room={room} board={board} row={row} />
        ))}
      </ol>
    </section>
  );
}

interface OneProps {
  room: OpenRoom;
  board: BoardData;
  row: BoardData['questions'][number];
}

function One({ room, board, row: { question, count, weight } }: OneProps) {
  const app = useBrief();
  const { pack, t, words } = app;
  const tables = (list: readonly number[]) => tablesInWords(app, room.state.exercise, list);
  const kind = kindOf({ question, count, weight });
  const named = (outputs: readonly string[]) =>
    outputs.flatMap((id) => {
      const output = pack.outputs.find((one) => one.id === id);
      return output?.modality ? [{ output, name: words.value.outputs[id]?.name ?? id }] : [];
    });
  const alone = (id: string) =>
    board.verdicts
      .find(({ output }) => output === id)
      ?.splits.find((split) => split.question === question.id)
      ?.alone.map((i) => board.tables[i] ?? 0) ?? [];
  const { agreement } = count;
  const held = (which: readonly number[]) => {
    const by = heldHow(count, which, board.hands);
    return (['high', 'moderate', 'low'] as const)
      .filter((level) => by[level].length > 0)
      .map((level) => (
        <small key={level} class="held">
          {t('room.heldBy', { level, tables: tables(by[level]) })}
        </small>
      ));
  };
  return (
    <li>
      <h3>
        <span class="num quiet">{question.number}</span> {questionTitle(app, question)}
      </h3>
      <dl class="sides">
        {[...count.answers].reverse().map(({ answer, tables: which }) => (
          <div key={String(answer)}>
            <dt>{answerInWords(app, question, answer)}</dt>
            <dd>
              <b class="num">{which.length}</b> <small>{tables(which)}</small>
              {room.state.exercise.confidence && held(which)}
            </dd>
          </div>
        ))}
        {count.dontKnow.length > 0 && (
          <div class="dk">
            <dt>{t('question.dontKnow')}</dt>
            <dd>
              <b class="num">{count.dontKnow.length}</b> <small>{tables(count.dontKnow)}</small>
            </dd>
          </div>
        )}
      </dl>
      <p class="small quiet">
        {agreement
          ? t('workshop.agreement', {
              n: agreement.most,
              of: agreement.of,
              agreed: agreement.agreed ? 'yes' : 'no',
              threshold: room.state.exercise.threshold,
              pairs: agreement.pairs.agree,
              all: agreement.pairs.of,
            })
          : t('workshop.nobody')}
        {count.unanswered.length > 0 && ` ${t('workshop.saidNothing', { tables: tables(count.unanswered) })}`}
        {count.notAsked.length > 0 && ` ${t('workshop.notAskedAt', { tables: tables(count.notAsked) })}`}
      </p>
      {room.state.exercise.rulingOut &&
        ruledOutBy(question, count, board.hands).map(({ option, tables: which }) => (
          <p key={option} class="small quiet">
            {t('room.ruledOutBy', { option: optionLabel(app, question, option), tables: tables(which) })}
          </p>
        ))}
      {isFirmSplit(count, board.hands) && <p class="small">{t('room.firmSplit')}</p>}
      {kind === 'nothing' && <p class="small">{t('workshop.turnsNothing')}</p>}
      {named(weight.between).map(({ output, name }) => (
        <p key={output.id} class="small">
          {t('workshop.turnsBetween')} <span class={faceOf(output)}>{name}</span>
          {alone(output.id).length > 0 && `. ${t('workshop.alone', { tables: tables(alone(output.id)) })}`}
        </p>
      ))}
      {named(weight.combinations).map(({ output, name }) => (
        <p key={output.id} class="small">
          {t('workshop.turnsTogether')} <span class={faceOf(output)}>{name}</span>
          {alone(output.id).length > 0 && `. ${t('workshop.alone', { tables: tables(alone(output.id)) })}`}
        </p>
      ))}
    </li>
  );
}
