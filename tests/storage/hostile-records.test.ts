/** Records that no Waymark writes, in either copy: each is told, and none ends the reading of the others. */
import { describe, expect, it } from 'vitest';
import { contentsOf } from '../../src/storage/copy/records.ts';
import { reconcile } from '../../src/storage/reconcile.ts';
import { sessionsFrom } from '../../src/storage/stored.ts';
import { journalOf } from '../session/samples.ts';

const journal = journalOf();
const last = journal.at(-1)?.hash ?? '';
const meta = (id: unknown, more = {}) => ({
  id,
  place: '',
  deletedAt: '',
  count: journal.length,
  last,
  ...more,
});
const entriesOf = (id: unknown) => journal.map((entry) => ({ ...entry, session: id }));
const circle: Record<string, unknown> = {};
circle.self = circle;
let deep: unknown = 1;
for (let i = 0; i < 20_000; i++) deep = [deep];

describe('the database', () => {
  it.each([
    ['a number', 7],
    ['a day', new Date(0)],
    ['a list', ['a']],
    ['nothing', ''],
    ['half a letter', '\ud800'],
  ])('a session whose id is %s is damaged, the other is whole', (_, id) => {
    const metas = [meta(id), meta('good')] as { id: string }[];
    const records = [...entriesOf(id), ...entriesOf('good')] as { session: string }[];
    const found = sessionsFrom(metas, records);
    expect(found.map((one) => ('session' in one ? one.session.id : one.reason))).toEqual(['broken', 'good']);
  });

  it.each([
    ['a circle', circle],
    ['very deep', deep],
    ['no number', Number.NaN],
    ['a map', new Map([['a', 1]])],
  ])('an action in which something is %s is damaged, with and without its hash', (_, value) => {
    const [first] = journal;
    const entry = { ...first, session: 'bad', action: { ...first?.action, carried: value } };
    const found = sessionsFrom([meta('bad')] as { id: string }[], [entry as { session: string }]);
    expect(found).toEqual([{ id: 'bad', reason: 'broken' }]);
  });
});

describe('bringing both copies in step', () => {
  const head = { count: journal.length, last };
  it('a copy with a circle in it is made good from the other', () => {
    const records = journal.map((entry) => ({ ...entry, action: circle }));
    const first = { records, head, deletedAt: '', life: 0 };
    const second = { records: [...journal], head, deletedAt: '', life: 0 };
    expect(reconcile({ first, second, ended: 0 })).toMatchObject({
      kind: 'whole',
      entries: journal,
      mend: { first: true, second: false },
    });
    expect(reconcile({ first, second: { ...first }, ended: 0 })).toMatchObject({ kind: 'damaged' });
  });

  it('a line whose number is beyond all numbers leaves room for the lines to come', () => {
    const far = { id: 2 ** 53 - 1, session: 'a', entry: journal[0] };
    expect(contentsOf([far, { ...far, id: 3 }])).toMatchObject({ lastId: 3 });
  });
});
