/** Random packs and situations from a seed, so that a failure can be run again. */
import type { CheckedPack } from '../../src/engine/compile/checked.ts';
import type { Condition } from '../../src/engine/condition.ts';
import { buildDiagrams } from '../../src/engine/diagram/build.ts';
import type {
  Answer,
  Output,
  OutputKind,
  Pack,
  Question,
  Reading,
  Replacement,
} from '../../src/engine/pack.ts';
import type { Situation } from '../../src/engine/verdict.ts';
import { Random } from '../../src/tools/bench/random.ts';

export { Random };

export function packOf(checked: CheckedPack): Pack {
  return { ...checked, format: 1, hash: '', diagrams: buildDiagrams(checked).diagrams };
}

export function randomPack(random: Random): CheckedPack {
  const questions: Question[] = [];
  const count = 2 + random.below(4);
  for (let i = 0; i < count; i++) {
    const kind = random.chance(0.6) ? 'one' : 'several';
    const options = Array.from({ length: 2 + random.below(2) }, (_, o) => ({
      id: `o${o}`,
      exclusive: false,
    }));
    if (kind === 'several') options.push({ id: 'none', exclusive: true });
    const applies: Condition =
      i > 0 && random.chance(0.5) ? randomCondition(random, questions, [], 2) : { kind: 'always' };
    questions.push({
      id: `q${i}`,
      number: i + 1,
      section: 's',
      kind,
      options,
      applies,
      statements: [],
      findOut: 'hint',
    });
  }
  const conditions: CheckedPack['conditions'] = [];
  for (let i = 0; i < random.below(3); i++)
    conditions.push({
      id: `n${i}`,
      when: randomCondition(
        random,
        questions,
        conditions.map((c) => c.id),
        2,
      ),
    });
  const names = conditions.map((c) => c.id);
  const kinds: OutputKind[] = ['recommendation', 'option', 'consequence', 'silence', 'scenario'];
  const outputs: Output[] = Array.from({ length: 1 + random.below(4) }, (_, i) => ({
    id: `r${i}`,
    kind: random.pick(kinds),
    when: random.chance(0.2) ? { kind: 'always' } : randomCondition(random, questions, names, 3),
    ...(random.chance(0.4) ? { lapses: randomCondition(random, questions, names, 2) } : {}),
    standing: false,
    source: [],
    notes: [],
  }));
  const single = questions.find((q) => q.kind === 'one');
  if (single !== undefined && random.chance(0.3))
    outputs.push({
      id: 'u',
      kind: 'scenario',
      when: { kind: 'undecided', question: single.id },
      standing: false,
      source: [],
      notes: [],
    });
  return {
    id: 'random',
    version: '1.0.0',
    brief: { title: '', authors: [], publisher: '', paragraphs: 1 },
    sections: ['s'],
    statements: [],
    questions,
    conditions,
    readings: randomReadings(random, questions, conditions, outputs),
    remarks: [],
    outputs,
    warnings: [{ id: 'W1', when: randomCondition(random, questions, names, 2) }],
    scenarios: [],
  };
}

function randomReadings(
  random: Random,
  questions: Question[],
  conditions: CheckedPack['conditions'],
  outputs: Output[],
): Reading[] {
  const names = conditions.map((c) => c.id);
  const targets: (() => Replacement)[] = [
    ...outputs
      .filter((o) => o.when.kind !== 'undecided')
      .flatMap((o) => [
        (): Replacement => ({
          target: 'when',
          output: o.id,
          condition: randomCondition(random, questions, names, 2),
        }),
        (): Replacement => ({
          target: 'lapses',
          output: o.id,
          condition: randomCondition(random, questions, names, 1),
        }),
      ]),
    // A replaced name or guard speaks of nothing that could speak of it.
    ...names.map(
      (name) => (): Replacement => ({
        target: 'condition',
        name,
        condition: randomCondition(random, questions, [], 2),
      }),
    ),
    ...questions.slice(1).map(
      (q, i) => (): Replacement => ({
        target: 'applies',
        question: q.id,
        condition: randomCondition(random, questions.slice(0, i + 1), [], 1),
      }),
    ),
  ];
  const used = new Set<number>();
  return Array.from({ length: random.below(3) }, (_, i): Reading => {
    const free = targets.map((_, t) => t).filter((t) => !used.has(t));
    const mine = random.some(free, 0.3).slice(0, 2);
    for (const t of mine) used.add(t);
    const letters = ['a', 'b', 'c'].slice(0, 2 + random.below(2));
    return {
      id: `A${i}`,
      default: 'a',
      statements: [],
      letters: letters.map((id) => ({
        id,
        replaces: id === 'a' ? [] : mine.map((t) => targets[t]?.()).filter((r) => r !== undefined),
      })),
    };
  });
}

export function randomCondition(
  random: Random,
  questions: readonly Question[],
  names: readonly string[],
  depth: number,
): Condition {
  const roll = random.next();
  if (depth === 0 || roll < 0.35) {
    if (names.length > 0 && random.chance(0.25)) return { kind: 'named', name: random.pick(names) };
    const question = random.pick(questions);
    const options = random.some(
      question.options.map((o) => o.id),
      0.4,
    );
    return { kind: 'answer', question: question.id, options: options.length > 0 ? options : ['o0'] };
  }
  const part = (): Condition => randomCondition(random, questions, names, depth - 1);
  if (roll < 0.5) return { kind: 'not', of: part() };
  return { kind: roll < 0.75 ? 'all' : 'any', of: Array.from({ length: 1 + random.below(3) }, part) };
}

/** A valid situation: answers, don't knows, partial ticks, readings and ruled-out options among them. */
export function randomSituation(
  random: Random,
  pack: Pick<CheckedPack, 'questions' | 'readings'>,
): Situation {
  const situation: Situation = { answers: {}, readings: {}, ruledOut: {} };
  for (const question of pack.questions) {
    const answer = randomAnswer(random, question);
    if (answer !== undefined) situation.answers[question.id] = answer;
    const given = answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer;
    const candidates = question.options.filter((o) => !o.exclusive && !given.includes(o.id)).map((o) => o.id);
    if (!random.chance(0.25)) continue;
    const ruledOut = random.some(candidates, 0.4);
    if (question.kind === 'one' && ruledOut.length === question.options.length) ruledOut.pop();
    if (ruledOut.length > 0) situation.ruledOut[question.id] = ruledOut;
  }
  for (const reading of pack.readings)
    if (random.chance(0.5))
      situation.readings[reading.id] = random.pick([...reading.letters.map((l) => l.id), 'any']);
  return situation;
}

function randomAnswer(random: Random, question: Question): Answer | undefined {
  if (random.chance(0.3)) return undefined;
  if (question.kind === 'one') return random.chance(0.15) ? 'dont_know' : random.pick(question.options).id;
  const exclusive = question.options.find((o) => o.exclusive);
  if (exclusive !== undefined && random.chance(0.2)) return [exclusive.id];
  const ticks = random.some(
    question.options.filter((o) => !o.exclusive).map((o) => o.id),
    0.4,
  );
  return random.chance(0.4) ? [...ticks, 'dont_know'] : ticks;
}
