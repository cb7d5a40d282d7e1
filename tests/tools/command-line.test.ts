/** The command line: what it prints on which stream, and how it ends, where the input is as it should be. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compilePack } from '../../src/engine/compile/compile.ts';
import { readPack } from '../../src/tools/pack-reader.ts';
import { EVALUATE, lines, npm, PACK, REAL, type Result, ROOT, waymark } from './command.ts';

const compiled = compilePack(readPack(REAL).files, (text) => createHash('sha256').update(text).digest('hex'));
if (compiled.pack === undefined) throw new Error('The pack has mistakes; npm run check tells them.');
const REAL_PACK = compiled.pack;
const CASES = compiled.cases;
const CONCLUDED = REAL_PACK.outputs.filter((o) => o.kind !== 'background').map((o) => o.id);

let folder: string;
const at = (name: string) => join(folder, name);
const write = (name: string, text: string) => writeFileSync(at(name), text);

/** What `evaluate` says to this text. */
function evaluated(text: string): Promise<Result> {
  write('input.json', text);
  return waymark([...EVALUATE, 'input.json'], folder);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('evaluate', () => {
  const inputs = CASES.map(({ input }) => JSON.stringify(input));

  it('prints every worked case as it is expected, in the order of the list, ids in pack order', async () => {
    write('cases.json', `[${inputs.join(',\n')}]`);
    const { code, out, err } = await npm([...EVALUATE, 'cases.json'], folder);
    expect([code, err]).toEqual([0, '']);
    const printed: unknown[] = JSON.parse(out);
    expect(printed).toHaveLength(CASES.length);
    expect(CASES.filter(({ id }) => /^[TE]/.test(id)).map(({ id }) => id)).toHaveLength(15);
    printed.forEach((evaluation, i) => {
      const { id, expected } = CASES[i] ?? { id: '', expected: { verdicts: {}, setAside: [], warnings: [] } };
      const { verdicts, ...lists } = evaluation as { verdicts: Record<string, object> };
      expect(Object.keys(verdicts), id).toEqual(CONCLUDED);
      // T and E are the given ones: they say every verdict of theirs.
      if (/^[TE]/.test(id)) expect(Object.keys(expected.verdicts).length, id).toBeGreaterThanOrEqual(53);
      for (const [output, wanted] of Object.entries(expected.verdicts))
        expect({ dependsOn: [], unconfirmed: [], ...verdicts[output] }, `${id} ${output}`).toEqual(wanted);
      expect(lists, id).toEqual({ setAside: expected.setAside, warnings: expected.warnings });
    });
  });

  it('gives an object for an object, an array for an array, a line for a line', async () => {
    const one = await evaluated('{\n  "buyout": "russian"\n}\n');
    const list = await evaluated(` [${inputs[0]}]`);
    const empty = await evaluated('[]');
    const two = await evaluated(`\uFEFF${inputs[0]}\r\n\r\n${inputs[1]}\r\n`);
    const single = await evaluated(`${inputs[0]}\n`);
    const found = (text: string): unknown => JSON.parse(text);
    expect(found(one.out)).toMatchObject({
      verdicts: { R4: { status: 'holds' } },
      setAside: [],
      warnings: [],
    });
    expect(lines(one.out)).toHaveLength(1);
    expect(found(list.out)).toEqual([found(single.out)]);
    expect(found(empty.out)).toEqual([]);
    expect(lines(two.out)).toHaveLength(2);
    expect(lines(two.out)[0]).toBe(single.out.trim());
    for (const { code, err } of [one, list, empty, two, single]) expect([code, err]).toEqual([0, '']);
  });

  it('takes what means the same for the same', async () => {
    const same: [string, string, string][] = [
      ['absent, and an empty list', '{}', '{"narrative": []}'],
      ['absent, and unknown', '{}', '{"buyout": "dont_know"}'],
      ['absent, and nothing ticked but unsure', '{}', '{"narrative": ["dont_know"]}'],
      ['the short form, and the full one', '{"buyout": "russian"}', '{"answers": {"buyout": "russian"}}'],
      [
        'the order of ticks',
        '{"narrative": ["voluntary", "benefits"]}',
        '{"narrative": ["benefits", "voluntary"]}',
      ],
      ['the default reading, and none', '{"readings": {"A3": "a"}}', '{"ruledOut": {}}'],
      ['nothing ruled out', '{"ruledOut": {"buyout": []}}', '{"answers": {}}'],
    ];
    const { code, out, err } = await evaluated(
      same.map(([, first, second]) => `${first}\n${second}\n`).join(''),
    );
    expect([code, err]).toEqual([0, '']);
    const printed = lines(out);
    same.forEach(([name], i) => {
      expect(printed[2 * i], name).toBe(printed[2 * i + 1]);
    });
    // Not all the same: what differs prints otherwise.
    expect(new Set(printed).size).toBe(3);
  });

  it('keeps the order of 5,000 lines', async () => {
    const known = ['russian', 'planned', 'other', 'none'].flatMap((buyout) =>
      ['gradual', 'annexation', 'stalled', 'reversed'].map((scenario) =>
        JSON.stringify({ buyout, scenario }),
      ),
    );
    const order = Array.from({ length: 5_000 }, (_, i) => (i * i + 3 * i) % known.length);
    const first = await evaluated(known.join('\n'));
    write('many.jsonl', order.map((i) => `${known[i]}\n`).join(''));
    const all = await npm([...EVALUATE, 'many.jsonl'], folder);
    const printed = lines(first.out);
    expect(new Set(printed).size).toBe(known.length);
    expect([all.code, all.err]).toEqual([0, '']);
    expect(lines(all.out)).toEqual(order.map((i) => printed[i]));
  });

  it('ends quietly when its reader wants no more', async () => {
    const child = spawn(process.execPath, [join(ROOT, 'src/tools/waymark.mjs'), ...EVALUATE, '-'], {
      cwd: folder,
    });
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('{}\n'.repeat(2_000));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});

describe('what stands where', () => {
  beforeAll(() => {
    mkdirSync(at('deep'));
    write('deep/answers.json', '{"buyout": "russian"}');
    cpSync(REAL, at(`deep/${PACK}`), { recursive: true });
  });
  it.each<[string, () => string[], string?]>([
    ['file and pack from where one stands', () => ['--pack', `./${PACK}`, 'answers.json']],
    [
      'file above and pack in the project, the version asked for, the file first',
      () => ['../deep/answers.json', '--output-version=1', '--pack', `rules/${PACK}`],
    ],
    ['both by their whole paths', () => [`--pack=${REAL}`, at('deep/answers.json')]],
    ['standard input', () => ['--pack', PACK, '-'], '{"buyout": "russian"}'],
  ])('%s', async (_, args, input = '') => {
    const { code, out, err } = await npm(['evaluate', ...args()], at('deep'), input);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out).verdicts.O3).toEqual({
      status: 'open',
      dependsOn: ['bidders_blocked', 'illegal_other'],
    });
  });
});

describe('the other commands', () => {
  it('--version says its own and that of what evaluate prints', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const { code, out, err } = await npm(['--version'], folder);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({ waymark: version, evaluate: 1 });
  });

  it('check reports what is proved of every pack', async () => {
    const { code, out, err } = await waymark(['check'], folder);
    expect([code, err]).toEqual([0, '']);
    expect(lines(out)).toEqual([
      `${PACK} ${REAL_PACK.version}: no errors. Over all 182,643,484,262,400 sets of answers:`,
      '  53 of 53 outputs can hold and can fail, or are declared standing (R4).',
      '  4 of 4 warnings and 6 of 6 notes can hold and can fail.',
      '  20 of 20 questions can change a verdict, or are declared informative (civil_society).',
      '  20 of 20 questions can be reached, none by way of a dead end.',
      '  10 of 10 pairs of outputs declared exclusive never hold together.',
      '  14 of 14 pairs of letters of a reading differ.',
      '  79 of 79 statements are shown where they can be reached.',
      `  ${CASES.length} of ${CASES.length} worked cases come out as written.`,
      expect.stringMatching(
        /^ {2}\d+ of \d+ branches of the conditions are exercised by a worked case; \d+ more cases/,
      ),
      expect.stringMatching(/^ {2}\d+ numbers hold all its diagrams\. Content hash [0-9a-f]{16}\.$/),
    ]);
  });

  it('check --json prints the whole report, and null where an error stands in its way', async () => {
    const { code, out, err } = await waymark(['check', '--json', PACK], folder);
    expect([code, err]).toEqual([0, '']);
    const { version, packs } = JSON.parse(out);
    expect(version).toBe(1);
    expect(packs).toMatchObject([
      {
        diagnostics: [],
        soundness: { version: 1, pack: { id: PACK, hash: REAL_PACK.hash }, figures: { sound: true } },
      },
    ]);
    expect(packs[0].soundness.coverage.closing.length).toBeGreaterThan(0);
    cpSync(REAL, at(`json/${PACK}`), { recursive: true });
    const courses = at(`json/${PACK}/courses.yaml`);
    writeFileSync(
      courses,
      readFileSync(courses, 'utf8').replace('exclusive_with: [SC4]', 'exclusive_with: [R4]'),
    );
    const wrong = await waymark(['check', '--json', `json/${PACK}`], folder);
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.out).packs).toMatchObject([
      { soundness: null, diagnostics: [{ code: 'not-exclusive', at: { file: 'courses.yaml' } }] },
    ]);
  });

  it('check tells everything that is wrong with a pack, with its place, and evaluate refuses it', async () => {
    spoilt('broken', {
      'questions.yaml': ['{ decisions: none }', '{ decisons: none }'],
      'recommendations.yaml': ['when: sanctionable_buyout', 'when: sanctionable_buyot'],
      'locales/en.yaml': ['\nsections:', '\nsectons:'],
    });
    const checked = await npm(['check', `broken/${PACK}`], folder);
    const refused = await waymark(['evaluate', '--pack', `broken/${PACK}`, 'none.json'], folder);
    expect([checked.code, checked.out]).toEqual([1, '']);
    expect([refused.code, refused.out]).toEqual([2, '']);
    const place = (file: string, rest: string) =>
      new RegExp(`^broken/${PACK}/${file}:\\d+:\\d+ {2}${rest}`, 'm');
    const wanted = [
      place('questions.yaml', '.*"decisons"\\n {4}Did you mean "decisions"'),
      place('recommendations.yaml', '.*"sanctionable_buyot"\\n {4}Did you mean "sanctionable_buyout"'),
      place('locales/en.yaml', '.*sectons'),
    ];
    for (const { err } of [checked, refused]) for (const message of wanted) expect(err).toMatch(message);
    expect(checked.err).toMatch(/: \d+ errors\.\n$/);
  });

  it('check names each worked case that does not come out as written', async () => {
    spoilt('wrong-case', {
      'cases.yaml': ['R4: { status: holds }', 'R4: { status: open, dependsOn: [buyout] }'],
    });
    const { code, out, err } = await waymark(['check', `wrong-case/${PACK}`], folder);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /cases\.yaml:\d+:\d+ {2}Case "T01" expects R4 to be open depending on buyout; it is holds\n {4}Correct/,
    );
    expect(err).toMatch(/: one error\.\n$/);
  });

  it('schema writes the schemas that come with the pack', async () => {
    cpSync(REAL, at(`bare/${PACK}`), { recursive: true });
    rmSync(at(`bare/${PACK}/schema`), { recursive: true });
    const { code, err } = await waymark(['schema', `bare/${PACK}`], folder);
    expect([code, err]).toEqual([0, '']);
    const schemas = (pack: string) =>
      readdirSync(join(pack, 'schema')).map((name) => [
        name,
        readFileSync(join(pack, 'schema', name), 'utf8'),
      ]);
    expect(schemas(at(`bare/${PACK}`))).toEqual(schemas(REAL));
  });
});

/** A copy of the pack in `name`, with the first of each pair replaced by the second. */
function spoilt(name: string, changes: Record<string, [string, string]>): void {
  const copy = at(`${name}/${PACK}`);
  cpSync(REAL, copy, { recursive: true });
  for (const [file, [from, to]] of Object.entries(changes)) {
    const text = readFileSync(join(copy, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(copy, file), text.replace(from, to));
  }
}
