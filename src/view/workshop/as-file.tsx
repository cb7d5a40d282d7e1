/** What a table hands in, as a file: where no camera sees the code and nobody wants to type. */
import { useState } from 'preact/hooks';
import type { HandIn } from '../../session/workshop/hand-in.ts';
import type { Edition } from '../../session/workshop/workshop.ts';
import { useApp } from '../context.ts';
import { fileName, saveFile } from '../hand-on/save.ts';
import { announce } from '../parts/live.tsx';
import { tableName, textsOf } from './words.ts';

export function AsFile({ edition, handIn }: { edition: Edition; handIn: HandIn }) {
  const app = useApp();
  const { t, workshop } = app;
  const [said, setSaid] = useState('');
  const { exercise } = edition;
  const save = async () => {
    const own = workshop.peek();
    if (own === undefined) return;
    const table = tableName(app, exercise, handIn.table);
    const title = `${table} ${t('workshop.roundName', { round: handIn.round })} ${textsOf(app, exercise).texts.title}`;
    const name = fileName('', title, new Date());
    const { outcome } = await saveFile(async () => own.writeHandInFile(edition, handIn), name);
    const words = t('handing.outcome', { outcome, name });
    setSaid(words);
    announce(words);
  };
  return (
    <>
      <p class="choices">
        <button type="button" class="button second" onClick={() => void save()}>
          {t('room.handInAsFile')}
        </button>
      </p>
      {said && <p class="said">{said}</p>}
    </>
  );
}
