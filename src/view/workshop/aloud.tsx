/** The three sayings as three sentences, to be read aloud where there is no wall to look at. Never merged. */
import { aloudOf } from '../../session/workshop/aloud.ts';
import type { BoardData } from '../../session/workshop/board.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { tablesInWords } from './words.ts';

const FEW = 14;

export function Aloud({ room, board }: { room: OpenRoom; board: BoardData }) {
  const app = useBrief();
  const { t, say, words } = app;
  const { every, some, together } = aloudOf(board);
  const name = (id: string) => words.value.outputs[id]?.name ?? id;
  const named = (ids: readonly string[]) => say.list(ids.map(name));
  const of = board.tables.length;
  const atSome = some.map(({ output, tables }) =>
    // Of forty tables nobody listens to the numbers.
    t('room.aloudAt', {
      name: name(output),
      tables:
        of > FEW
          ? t('room.aloudCount', { n: tables.length, of })
          : tablesInWords(app, room.state.exercise, tables),
    }),
  );
  return (
    <section class="aloud">
      <h2 class="group">{t('room.aloud')}</h2>
      <ol>
        <li>{t('room.aloudEvery', { n: every.length, of, list: named(every) })}</li>
        {of > 1 && (
          <>
            <li>{t('room.aloudSome', { n: some.length, list: atSome.join(t('explain.semicolon')) })}</li>
            <li>{t('room.aloudTogether', { n: together.length, list: named(together) })}</li>
          </>
        )}
      </ol>
    </section>
  );
}
