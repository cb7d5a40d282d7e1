/** The standing beside the page, in landscape: always in sight, in an order that never changes. */
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { changeInWords, nameOf, outputOf, sortChanges } from './change-words.ts';
import { Ledger } from './ledger.tsx';
import { useSight } from './sight.ts';
import './standing.css';

export function StandingSide({ session }: { session: OpenSession }) {
  const app = useBrief();
  const { pack, say, t } = app;
  const { advice } = sortChanges(pack, session.changes.value);
  const { box, hidden, show } = useSight(advice.map(({ output }) => output));
  const first = advice.find(({ output }) => output === hidden);
  const answered = session.progress.value.filter(({ state }) => state === 'answered').length;
  return (
    <aside class="side standing" aria-label={t('standing.title')} ref={box}>
      <header>
        <h2>{t('standing.title')}</h2>
        {first ? (
          <button type="button" class="leads" onClick={() => show(first.output)}>
            <span class="unseen">{changeInWords(app, first, session.verdict)}</span>
            <span aria-hidden="true">
              {t('standing.leadsTo', {
                name: nameOf(app, first.output),
                state: say.stateWord(outputOf(pack, first.output), first.to),
              })}
            </span>
          </button>
        ) : (
          <small>{t('standing.after', { n: answered })}</small>
        )}
      </header>
      <Ledger session={session} />
    </aside>
  );
}
