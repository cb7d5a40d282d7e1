/** A code to be read aloud, typed or scanned: characters in groups of four, and the same as a QR code. The screen stays on. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { QrPicture } from '../hand-on/qr-picture.tsx';
import { useAwake } from './awake.ts';

export function Code({ code, label }: { code: string; label: string }) {
  const { t, workshop } = useApp();
  const [rows, setRows] = useState<boolean[][]>();
  const own = workshop.value;
  const awake = useAwake();
  useEffect(() => {
    let current = true;
    own?.qr(code).then(
      (found) => current && setRows(found),
      // The characters are there all the same.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [code]);
  return (
    <div class="code-box">
      <p class="characters" translate={false}>
        {(own?.grouped(code) ?? code).split(' ').map((group, i) => (
          // Groups can be alike.
          <span key={`${i} ${group}`}>{group} </span>
        ))}
      </p>
      {rows && <QrPicture rows={rows} label={label} />}
      <p class="small quiet">
        {t('workshop.codeHint')} {t('room.bright', { awake: awake ? 'yes' : 'no' })}
      </p>
    </div>
  );
}
