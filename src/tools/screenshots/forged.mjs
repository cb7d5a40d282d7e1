// @ts-check
/** Files that only another device could have written, for the pictures of what they would bring. */
import { createHash } from 'node:crypto';

/** @param {unknown} value @returns {string} as src/engine/canonical.ts writes it */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

/** @param {unknown} value */
const hashOf = (value) => createHash('sha256').update(canonical(value)).digest('hex');

/**
 * A backup in which the first session went on otherwise than here, and another one is new.
 * @param {string} text of a backup
 * @returns {string}
 */
export function goneOnElsewhere(text) {
  const { digest: _, ...backup } = JSON.parse(text);
  const [first] = backup.sessions;
  const entries = withLast(first.entries, { type: 'described', details: { meeting: 'Friday' } });
  const fresh = withLast(first.entries, {
    type: 'described',
    details: { title: 'The refinery, as the desk sees it' },
  });
  const sessions = [
    { ...first, entries },
    { ...first, id: '00000000-0000-4000-8000-00000000000f', entries: fresh },
    ...backup.sessions.slice(1, 4),
  ];
  const file = { ...backup, sessions };
  return JSON.stringify({ ...file, digest: hashOf(file) });
}

/** @param {any[]} entries @param {object} action in the place of the last */
function withLast(entries, action) {
  const before = entries.slice(0, -1);
  const { seq, time, prev } = entries[entries.length - 1];
  const entry = { seq, time, action, prev };
  return [...before, { ...entry, hash: hashOf(entry) }];
}

/** What the older version of the pack is called in {@link answeredBefore}. */
const BEFORE = '0.9.0';

/**
 * A pack as an older version of it may have been: it asks one question more, lacks one recommendation, and judges two
 * others by each other's rule.
 * @param {any} pack
 */
export function olderVersion(pack) {
  const { hash: _, ...content } = structuredClone(pack);
  const advice = content.outputs.filter((/** @type {any} */ { kind }) => kind === 'recommendation');
  const [one, two] = advice;
  const last = advice.at(-1).id;
  [one.when, two.when] = [two.when, one.when];
  const { outputs } = content.diagrams;
  [outputs[one.id], outputs[two.id]] = [outputs[two.id], outputs[one.id]];
  delete outputs[last];
  content.outputs = content.outputs.filter((/** @type {any} */ { id }) => id !== last);
  for (const { letters } of content.readings)
    for (const letter of letters)
      letter.replaces = letter.replaces.filter((/** @type {any} */ { output }) => output !== last);
  const [first] = content.questions;
  const options = ['yes', 'no'].map((id) => ({ id, exclusive: false }));
  const number = content.questions.length + 1;
  content.questions.push({
    ...first,
    id: 'press',
    number,
    kind: 'one',
    options,
    applies: { kind: 'always' },
  });
  content.diagrams.variables.push({ kind: 'one', question: 'press', size: 2 });
  content.version = BEFORE;
  return { ...content, hash: hashOf(content) };
}

/**
 * A backup with one session in it, answered under that version.
 * @param {string} text of a backup
 * @param {{ id: string, version: string, hash: string }} pack
 * @param {string} id of the session
 */
export function answeredBefore(text, { id: named, version, hash }, id) {
  const { digest: _, ...backup } = JSON.parse(text);
  const [
    {
      entries: [begun],
      ...first
    },
  ] = backup.sessions;
  const { carried, details, ...created } = begun.action;
  const action = {
    ...created,
    pack: { id: named, version, hash },
    details: { ...details, title: 'The refinery, in spring' },
    carried: { ...carried, answers: { ...carried.answers, press: 'yes' } },
  };
  const entry = { seq: 1, time: begun.time, action, prev: '' };
  const file = { ...backup, sessions: [{ ...first, id, entries: [{ ...entry, hash: hashOf(entry) }] }] };
  return JSON.stringify({ ...file, digest: hashOf(file) });
}
