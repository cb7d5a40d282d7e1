/** The faces of the picture's labels: their class (map.css) and their size, as the layout has to know it. */
import type { Measure } from './wrap.ts';

export type Face =
  | 'asked'
  | 'answer'
  | 'quiet'
  | 'condition'
  | 'heading'
  | 'here'
  | 'should'
  | 'worthwhile'
  | 'may'
  | 'brief';

interface FaceSize {
  family: '--sans' | '--serif';
  /** As in a font shorthand, before the size. */
  style: string;
  size: number;
  line: number;
}

/** Keep in step with map.css. */
export const FACES: Record<Face, FaceSize> = {
  asked: { family: '--sans', style: '400', size: 14, line: 18 },
  answer: { family: '--sans', style: '600', size: 14, line: 18 },
  quiet: { family: '--sans', style: '400', size: 14, line: 18 },
  condition: { family: '--sans', style: '400', size: 14, line: 18 },
  heading: { family: '--sans', style: '600', size: 14, line: 18 },
  here: { family: '--sans', style: '600', size: 14, line: 18 },
  should: { family: '--serif', style: '700', size: 16, line: 20 },
  worthwhile: { family: '--serif', style: '400', size: 16, line: 20 },
  may: { family: '--serif', style: 'italic 400', size: 16, line: 20 },
  brief: { family: '--serif', style: '400', size: 16, line: 20 },
};

/** How wide a text is in a face. */
export type MeasureFace = (face: Face) => Measure;

/** Renderers round glyphs in their own ways; the room for that keeps the last letter in its column. */
const SPARE = 1.02;

/** Measures with the fonts of this device. */
export function measuring(): MeasureFace {
  const context = document.createElement('canvas').getContext('2d');
  const styles = getComputedStyle(document.documentElement);
  return (face) => {
    const { family, style, size } = FACES[face];
    const font = `${style} ${size}px ${styles.getPropertyValue(family)}`;
    return (text) => {
      // Without a canvas every letter is taken to be a wide one.
      if (context === null) return text.length * size * 0.7;
      context.font = font;
      return context.measureText(text).width * SPARE;
    };
  };
}
