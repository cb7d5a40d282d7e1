/** What the measurements in a browser run there: a large pack compiled, readied, and followed answer by answer. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { compilePack } from '../../engine/compile/compile.ts';
import type { Sources } from '../../engine/compile/sources.ts';
import { createEngine } from '../../engine/create-engine.ts';
import type { Pack } from '../../engine/pack.ts';
import { answerTo, completeAnswers, situationOf } from './answers.ts';
import { quantile } from './measure.ts';
import { Random } from './random.ts';

/** Milliseconds. */
export interface Followed {
  compiling: number;
  readying: number;
  /** Of one changed answer, all verdicts anew with what each hangs on: median and 95th percentile. */
  changed: { median: number; p95: number };
}

/** @param count of changed answers */
export function follow(sources: Sources, count: number): Followed {
  const start = performance.now();
  const { pack } = compilePack(sources, (text) => bytesToHex(sha256(utf8ToBytes(text))));
  if (pack === undefined) throw new Error('The pack does not compile.');
  const compiled = performance.now();
  const engine = createEngine(pack).following();
  const readied = performance.now();
  return {
    compiling: compiled - start,
    readying: readied - compiled,
    changed: timesOf(pack, (situation) => engine.evaluate(situation), count),
  };
}

type Evaluate = (situation: ReturnType<typeof situationOf>) => unknown;

function timesOf(pack: Pack, evaluate: Evaluate, count: number): Followed['changed'] {
  const random = new Random(3);
  const [answers = {}] = completeAnswers(pack, random, 1);
  let situation = situationOf(answers);
  evaluate(situation);
  const times = Array.from({ length: count }, () => {
    const question = random.pick(pack.questions);
    const start = performance.now();
    situation = {
      ...situation,
      answers: { ...situation.answers, [question.id]: answerTo(question, random) },
    };
    evaluate(situation);
    return performance.now() - start;
  });
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

Object.assign(globalThis, { followLargePack: follow });
