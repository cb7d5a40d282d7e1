/**
 * Own additions: what the user puts beside an output that the brief does not say, such as who decides it. They are
 * kept apart from sessions, serve in all of them, and never touch a verdict.
 */
import { isInherited } from '../../engine/inherited.ts';

/** In the order in which they are read. */
export const ADDITION_KINDS = [
  'body',
  'procedure',
  'legalBasis',
  'lead',
  'nextStep',
  'deadline',
  'line',
] as const;
export type AdditionKind = (typeof ADDITION_KINDS)[number];

/** What its author wrote. */
export interface AdditionText {
  output: string;
  kind: AdditionKind;
  /** A calendar day (yyyy-mm-dd) where the kind is `deadline`. */
  text: string;
  author: string;
  /** The day on which it was written (yyyy-mm-dd). */
  date: string;
}

/** The same id on two devices is the same addition, perhaps in different words. */
export interface SharedAddition extends AdditionText {
  id: string;
}

/** As it is kept on this device. */
export interface Addition extends SharedAddition {
  /** Id of the pack that has the output. */
  pack: string;
  /** 1 when first kept here, then one more with each change: tells whether another tab was first. */
  revision: number;
  /** ISO time, or '' */
  deletedAt: string;
}

export type AdditionField = keyof SharedAddition;

export type AdditionFault = 'missing' | 'notText' | 'empty' | 'long' | 'controls' | 'kind' | 'date' | 'id';

/** Letters of each field at most. */
export const LONGEST: Record<AdditionField, number> = {
  id: 64,
  output: 64,
  kind: 16,
  text: 2000,
  author: 100,
  date: 10,
};

/** What is wrong with the fields of an addition, each; empty where it can be kept. */
export function faultsOf(fields: Readonly<Record<string, unknown>>): {
  field: AdditionField;
  fault: AdditionFault;
}[] {
  return (Object.keys(LONGEST) as AdditionField[]).flatMap((field) => {
    const fault = faultOf(field, fields[field], fields.kind);
    return fault === undefined ? [] : [{ field, fault }];
  });
}

function faultOf(field: AdditionField, value: unknown, kind: unknown): AdditionFault | undefined {
  if (value === undefined) return 'missing';
  if (typeof value !== 'string') return 'notText';
  if (value.trim() === '') return 'empty';
  if (value.length > LONGEST[field]) return 'long';
  if (CONTROLS.test(value)) return 'controls';
  if (field === 'kind' && !ADDITION_KINDS.some((known) => known === value)) return 'kind';
  if (field === 'id' && !/^[\w-]+$/.test(value)) return 'id';
  if ((field === 'id' || field === 'output') && isInherited(value)) return 'id';
  const day = field === 'date' || (field === 'text' && kind === 'deadline');
  return day && !isCalendarDay(value) ? 'date' : undefined;
}

/** Characters that steer a machine, but for line breaks and tabs; and those that turn the direction of what follows. */
export const CONTROLS = /(?![\n\r\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** A day that exists, written yyyy-mm-dd. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A stored record is an addition; anything else is reported, never dropped. */
export function isAddition(value: unknown): value is Addition {
  if (typeof value !== 'object' || value === null) return false;
  const { pack, revision, deletedAt, ...fields } = value as Record<string, unknown>;
  return (
    typeof pack === 'string' &&
    Number.isSafeInteger(revision) &&
    typeof deletedAt === 'string' &&
    faultsOf(fields).length === 0
  );
}

/** What its author wrote is the same, word for word. */
export function sameText(a: AdditionText, b: AdditionText): boolean {
  return (
    a.output === b.output &&
    a.kind === b.kind &&
    a.text === b.text &&
    a.author === b.author &&
    a.date === b.date
  );
}
