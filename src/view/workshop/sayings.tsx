/** Three sayings on the advice, to be read aloud, and never merged: at every table, at some, only together. */
import type { Status } from '../../engine/verdict.ts';
import type { BoardData } from '../../session/workshop/board.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../context.ts';
import { faceOf } from '../modality.ts';
import { Shape } from '../parts/shape.tsx';
import { answerInWords, questionTitle } from '../question/answer-words.ts';
import { tablesInWords } from './words.ts';

const STATUSES: readonly Status[] = ['holds', 'open', 'fails'];

export function Sayings({ room, board }: { room: OpenRoom; board: BoardData }) {
  const { t } = useApp();
  const every = board.advice.filter(({ saying }) => saying.saying.kind === 'every');
  const some = board.advice.filter(({ saying }) => saying.saying.kind === 'some');
  const together = board.advice.filter(({ saying }) => saying.combined.length > 0);
  const unknown = board.advice.filter(({ saying }) => saying.unknown);
  return (
    <div class="sayings">
      <section>
        <h2 class="group">{t('workshop.atEvery', { n: board.tables.length })}</h2>
        {every.length === 0 && <p class="quiet">{t('workshop.noneOfIt')}</p>}
        {STATUSES.map((status) => (
          <Same key={status} board={board} status={status} />
        ))}
      </section>
      <section>
        <h2 class="group">{t('workshop.atSome')}</h2>
        {some.length === 0 && <p class="quiet">{t('workshop.noneOfIt')}</p>}
        <ul class="ruled">
          {some.map(({ output, saying }) => (
            <li key={output.id}>
              <Title id={output.id} />
              {saying.saying.kind === 'some' && (
                <WhichTables room={room} output={output.id} tables={saying.saying.tables} />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 class="group">{t('workshop.onlyTogether')}</h2>
        {together.length === 0 && <p class="quiet">{t('workshop.noneOfIt')}</p>}
        <ul class="ruled">
          {together.map(({ output, saying }) => (
            <li key={output.id}>
              <Title id={output.id} />
              {saying.combined.map((way) => (
                <Together key={way.status} room={room} board={board} output={output.id} way={way} />
              ))}
            </li>
          ))}
        </ul>
        {unknown.length > 0 && <p class="small">{t('workshop.tooLarge', { n: unknown.length })}</p>}
      </section>
    </div>
  );
}

function Title({ id }: { id: string }) {
  const { pack, words } = useBrief();
  const output = pack.outputs.find((one) => one.id === id);
  return <p class={output && faceOf(output)}>{words.value.outputs[id]?.title}</p>;
}

function Same({ board, status }: { board: BoardData; status: Status }) {
  const { say, words } = useBrief();
  const same = board.advice.filter(
    ({ saying: { saying } }) => saying.kind === 'every' && saying.status === status,
  );
  if (same.length === 0) return null;
  return (
    <ul class="same">
      {same.map(({ output }) => (
        <li key={output.id}>
          <Shape status={status} />
          <span class={faceOf(output, status)}>{words.value.outputs[output.id]?.title}</span>
          <small>{say.stateWord(output, status)}</small>
        </li>
      ))}
    </ul>
  );
}

interface WhichProps {
  room: OpenRoom;
  output: string;
  tables: Record<Status, number[]>;
}

function WhichTables({ room, output, tables }: WhichProps) {
  const app = useBrief();
  const { pack, say } = app;
  const of = pack.outputs.find(({ id }) => id === output);
  return (
    <p class="which">
      {STATUSES.filter((status) => tables[status].length > 0).map((status) => (
        <span key={status}>
          <Shape status={status} /> {of && say.stateWord(of, status)}{' '}
          <small>{tablesInWords(app, room.state.exercise, tables[status])}</small>
        </span>
      ))}
    </p>
  );
}

interface TogetherProps {
  room: OpenRoom;
  board: BoardData;
  output: string;
  way: BoardData['advice'][number]['saying']['combined'][number];
}

function Together({ room, board, output, way }: TogetherProps) {
  const app = useBrief();
  const { pack, t, say } = app;
  const of = pack.outputs.find(({ id }) => id === output);
  return (
    <div class="together">
      <p>
        <Shape status={way.status} /> {of && say.stateWord(of, way.status)}{' '}
        <small>{t('workshop.with')}</small>
      </p>
      <ul>
        {way.answers.map(({ question, tables }) => {
          const asked = pack.questions.find(({ id }) => id === question);
          const answer = board.hands.get(tables[0] ?? 0)?.handIn.answers[question];
          return (
            <li key={question}>
              <span class="num quiet">{asked?.number}</span> {asked && questionTitle(app, asked)}{' '}
              <b>
                {asked && answer !== undefined ? answerInWords(app, asked, answer) : t('workshop.unanswered')}
              </b>{' '}
              <small>{tablesInWords(app, room.state.exercise, tables)}</small>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
