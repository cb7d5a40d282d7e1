/** `npm run bench`: verdicts a second beside hand-written closures and the peers, in one run, all agreeing first. */
import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { compilePack } from '../../engine/compile/compile.ts';
import { createEngine } from '../../engine/create-engine.ts';
import type { Pack } from '../../engine/pack.ts';
import type { Situation } from '../../engine/verdict.ts';
import { readPack } from '../pack-reader.ts';
import { CLOSURES, type Complete } from './closures.ts';
import { jsonLogic, jsonRules, plainRules } from './peers.ts';

const SITUATIONS = 2000;
const ROUNDS = 7;
const ALWAYS = 2;

interface Contender {
  name: string;
  /** Verdicts over all situations once; returns how many hold, so that nothing is optimised away. */
  run: () => number | Promise<number>;
}

export async function bench(root: string, { short = false } = {}): Promise<number> {
  const { files } = readPack(join(root, 'rules/belarus-russia-2020'));
  const { pack } = compilePack(files, (text) => createHash('sha256').update(text).digest('hex'));
  if (pack === undefined) {
    console.error('The pack does not compile; run: npm run waymark -- check');
    return 1;
  }
  const ids = Object.keys(CLOSURES);
  const situations = completeAnswers(pack, short ? 200 : SITUATIONS);
  const engine = createEngine(pack);
  const positions = ids.map((id) => pack.outputs.findIndex((output) => output.id === id));
  const rules = plainRules(pack, ids);
  const logic = jsonLogic(rules);
  const rulesEngine = jsonRules(rules);
  const closures = ids.map((id) => CLOSURES[id] ?? (() => false));
  const asSituation = (answers: Complete): Situation => ({ answers, readings: {}, ruledOut: {} });
  const waymark = (answers: Complete): boolean[] => {
    const values = engine.values(asSituation(answers));
    return positions.map((position) => values[position] === ALWAYS);
  };
  const differing = await disagreements(situations, ids, closures, [
    ['waymark', async (a) => waymark(a)],
    ['json-logic-engine', async (a) => logic(a)],
    ['json-rules-engine', rulesEngine],
  ]);
  if (differing.length > 0) {
    console.error(differing.slice(0, 20).join('\n'));
    return 1;
  }
  const count = (of: (a: Complete) => ArrayLike<unknown>) => () => {
    let seen = 0;
    for (const answers of situations) seen += of(answers).length;
    return seen;
  };
  const few = situations.slice(0, Math.ceil(situations.length / 20));
  const contenders: (Contender & { situations: number })[] = [
    {
      name: 'closures by hand, complete answers, true or false',
      situations: situations.length,
      run: () => {
        let held = 0;
        for (const answers of situations) for (const rule of closures) if (rule(answers)) held++;
        return held;
      },
    },
    {
      name: 'waymark, complete answers, exact values',
      situations: situations.length,
      run: count((answers) => engine.values(asSituation(answers))),
    },
    {
      name: 'waymark, half of them unknown, exact values',
      situations: situations.length,
      run: (() => {
        const halves = situations.map(halfKnown);
        return () => halves.reduce((seen, situation) => seen + engine.values(situation).length, 0);
      })(),
    },
    {
      name: 'waymark, half unknown, with all they depend on',
      situations: few.length,
      run: (() => {
        const halves = few.map(halfKnown);
        return () =>
          halves.reduce(
            (seen, situation) => seen + Object.keys(engine.evaluate(situation).verdicts).length,
            0,
          );
      })(),
    },
    { name: 'json-logic-engine, interpreted', situations: situations.length, run: count(logic) },
    {
      name: 'json-rules-engine',
      situations: few.length,
      run: async () => {
        let seen = 0;
        for (const answers of few) seen += (await rulesEngine(answers)).length;
        return seen;
      },
    },
  ];
  console.log(
    `${ids.length} outputs of ${pack.id} ${pack.version}, ${situations.length} random situations; all four agree on each.`,
  );
  console.log(
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}; median of ${short ? 3 : ROUNDS} rounds.\n`,
  );
  let floor = 0;
  for (const contender of contenders) {
    const perSecond = await measured(contender, ids.length, short ? 3 : ROUNDS);
    floor ||= perSecond;
    const ratio = perSecond / floor;
    console.log(
      `${contender.name.padEnd(52)} ${Math.round(perSecond).toLocaleString('en').padStart(14)} verdicts/s  ${ratio.toFixed(ratio < 0.1 ? 4 : 2)} x`,
    );
  }
  return 0;
}

async function measured(
  contender: Contender & { situations: number },
  outputs: number,
  rounds: number,
): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    let times = 0;
    do {
      await contender.run();
      times++;
    } while (performance.now() - start < 200);
    // The first round warms up.
    if (round > 0)
      rates.push((times * contender.situations * outputs) / ((performance.now() - start) / 1000));
  }
  return rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
}

async function disagreements(
  situations: readonly Complete[],
  ids: readonly string[],
  closures: readonly ((a: Complete) => boolean)[],
  others: [string, (a: Complete) => Promise<boolean[]>][],
): Promise<string[]> {
  const found: string[] = [];
  for (const answers of situations.slice(0, 500)) {
    const expected = closures.map((rule) => rule(answers));
    for (const [name, of] of others)
      (await of(answers)).forEach((value, i) => {
        if (value !== expected[i])
          found.push(`${name} disagrees on ${ids[i]} for ${JSON.stringify(answers)}`);
      });
  }
  return found;
}

/** Every question answered, the same ones in each run. */
function completeAnswers(pack: Pack, count: number): Complete[] {
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 16) % below;
  };
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      pack.questions.map((question) => {
        if (question.kind === 'one')
          return [question.id, question.options[next(question.options.length)]?.id];
        const ticks = question.options.filter((o) => !o.exclusive && next(3) === 0).map((o) => o.id);
        const none = question.options.filter((o) => o.exclusive).map((o) => o.id);
        return [question.id, ticks.length > 0 ? ticks : none];
      }),
    ),
  ) as Complete[];
}

function halfKnown(answers: Complete): Situation {
  return {
    answers: Object.fromEntries(Object.entries(answers).filter((_, i) => i % 2 === 0)),
    readings: {},
    ruledOut: {},
  };
}
