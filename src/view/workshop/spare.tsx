/** A spare tablet in the place of another: what the table had handed in is taken up here, and goes on from there. */
import { useState } from 'preact/hooks';
import type { HandIn } from '../../session/workshop/hand-in.ts';
import { isUntouched, takeUp } from '../../session/workshop/table-work.ts';
import { Fold } from '../parts/fold.tsx';
import { announce } from '../parts/live.tsx';
import { Camera } from './camera.tsx';
import { CodeForm } from './code-form.tsx';
import type { StepProps } from './table-step.tsx';
import { tableName } from './words.ts';

export function Spare({ app, edition, work, keep }: StepProps) {
  const { t, workshop } = app;
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const [waiting, setWaiting] = useState<HandIn>();
  const { table } = work.handIn;
  const offer = (text: string) => {
    const read = workshop.peek()?.readHandIn(edition, text, work.room ?? '');
    setSaid('');
    setWaiting(undefined);
    if (read === undefined) return;
    if ('problem' in read) return setProblem(t('workshop.codeProblem', { code: read.problem }));
    if (read.handIn.table !== table)
      return setProblem(t('room.otherTable', { table: tableName(app, edition.exercise, read.handIn.table) }));
    setProblem('');
    if (isUntouched(work)) return take(read.handIn);
    setWaiting(read.handIn);
  };
  const take = (handIn: HandIn) => {
    setWaiting(undefined);
    void keep(takeUp(work, handIn));
    const words = t('room.takenUp', { n: Object.keys(handIn.answers).length });
    setSaid(words);
    announce(words);
  };
  return (
    <Fold summary={t('room.spare')}>
      <p>{t('room.spareIs')}</p>
      <CodeForm
        label={t('room.itsCode')}
        enter={t('room.takeUp')}
        problem={problem && 'spare-problem'}
        most={200}
        onEnter={offer}
      />
      <Camera onText={offer} />
      {problem && (
        <p class="problem" id="spare-problem" role="alert">
          {problem}
        </p>
      )}
      {said && <p class="said">{said}</p>}
      {waiting && (
        <div class="said" role="alert">
          <p>{t('room.takeUpAsk', { n: Object.keys(work.handIn.answers).length })}</p>
          <p class="choices">
            <button type="button" class="button second" onClick={() => setWaiting(undefined)}>
              {t('room.keepHere')}
            </button>
            <button type="button" class="button second" onClick={() => take(waiting)}>
              {t('room.takeUpAll')}
            </button>
          </p>
        </div>
      )}
    </Fold>
  );
}
