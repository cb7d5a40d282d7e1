/** The file of additions: what is written reads back; whatever else is refused, with everything that is wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAdditionsFile, writeAdditionsFile } from '../../src/exchange/additions-file.ts';
import { addition } from '../session/additions/sample-additions.ts';

const WRITTEN = '2026-11-26T10:00:00.000Z';
const two = [addition(), addition({ id: 'b', kind: 'deadline', text: '2026-12-01', revision: 3 })];
const written = writeAdditionsFile({ id: 'small', version: '1.0.0' }, WRITTEN, two);
const parsed = JSON.parse(written) as Record<string, unknown> & { additions: Record<string, unknown>[] };
const read = (value: unknown) => readAdditionsFile(JSON.stringify(value), 'small');

describe('what is written', () => {
  it('reads back to what its authors wrote, and holds nothing of this device', () => {
    const back = readAdditionsFile(written, 'small');
    expect('file' in back && back.file.additions).toEqual(
      two.map(({ id, output, kind, text, author, date }) => ({ id, output, kind, text, author, date })),
    );
    expect(written).not.toContain('revision');
    expect(written).not.toContain('deletedAt');
  });

  it('holds a frozen form, version 1', () => {
    expect(Object.keys(parsed)).toEqual(['format', 'version', 'pack', 'written', 'additions']);
    expect(parsed.format).toBe('waymark-additions');
    expect(parsed.version).toBe(1);
    expect(Object.keys(parsed.additions[0] ?? {}).sort()).toEqual([
      'author',
      'date',
      'id',
      'kind',
      'output',
      'text',
    ]);
  });

  it('is never told to be there where it does not read back', () => {
    expect(() =>
      writeAdditionsFile({ id: 'small', version: '1' }, WRITTEN, [addition({ text: '' })]),
    ).toThrow();
  });
});

describe('what is refused', () => {
  const [first, second] = parsed.additions;
  it.each<[string, unknown, unknown[]]>([
    ['another text', 'hello', [{ code: 'notSuchAFile' }]],
    ['nothing', null, [{ code: 'notSuchAFile' }]],
    ['another format', { ...parsed, format: 'waymark-session' }, [{ code: 'notSuchAFile' }]],
    ['no version', { ...parsed, version: undefined }, [{ code: 'notSuchAFile' }]],
    ['a later version', { ...parsed, version: 2, additions: 7 }, [{ code: 'later', version: 2 }]],
    ['version 0', { ...parsed, version: 0 }, [{ code: 'head', field: 'version', fault: 'malformed' }]],
    ['another pack', { ...parsed, pack: { id: 'big', version: '1' } }, [{ code: 'otherPack', pack: 'big' }]],
    [
      'no additions',
      { ...parsed, additions: undefined },
      [{ code: 'head', field: 'additions', fault: 'missing' }],
    ],
    ['a field too many', { ...parsed, more: 1 }, [{ code: 'head', field: 'more', fault: 'unknown' }]],
    [
      'a time that is none',
      { ...parsed, written: 'soon' },
      [{ code: 'head', field: 'written', fault: 'malformed' }],
    ],
    [
      'too many',
      { ...parsed, additions: Array.from({ length: 2001 }, () => first) },
      [{ code: 'tooMany', most: 2000 }],
    ],
    ['one twice', { ...parsed, additions: [first, first] }, [{ code: 'addition', place: 2, fault: 'twice' }]],
    [
      'everything at once',
      {
        ...parsed,
        written: 7,
        additions: [{ ...first, kind: 'view', more: 1 }, 7, { ...second, text: 'soon' }],
      },
      [
        { code: 'head', field: 'written', fault: 'malformed' },
        { code: 'unknownField', place: 1, field: 'more' },
        { code: 'field', place: 1, field: 'kind', fault: 'kind' },
        { code: 'addition', place: 2, fault: 'malformed' },
        { code: 'field', place: 3, field: 'text', fault: 'date' },
      ],
    ],
  ])('%s', (_, value, problems) => expect(read(value)).toEqual({ problems }));

  it.each(['', '{', '[]', '"x"'])('text that is no such file: %j', (text) => {
    expect(readAdditionsFile(text, 'small')).toEqual({ problems: [{ code: 'notSuchAFile' }] });
  });

  it('a prototype put in as a field', () => {
    const text = written.replace('"author"', '"__proto__": {"x": 1}, "author"');
    expect(readAdditionsFile(text, 'small')).toEqual({
      problems: [{ code: 'badName', name: '__proto__' }],
    });
  });

  it('never throws, whatever was changed in it, and takes only what could have been written', () => {
    fc.assert(
      fc.property(fc.nat(written.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        const text = written.slice(0, at) + put + written.slice(at + 1);
        const back = readAdditionsFile(text, 'small');
        if ('problems' in back) expect(back.problems.length).toBeGreaterThan(0);
        // What is taken is a file that could have been written.
        else
          expect(() =>
            writeAdditionsFile(
              back.file.pack,
              back.file.written,
              back.file.additions.map((one) => addition(one)),
            ),
          ).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });
});
