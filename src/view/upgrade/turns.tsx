/** Verdicts that would be others under the newer version, each with the reason; and those that would stay. */
import { useMemo } from 'preact/hooks';
import type { Output } from '../../engine/pack.ts';
import type { Status } from '../../engine/verdict.ts';
import type { OpenSession } from '../../session/desk.ts';
import { stripOrder } from '../../session/desk.ts';
import type { Turn } from '../../session/upgrade.ts';
import { useBrief } from '../context.ts';
import { factsOf } from '../facts.ts';
import { faceOf } from '../modality.ts';
import { Shape } from '../parts/shape.tsx';
import type { Looked } from './looked.ts';

export function Turns({ session, looked: { upgrade, older } }: { session: OpenSession; looked: Looked }) {
  const app = useBrief();
  const { pack, t, desk, say, explain, language } = app;
  const { from, to, before, after } = upgrade;
  // As it would stand: nothing of it is kept.
  const tried = useMemo(() => desk.trial(session.id, session.entries.peek()), [session.entries.value]);
  const told = pack.outputs.filter(({ kind }) => kind !== 'background');
  const outputOf = (id: string) => told.find((one) => one.id === id);
  const turns = upgrade.turns.filter(({ output, why }) => why === 'left' || outputOf(output) !== undefined);
  const reason = (output: Output) => explain.reason(output, factsOf(tried, output.id), 80);
  if (before === undefined)
    return (
      <section>
        <h2 class="group">{t('upgrade.verdicts')}</h2>
        <p>{t('upgrade.now', { to: to.version })}</p>
        <ul class="turns-then">
          {stripOrder(pack).map((id) => {
            const output = outputOf(id);
            const status = after[id]?.status;
            if (output === undefined || status === undefined) return null;
            return (
              <li key={id}>
                <Shape status={status} />
                <span>
                  <span class={faceOf(output, status)}>{say.title(output, status)}</span>{' '}
                  <small>{`${say.stateWord(output, status)}: ${reason(output)}`}</small>
                </span>
              </li>
            );
          })}
        </ul>
      </section>
    );
  const stay = told.filter(({ id }) => before[id]?.status === after[id]?.status).length;
  const oldWords = older.wordsOf(from, language.value);
  const lost = (turn: Turn) =>
    say.list(
      turn.misfits.map((id) => {
        const title = oldWords?.questions[id]?.title ?? oldWords?.readings[id]?.title ?? id;
        return t('upgrade.quoted', { title });
      }),
    );
  return (
    <section>
      <h2 class="group">
        {t('upgrade.verdicts')}
        <small>{t('upgrade.turned', { n: turns.length })}</small>
      </h2>
      <ul class="turns-then">
        {turns.map((turn) => {
          const output = outputOf(turn.output);
          const name = oldWords?.outputs[turn.output]?.title ?? turn.output;
          const known = output ?? older.outputOf(from, turn.output);
          const word = (status: Status | undefined) =>
            known === undefined || status === undefined ? '' : say.stateWord(known, status);
          const had = turn.from && turn.to ? 'both' : turn.from ? 'from' : 'to';
          return (
            <li key={turn.output}>
              <span class="pair">
                {turn.from && <Shape status={turn.from} />}
                {turn.from && turn.to && <span aria-hidden="true">→</span>}
                {turn.to && <Shape status={turn.to} />}
              </span>
              <span>
                <span class={output ? faceOf(output, turn.to) : 'brief not-now'}>
                  {output && turn.to ? say.title(output, turn.to) : name}
                </span>{' '}
                <b>{t('upgrade.fromTo', { had, from: word(turn.from), to: word(turn.to) })} </b>
                <small>
                  {t('upgrade.why', { why: turn.why, what: lost(turn) })}
                  {output && turn.to && ` ${t('upgrade.reason', { reason: reason(output) })}`}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
      <p class="small">{t('upgrade.same', { n: stay })}</p>
    </section>
  );
}
