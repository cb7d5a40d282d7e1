/** Everything that is wrong with a pack, collected so that it can be told at once. */
import { nearest } from '../nearest.ts';
import type { Diagnostic, Place } from '../source.ts';

/** Stable names of what can be wrong; docs/rule-pack.md explains them. */
export type Code =
  // reading
  | 'syntax'
  | 'anchor'
  | 'tag'
  | 'missing-file'
  | 'unknown-file'
  | 'schema-line'
  | 'pack-name'
  // shapes and keys
  | 'duplicate-key'
  | 'wrong-shape'
  | 'unknown-key'
  | 'missing-key'
  | 'surplus-key'
  | 'wrong-value'
  // ids
  | 'wrong-id'
  | 'reserved-id'
  | 'duplicate-id'
  | `unknown-${Sort}`
  // questions and conditions
  | 'too-few-options'
  | 'too-many-options'
  | 'missing-exclusive'
  | 'surplus-exclusive'
  | 'several-tests'
  | 'misplaced-undecided'
  | 'cycle'
  | 'later-question'
  | 'section-order'
  // outputs and readings
  | 'wrong-modality'
  | 'wrong-place'
  | 'wrong-default'
  | 'replaced-twice'
  | 'second-brief'
  | 'never-shown'
  // words
  | 'missing-message'
  | 'surplus-message'
  // situations
  | 'wrong-situation'
  // what the diagrams show
  | 'too-large'
  | 'always-holds'
  | 'never-holds'
  | 'not-standing'
  | 'no-effect'
  | 'not-informative'
  | 'same-letters'
  | 'not-exclusive'
  | 'dead-end';

/** The sorts of things that have an id. */
export type Sort =
  | 'section'
  | 'statement'
  | 'question'
  | 'option'
  | 'condition'
  | 'output'
  | 'note'
  | 'reading'
  | 'letter'
  | 'remark'
  | 'warning'
  | 'scenario'
  | 'case';

export class Report {
  readonly diagnostics: Diagnostic[] = [];

  error(code: Code, at: Place, message: string, advice: string): void {
    this.diagnostics.push({ severity: 'error', code, at, message, advice });
  }

  warning(code: Code, at: Place, message: string, advice: string): void {
    this.diagnostics.push({ severity: 'warning', code, at, message, advice });
  }

  get failed(): boolean {
    return this.diagnostics.some((d) => d.severity === 'error');
  }

  has(code: Code): boolean {
    return this.diagnostics.some((d) => d.code === code);
  }
}

/** "Did you mean ...?" where one of the candidates is near, else what can be written. */
export function suggestion(given: string, candidates: readonly string[]): string {
  const near = nearest(given, candidates);
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (candidates.length === 0) return 'There is none so far.';
  const shown = candidates.slice(0, 12).map((candidate) => `"${candidate}"`);
  const rest = candidates.length - shown.length;
  return `Write one of ${shown.join(', ')}${rest > 0 ? ` or ${rest} more` : ''}.`;
}

/** In the order of the files as given, then by line and column; each only once. */
export function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): Diagnostic[] {
  const rank = (file: string): number => {
    const position = files.indexOf(file);
    return position < 0 ? files.length : position;
  };
  const sorted = [...diagnostics].sort(
    (a, b) =>
      rank(a.at.file) - rank(b.at.file) ||
      (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : 0) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column,
  );
  const told = new Set<string>();
  return sorted.filter(({ code, message, at }) => {
    const key = `${at.file}:${at.line}:${at.column} ${code} ${message}`;
    return !told.has(key) && told.add(key);
  });
}

/**
 * `file:line:column  what is wrong`, then what to write, on a line of its own.
 * @param folder put before the file, so that editors and terminals find it
 */
export function formatDiagnostic({ severity, at, message, advice }: Diagnostic, folder = ''): string {
  const path = folder === '' ? at.file : `${folder.replace(/\/$/, '')}/${at.file}`;
  const mark = severity === 'warning' ? 'warning: ' : '';
  return `${path}:${at.line}:${at.column}  ${mark}${message}\n    ${advice}`;
}
