/** What an action must look like when it comes from outside memory: from a database, from a file. */
import { isInherited, own } from '../engine/inherited.ts';
import { type Action, BASES, CONFIDENCES, CREDIBILITIES, HANDLING_LABELS, RELIABILITIES } from './journal.ts';

/** `exact`: nothing else may be there, as in a file from anywhere; a later version may have put more on a journal. */
type Check = (value: unknown, exact?: boolean) => boolean;
type Type = Action['type'];

const text: Check = (value) => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** An id or a key: never what every object has by birth. */
const name: Check = (value) => typeof value === 'string' && !isInherited(value);
const names: Check = (value) => Array.isArray(value) && value.every((one) => name(one));
const answer: Check = (value) => name(value) || names(value);
const record =
  (check: Check): Check =>
  (value, exact) =>
    isObject(value) && Object.entries(value).every(([key, one]) => name(key) && check(one, exact));
const listOf =
  (check: Check): Check =>
  (value, exact) =>
    Array.isArray(value) && value.every((one) => check(one, exact));
const optional =
  (check: Check): Check =>
  (value, exact) =>
    value === undefined || check(value, exact);
const position: Check = (value) => value === undefined || Number.isSafeInteger(value);
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) > 0;
const path: Check = (value) => value === 'short' || value === 'whole';
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);

const shape =
  (fields: Record<string, Check>): Check =>
  (value, exact) =>
    isObject(value) &&
    Object.entries(fields).every(([name, check]) => check(value[name], exact)) &&
    (exact !== true || Object.keys(value).every((name) => Object.hasOwn(fields, name)));

const detailFields: Record<string, Check> = {
  title: text,
  for: text,
  from: text,
  meeting: text,
  informationUpTo: text,
  handling: oneOf(['', ...HANDLING_LABELS]),
  handlingNote: text,
};
const someDetails: Check = (value) =>
  isObject(value) &&
  Object.entries(value).every(([key, detail]) => own(detailFields, key)?.(detail) ?? false);

const origin: Check = (value) => {
  if (!isObject(value)) return false;
  if (value.kind === 'blank') return true;
  if (value.kind === 'copy') return name(value.of);
  return (value.kind === 'brief' || value.kind === 'hypothetical') && name(value.scenario);
};

/** A day (yyyy-mm-dd), or nothing. */
const day: Check = (value) => typeof value === 'string' && /^(\d{4}-\d{2}-\d{2})?$/.test(value);
const yes: Check = (value) => typeof value === 'boolean';

const question = { question: name };
const option = { question: name, option: name };

const source = shape({ id: name, title: text, reliability: oneOf(['', ...RELIABILITIES]) });
const sourceUse = shape({
  source: name,
  stance: oneOf(['for', 'against']),
  informationOf: text,
  credibility: oneOf(['', ...CREDIBILITIES]),
});
const evidence = shape({
  confidence: oneOf(['', ...CONFIDENCES]),
  basis: oneOf(['', ...BASES]),
  sources: listOf(sourceUse),
  note: text,
  ownView: text,
});

const packName = shape({ id: name, version: text, hash: text });
const newsFields: Record<string, Check> = { id: name, date: day, source: text, what: text, questions: names };
const addition = shape({ id: name, output: name, kind: text, text, author: text, date: day });

const verdicts = record(shape({ status: oneOf(['holds', 'fails', 'open']), confirmed: yes }));

const said = {
  answers: record(answer),
  unchecked: names,
  ruledOut: record(names),
  readings: record(name),
};

const SHAPES: Record<Type, Record<string, Check>> = {
  created: {
    pack: packName,
    details: shape(detailFields),
    origin,
    path,
    carried: shape({
      ...said,
      evidence: optional(record(evidence)),
      sources: optional(listOf(source)),
      news: optional(listOf(shape({ ...newsFields, settled: names }))),
      reviews: optional(record(day)),
    }),
  },
  answered: { question: name, answer },
  cleared: question,
  checked: question,
  ruledOut: option,
  broughtBack: option,
  readingTaken: { reading: name, letter: name },
  described: { details: someDetails },
  pathTaken: { path },
  assessed: { question: name, evidence },
  sourceKept: { source },
  newsKept: { news: shape(newsFields) },
  reassessed: { news: name, question: name },
  reviewSet: { question: name, by: day },
  issued: {
    pack: packName,
    verdicts,
    additions: listOf(addition),
  },
  upgraded: { from: packName, to: packName, verdicts },
  erased: { texts: count },
  undone: { of: position },
  redone: { of: position },
};

/**
 * Judges a stored action: `known` is safe to use as an Action; `later` is of a type that this version does not
 * know; `malformed` is of a known type and not of its form.
 * @param exact fields that are not of its form are malformed too.
 */
export function judgeAction(value: unknown, exact = false): 'known' | 'later' | 'malformed' {
  if (!isObject(value) || typeof value.type !== 'string') return 'malformed';
  if (!isKnownType(value.type)) return 'later';
  return shape({ type: text, ...SHAPES[value.type] })(value, exact) ? 'known' : 'malformed';
}

/** Whether something kept beside a journal is what a list takes of its state (see gist.ts). */
export const isGist = shape({
  ...said,
  pack: packName,
  details: shape(detailFields),
  origin,
  evidence: record(evidence),
  sources: listOf(source),
  reviews: record(day),
  changed: text,
});

function isKnownType(type: string): type is Type {
  return Object.hasOwn(SHAPES, type);
}
