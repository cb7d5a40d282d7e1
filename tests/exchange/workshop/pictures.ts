/** Pictures of a QR code as a camera has them: clean, tilted, noisy, dim. */
import { encodeQR } from 'qr';
import type { Picture } from '../../../src/session/workshop/workshop.ts';
import type { Random } from '../../engine/random.ts';

export const WIDTH = 640;
export const HEIGHT = 480;

export interface View {
  /** Degrees. */
  tilt: number;
  /** How far a point may be off, of 255. */
  noise: number;
  /** What white is, of 255. */
  light: number;
}

export const VIEWS: Record<string, View> = {
  clean: { tilt: 0, noise: 0, light: 255 },
  tilted: { tilt: 17, noise: 0, light: 255 },
  noisy: { tilt: 3, noise: 60, light: 255 },
  dim: { tilt: -5, noise: 8, light: 70 },
};

/** How bright each point is, row by row. */
export function brightness(text: string, { tilt, noise, light }: View, random: Random): Uint8ClampedArray {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const side = 360;
  const turn = (tilt * Math.PI) / 180;
  const points = new Uint8ClampedArray(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2];
      const u = (dx * Math.cos(turn) + dy * Math.sin(turn)) / side + 0.5;
      const v = (dy * Math.cos(turn) - dx * Math.sin(turn)) / side + 0.5;
      const inside = u >= 0 && u < 1 && v >= 0 && v < 1;
      const dark = inside && rows[Math.floor(v * rows.length)]?.[Math.floor(u * rows.length)] === true;
      const background = inside ? light : light * 0.6;
      points[y * WIDTH + x] = (dark ? light * 0.15 : background) + (random.next() - 0.5) * 2 * noise;
    }
  return points;
}

export function pictureOf(text: string, view: View, random: Random): Picture {
  const points = brightness(text, view, random);
  const data = new Uint8ClampedArray(points.length * 4);
  points.forEach((point, i) => {
    data.fill(point, i * 4, i * 4 + 3);
    data[i * 4 + 3] = 255;
  });
  return { width: WIDTH, height: HEIGHT, data };
}

/** A film of grey pictures as a browser's pretended camera takes it (Y4M), `each` pictures of one. */
export function film(pictures: readonly Uint8ClampedArray[], each: number): Buffer {
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frames = pictures.flatMap((points) =>
    Array.from({ length: each }, () => [Buffer.from('FRAME\n'), Buffer.from(points), grey]).flat(),
  );
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...frames]);
}
