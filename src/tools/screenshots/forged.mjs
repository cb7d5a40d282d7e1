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
