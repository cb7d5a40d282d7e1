/** One reading: the passage, the ways to read it, why one is the default, and what each makes of the verdicts. */
import { useId } from 'preact/hooks';
import type { Reading } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { ANY } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { doAndTell } from '../question/told.ts';
import { Statements } from '../result/statements.tsx';
import { Choice } from './choice.tsx';
import type { Touched } from './touched.ts';
import { TouchedTable } from './touched-table.tsx';
import '../parts/options.css';
import './readings.css';

interface ReadingProps {
  session: OpenSession;
  reading: Reading;
  touched: readonly Touched[];
}

export function ReadingEntry({ session, reading, touched }: ReadingProps) {
  const app = useBrief();
  const { t, words } = app;
  const heading = useId();
  const said = words.value.readings[reading.id];
  const taken = session.state.value.readings[reading.id] ?? reading.default;

  const take = (letter: string) => {
    if (letter === taken) return;
    const lead = t('readings.taken', {
      letter: letter === ANY ? t('readings.any') : (said?.letters[letter] ?? letter),
    });
    doAndTell(app, session, () => session.takeReading(reading.id, letter), lead);
  };

  return (
    <section class="reading" id={`reading-${reading.id}`}>
      <h3 id={heading} tabIndex={-1}>
        {said?.title}
      </h3>
      <Statements ids={reading.statements} />
      <fieldset class="options one" aria-labelledby={heading}>
        <div class="rows">
          {reading.letters.map(({ id }) => (
            <Choice
              key={id}
              name={`reading ${reading.id}`}
              chosen={taken === id}
              onChoose={() => take(id)}
              below={id === reading.default ? t('readings.default') : undefined}
            >
              <span class="letter">{t('readings.letter', { letter: id })}</span> {said?.letters[id]}
            </Choice>
          ))}
          <Choice name={`reading ${reading.id}`} chosen={taken === ANY} onChoose={() => take(ANY)}>
            {t('readings.any')}
          </Choice>
        </div>
      </fieldset>
      <p class="reason">
        <b>{t('readings.why')}</b> {said?.reason}
      </p>
      <TouchedTable session={session} reading={reading} taken={taken} touched={touched} />
    </section>
  );
}
