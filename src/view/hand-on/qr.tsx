/** A QR code, drawn as one path: always dark on light, since cameras do not know of dark modes. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../context.ts';

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
  const size = rows.length;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect class="light" width={size} height={size} />
      <path class="dark" d={pathOf(rows)} />
    </svg>
  );
}

/** A run of dark squares is one stroke of the path. */
export function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
      }),
    )
    .join('');
}
