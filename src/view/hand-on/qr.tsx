/** A text as a QR code, once it is worked out. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { QrPicture } from './qr-picture.tsx';

export function Qr({ text, label }: { text: string; label: string }) {
  const { handOn, t } = useApp();
  const [rows, setRows] = useState<boolean[][] | 'failed'>();
  useEffect(() => {
    let current = true;
    const show = (found: boolean[][] | 'failed') => current && setRows(found);
    handOn.value?.qr(text).then(show, () => show('failed'));
    return () => {
      current = false;
    };
  }, [text]);
  if (rows === 'failed') return <p role="alert">{t('handing.noCode')}</p>;
  if (rows === undefined) return <div class="qr" aria-busy="true" />;
  return <QrPicture rows={rows} label={label} />;
}
