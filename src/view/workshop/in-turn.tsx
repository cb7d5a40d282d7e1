/** Codes that belong together, large and one after the other by themselves, for a camera that looks at them. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { QrPicture } from '../hand-on/qr-picture.tsx';
import { useAwake } from './awake.ts';

/** Milliseconds: a camera looks eight times a second, and needs some looks. */
const EACH = 900;

export function InTurn({ codes }: { codes: string[] }) {
  const { t, workshop } = useApp();
  const awake = useAwake();
  const [at, setAt] = useState(0);
  const [goes, setGoes] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  const [pictures, setPictures] = useState<boolean[][][]>([]);
  useEffect(() => {
    let current = true;
    const own = workshop.peek();
    void Promise.all(codes.map((code) => own?.qr(code) ?? [])).then((rows) => current && setPictures(rows));
    return () => {
      current = false;
    };
  }, [codes]);
  const step = (by: number) => setAt((now) => (now + by + codes.length) % codes.length);
  useEffect(() => {
    if (!goes) return;
    const timer = setInterval(() => step(1), EACH);
    return () => clearInterval(timer);
  }, [goes, codes]);
  const turn = (by: number) => {
    setGoes(false);
    step(by);
  };
  const shown = pictures[at];
  const label = t('room.codeOf', { n: at + 1, of: codes.length });
  return (
    <div class="in-turn">
      {shown ? <QrPicture rows={shown} label={label} /> : <div class="qr" aria-busy="true" />}
      <p class="num">{label}</p>
      <p class="choices">
        <button type="button" class="button second" onClick={() => turn(-1)}>
          {t('room.before')}
        </button>
        <button type="button" class="button second" aria-pressed={!goes} onClick={() => setGoes(!goes)}>
          {t('room.pause', { goes: goes ? 'yes' : 'no' })}
        </button>
        <button type="button" class="button second" onClick={() => turn(1)}>
          {t('room.next')}
        </button>
      </p>
      <p class="small quiet">{t('room.bright', { awake: awake ? 'yes' : 'no' })}</p>
    </div>
  );
}
