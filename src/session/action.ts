/**
 * What an action must look like when it comes from outside memory: from a database, from a file. Of one that does not,
 * whatever can be used is used, and the rest is left out: what was kept once must always be readable.
 */
import { isInherited, own } from '../engine/inherited.ts';
import { type Action, BASES, CONFIDENCES, CREDIBILITIES, HANDLING_LABELS, RELIABILITIES } from './journal.ts';

/** `exact`: nothing else may be there, as in a file from anywhere; a later version may have put more on a journal. */
interface Check {
  (value: unknown, exact?: boolean): boolean;
  /** The value without what is wrong in it; undefined where nothing can be used. */
  heal?(value: unknown): unknown;
}
type Type = Action['type'];

const text: Check = (value) => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** An id or a key: never what every object has by birth. */
const name: Check = (value) => typeof value === 'string' && !isInherited(value);
const names: Check = (value) => Array.isArray(value) && value.every((one) => name(one));
const answer: Check = (value) => name(value) || names(value);
const never: Check = () => false;
const healing = (check: Check, heal: (value: unknown) => unknown): Check => Object.assign(check, { heal });
const healed = (check: Check, value: unknown): unknown => (check(value) ? value : check.heal?.(value));
const record = (check: Check): Check =>
  healing(
    (value, exact) =>
      isObject(value) && Object.entries(value).every(([key, one]) => name(key) && check(one, exact)),
    (value) => (isObject(value) ? withoutBad(value, (key) => (name(key) ? check : never)) : undefined),
  );
const listOf = (check: Check): Check =>
  healing(
    (value, exact) => Array.isArray(value) && value.every((one) => check(one, exact)),
    (value) =>
      Array.isArray(value)
        ? value.map((one) => healed(check, one)).filter((one) => one !== undefined)
        : undefined,
  );
const optional = (check: Check): Check =>
  healing(
    (value, exact) => value === undefined || check(value, exact),
    (value) => healed(check, value),
  );
const position: Check = (value) => value === undefined || Number.isSafeInteger(value);
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) > 0;
const path: Check = (value) => value === 'short' || value === 'whole';
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);

const shape = (fields: Record<string, Check>): Check => {
  const check: Check = (value, exact) =>
    isObject(value) &&
    Object.entries(fields).every(([name, field]) => field(value[name], exact)) &&
    (exact !== true || Object.keys(value).every((name) => Object.hasOwn(fields, name)));
  return healing(check, (value) => {
    if (!isObject(value)) return undefined;
    const found = withoutBad(value, (name) => (Object.hasOwn(fields, name) ? fields[name] : undefined));
    return check(found) ? found : undefined;
  });
};

/** @param checkOf undefined: the member is nobody's business, and stays. */
function withoutBad(value: Record<string, unknown>, checkOf: (name: string) => Check | undefined): unknown {
  const kept: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    const check = checkOf(name);
    const found = check === undefined ? member : healed(check, member);
    if (found !== undefined) kept.push([name, found]);
  }
  return Object.fromEntries(kept);
}

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
/** The day of something that is more than its day. */
const dayOf: Check = healing(
  (value) => day(value),
  () => '',
);
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
const newsFields: Record<string, Check> = {
  id: name,
  date: dayOf,
  source: text,
  what: text,
  questions: names,
};
const addition = shape({ id: name, output: name, kind: text, text, author: text, date: dayOf });

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

const FORMS = Object.fromEntries(
  Object.entries(SHAPES).map(([type, fields]) => [type, shape({ type: text, ...fields })]),
) as Record<Type, Check>;

/**
 * Judges a stored action: `known` is safe to use as an Action; `later` is of a type that this version does not
 * know; `malformed` is of a known type and not of its form, see `usable`.
 * @param exact fields that are not of its form are malformed too.
 */
export function judgeAction(value: unknown, exact = false): 'known' | 'later' | 'malformed' {
  if (!isObject(value) || typeof value.type !== 'string') return 'malformed';
  if (!isKnownType(value.type)) return 'later';
  return FORMS[value.type](value, exact) ? 'known' : 'malformed';
}

/** Changes nothing: what stands for an action of which nothing can be used. */
const NOTHING: Action = { type: 'undone', of: 0 };

const judged = new WeakMap<object, Action | undefined>();

/**
 * What of an action of a journal can be used, as an action of the same type: a bad day of something is left out, and so
 * is the bad member of a list. undefined: nothing can. An action that is of its form is returned as it is.
 * Each is judged once, however often the journal is folded.
 */
export function usable(action: Action): Action | undefined {
  const known = judged.get(action);
  if (known !== undefined || judged.has(action)) return known;
  // Whoever meets a later version's action says so.
  const form = isKnownType(action.type) ? FORMS[action.type] : undefined;
  const found = form === undefined ? action : (healed(form, action) as Action | undefined);
  judged.set(action, found);
  return found;
}

/** As `usable`, with an action that changes nothing in the place of none. */
export function usableOrNothing(action: Action): Action {
  return usable(action) ?? NOTHING;
}

/** Letters of one text: more is taken from no file (exchange/hostile.ts). */
export const LONGEST_TEXT = 1_000_000;

/** Whether every reader takes it, that of files included: asked of each action before it is recorded. */
export function isWritable(action: Action): boolean {
  let long = false;
  JSON.stringify(action, (_, value: unknown) => {
    long ||= typeof value === 'string' && value.length > LONGEST_TEXT;
    return value;
  });
  return !long && judgeAction(action, true) === 'known';
}

/** Something of it is left out. */
export function isHurt(action: Action): boolean {
  return usable(action) !== action;
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
  leftOut: (value) => Number.isSafeInteger(value),
});

function isKnownType(type: string): type is Type {
  return Object.hasOwn(SHAPES, type);
}
