/** One session of a file, as it would be here: what it is, where it stands, how it stands to ours, and the choice. */
import { useMemo } from 'preact/hooks';
import type { SessionFile } from '../../session/hand-on/file.ts';
import type { Judged } from '../../session/hand-on/hand-on.ts';
import { type IncomingSession, type Take, takesOf } from '../../session/hand-on/restore.ts';
import { useBrief } from '../context.ts';
import { sayDay } from '../dates.ts';
import { Strip } from '../parts/shape.tsx';
import { Choice } from '../readings/choice.tsx';
import '../parts/options.css';

interface IncomingProps {
  incoming: IncomingSession;
  /** The file, where it is of this session alone. */
  file: SessionFile | undefined;
  take: Take;
  onTake: (take: Take) => void;
}

export function Incoming({ incoming, file, take, onTake }: IncomingProps) {
  const { pack, t, handOn, say, language } = useBrief();
  const { theirs, standing, ours } = incoming;
  const judged = useMemo(() => handOn.value?.judge(theirs.entries, file?.verdicts), [theirs, file]);
  if (judged === undefined) return null;
  const { details, changed, origin } = judged.state;
  const day = sayDay(new Date(changed), language.value, true);
  const takes = takesOf(incoming);
  const deleted = ours !== undefined && ours.deletedAt !== '';
  return (
    <article class="incoming">
      <header>
        <h3 class="sans">{details.title}</h3>
        {details.handling && (
          <span class="handling" lang="en">
            {details.handling}
          </span>
        )}
        {origin.kind === 'hypothetical' && <span class="mark-word">{t('app.hypothetical')}</span>}
      </header>
      <p class="small quiet">
        {t('handing.sessionIs', {
          day,
          n: theirs.entries.length,
          history: file?.without.includes('history') ? 'no' : 'yes',
          deleted: theirs.deletedAt === '' ? 'no' : 'yes',
        })}
      </p>
      <p class="verdicts">
        <Strip items={judged.strip} outputs={pack.outputs} />
        <small>{say.tally(judged.strip.map(({ status }) => status))}</small>
      </p>
      <Result judged={judged} told={file !== undefined} />
      {takes.length === 1 ? (
        <p class="stands">{t('handing.standing', { standing, deleted: deleted ? 'yes' : 'no' })}</p>
      ) : (
        <fieldset class="options one">
          <legend>{t('handing.standing', { standing, deleted: deleted ? 'yes' : 'no' })}</legend>
          <div class="rows">
            {takes.map((one) => (
              <Choice
                key={one}
                name={`take-${theirs.id}`}
                chosen={take === one}
                onChoose={() => onTake(one)}
                below={below(one)}
              >
                {t('handing.take', { take: one, standing, deleted: deleted ? 'yes' : 'no' })}
              </Choice>
            ))}
          </div>
        </fieldset>
      )}
    </article>
  );

  function below(one: Take) {
    return one === 'both' || one === 'theirs' ? t('handing.takeIs', { take: one }) : undefined;
  }
}

/** The same result as where it was written, or exactly what differs and why. */
function Result({ judged, told }: { judged: Judged; told: boolean }) {
  const { pack, t, words, say } = useBrief();
  const { differs, otherPack, misfits } = judged;
  const why = otherPack ? 'pack' : 'unknown';
  return (
    <>
      {told && differs.length === 0 && <p class="small">{t('handing.sameResult')}</p>}
      {differs.length > 0 && (
        <>
          <p class="small">{t('handing.otherResult', { n: differs.length, why })}</p>
          <ul class="differs small">
            {differs.map(({ output, was, now }) => {
              const known = pack.outputs.find(({ id }) => id === output);
              const word = (status: typeof was) =>
                status !== '' && known ? say.stateWord(known, status) : t('handing.noVerdict');
              return (
                <li key={output}>
                  {t('handing.differs', {
                    name: words.value.outputs[output]?.name ?? output,
                    now: word(now),
                    was: word(was),
                  })}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {misfits.length > 0 && <p class="small">{t('handing.misfits', { n: misfits.length })}</p>}
    </>
  );
}
