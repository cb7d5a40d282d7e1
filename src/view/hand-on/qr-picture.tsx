/** A QR code, drawn as one path: always dark on light, since cameras do not know of dark modes. */
import './qr.css';

interface QrPictureProps {
  /** Rows of dark and light. */
  rows: readonly (readonly boolean[])[];
  label: string;
}

export function QrPicture({ rows, label }: QrPictureProps) {
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
function pathOf(rows: QrPictureProps['rows']): string {
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
