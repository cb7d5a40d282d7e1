/** What the layout is given and what it gives back. Units are those of the picture: a pixel at the usual text size. */

/** Left free around everything, so that no line and no ring is cut. */
export const EDGE = 10;

/** A place on the picture with its label, whose size is known. */
export interface Box {
  key: string;
  /** Boxes of one group stand together, in the order of the groups. */
  group: string;
  height: number;
  /** Where links end and begin, from the top. */
  port: number;
}

export interface Column {
  width: number;
  boxes: Box[];
  /** Groups in their order; `heading` is the height of theirs, 0 for none. */
  groups: { id: string; heading: number; fixed: boolean }[];
}

export interface Link {
  key: string;
  from: string;
  to: string;
}

export interface Drawing {
  /** From left to right; links lead to a column further right. */
  columns: Column[];
  links: Link[];
  /** Between places of the first column: drawn as brackets to the left of it. */
  brackets: Link[];
  /** Width of the space between two columns, in which links run. */
  gap: number;
  /** Least space between two boxes. */
  rowGap: number;
  /** Space above the heading of a group that is not the first. */
  groupGap: number;
}

export interface Placed {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Where links meet it. */
  portY: number;
}

/** A stretch of line; links from the same place share it as long as they go the same way. */
export interface Stretch {
  key: string;
  links: string[];
  path: string;
}

export interface Layout {
  width: number;
  height: number;
  boxes: Map<string, Placed>;
  headings: { group: string; x: number; y: number; width: number }[];
  stretches: Stretch[];
}
