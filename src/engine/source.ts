/** A rule pack as text with positions, before anything about it is known. The YAML reader stays outside. */
export interface Place {
  /** Path relative to the pack's folder. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

export type SourceNode =
  | { kind: 'map'; entries: SourceEntry[]; at: Place }
  | { kind: 'list'; items: SourceNode[]; at: Place }
  /** Every scalar is text: the reader uses YAML's failsafe schema, so `yes`, `1.0` and `15.1` stay words. */
  | { kind: 'text'; value: string; at: Place };

export interface SourceEntry {
  key: { value: string; at: Place };
  value: SourceNode;
}

export interface Diagnostic {
  severity: 'error' | 'warning';
  /** Stable, e.g. `unknown-option`. */
  code: string;
  at: Place;
  /** What is wrong. */
  message: string;
  /** What to write instead. */
  advice: string;
}
