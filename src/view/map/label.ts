/** A place's label set in lines within the width of its column. Pure, given how wide text is. */
import { FACES, type Face, type MeasureFace } from './faces.ts';
import type { MapPlace } from './place.ts';
import { wrap } from './wrap.ts';

export interface Line {
  text: string;
  face: Face;
  x: number;
  /** Of the baseline, from the top of the label. */
  y: number;
  end?: boolean;
}

export interface Label {
  lines: Line[];
  height: number;
  /** Where links meet it, from the top. */
  port: number;
}

/** Room for the number of a question; for the shape of an output or condition. */
export const NUMBER = 28;
export const SHAPE = 24;
/** The diamond or square of a question, at the right end of its label. */
export const BOX = 20;
/** Between an output's words and its state beside them. */
const APART = 14;

/** @param pad above and below the words */
export function setLabel(
  place: MapPlace,
  notes: readonly Note[],
  width: number,
  pad: number,
  measure: MeasureFace,
): Label {
  const set = new Lines(pad, measure);
  switch (place.kind) {
    case 'question': {
      const room = width - NUMBER - BOX - 6;
      set.add(place.title, 'asked', NUMBER, room);
      set.add(place.state, place.shown === 'answered' ? 'answer' : 'quiet', NUMBER, room);
      for (const note of notes) set.add(note.text, note.face, NUMBER, room);
      return set.label(pad + FACES.asked.line / 2);
    }
    case 'condition': {
      set.add(place.title, 'condition', SHAPE - 6, width - SHAPE);
      const port = set.height + 9;
      set.skip(18);
      set.add(place.state, 'quiet', SHAPE - 6, width - SHAPE);
      for (const note of notes) set.add(note.text, note.face, SHAPE - 6, width - SHAPE);
      return set.label(port);
    }
    case 'output': {
      const word = measure('quiet')(place.state);
      const room = width - SHAPE;
      const beside = room - word - APART;
      // Where too little is left beside it, the state goes below.
      const fits = beside >= room * 0.6;
      set.add(place.title, place.face, SHAPE, room, fits ? beside : room);
      if (fits) set.beside(place.state, width);
      else set.add(place.state, 'quiet', SHAPE, room);
      for (const note of notes) set.add(note.text, note.face, SHAPE, room);
      return set.label(pad + FACES[place.face].line / 2);
    }
  }
}

export interface Note {
  text: string;
  face: Face;
}

class Lines {
  readonly lines: Line[] = [];
  height: number;

  constructor(
    readonly pad: number,
    readonly measure: MeasureFace,
  ) {
    this.height = pad;
  }

  add(text: string, face: Face, x: number, width: number, first = width): void {
    const { size, line } = FACES[face];
    const broken = wrap(text, (i) => Math.max(size, i === 0 ? first : width), this.measure(face));
    for (const one of broken) {
      this.lines.push({ text: one, face, x, y: this.height + line / 2 + size * 0.35 });
      this.height += line;
    }
  }

  /** At the right end of the first line. */
  beside(text: string, x: number): void {
    const [first] = this.lines;
    this.lines.push({ text, face: 'quiet', x, y: first?.y ?? this.height, end: true });
  }

  skip(height: number): void {
    this.height += height;
  }

  label(port: number): Label {
    return { lines: this.lines, height: this.height + this.pad, port };
  }
}
