/** Whether every question matters, and whether every question can be reached. */
import type { Condition } from '../condition.ts';
import { FALSE } from '../diagram/nodes.ts';
import type { Pack, Question } from '../pack.ts';
import type { Situation } from '../verdict.ts';
import { concluded } from './reach.ts';
import type { QuestionProof } from './soundness.ts';
import { sizeOf, type Witnesses } from './witness.ts';
import type { Letters, Workbench } from './workbench.ts';

export function askingOf(
  bench: Workbench,
  witnesses: Witnesses,
  informative: readonly string[],
): QuestionProof[] {
  const { pack, mentions } = bench.core;
  // A question may matter only where the text is read in another way than by default.
  const usual = new Mattering(bench, witnesses, {});
  const any = new Mattering(bench, witnesses, 'any');
  return pack.questions.map((question) => {
    const hanging = new Set(mentions.ofGuard(question.id));
    const hangsOn = pack.questions.filter((q) => hanging.has(q.id));
    const applies = bench.applies(question.id);
    return {
      id: question.id,
      informative: informative.includes(question.id),
      matters: usual.proofOf(question) ?? any.proofOf(question) ?? throughUndecided(bench, question),
      asked: witnesses.shortest(applies) ?? null,
      notAsked: witnesses.shortest(bench.table.not(applies)) ?? null,
      hangsOn: hangsOn.map((q) => q.id),
      inOrder: hangsOn.every((q) => q.number < question.number),
      ...deadEnd(bench, witnesses, question),
    };
  });
}

class Mattering {
  readonly #outputs: { id: string; firm: number; support: Set<number> }[];

  constructor(
    readonly bench: Workbench,
    readonly witnesses: Witnesses,
    letters: Letters,
  ) {
    this.#outputs = concluded(bench.core.pack.outputs)
      .filter((output) => output.when.kind !== 'undecided')
      .map((output) => ({ id: output.id, firm: bench.firm(output, letters) }))
      .map(({ id, firm }) => ({ id, firm, support: bench.support(firm) }));
  }

  /** Two situations that differ in one value of one of its variables; with as few other answers as any. */
  proofOf(question: Question): QuestionProof['matters'] {
    let best: { output: string; flip: Flip; others: Situation } | undefined;
    for (const { id, firm, support } of this.#outputs)
      for (const flip of flipsOf(this.bench, question).filter(({ variable }) => support.has(variable))) {
        const holds = this.bench.fixed(firm, flip.variable, flip.holds);
        const fails = this.bench.fixed(firm, flip.variable, flip.fails);
        const others = this.witnesses.shortest(this.bench.without(holds, fails));
        if (others === undefined || (best !== undefined && sizeOf(best.others) <= sizeOf(others))) continue;
        best = { output: id, flip, others };
      }
    if (best === undefined) return null;
    const { output, flip, others } = best;
    return {
      output,
      holds: flipped(others, question, flip, flip.holds),
      fails: flipped(others, question, flip, flip.fails),
    };
  }
}

interface Flip {
  variable: number;
  /** Position of the tick among those of the question; of a single choice 0. */
  position: number;
  holds: number;
  fails: number;
}

function flipsOf(bench: Workbench, question: Question): Flip[] {
  return bench.core.index.allOf(question.id).flatMap((variable, position) => {
    const size = bench.core.index.sizes[variable] ?? 0;
    const values = Array.from({ length: size }, (_, value) => value);
    // For a tick: first that ticking it makes the output hold.
    const holding = question.kind === 'one' ? values : [...values].reverse();
    return holding.flatMap((holds) =>
      values.filter((fails) => fails !== holds).map((fails) => ({ variable, position, holds, fails })),
    );
  });
}

function flipped(others: Situation, question: Question, { position }: Flip, value: number): Situation {
  const answers = { ...others.answers };
  if (question.kind === 'one') answers[question.id] = question.options[value]?.id ?? '';
  else {
    const ticks = question.options.filter((option) => !option.exclusive).map((option) => option.id);
    const before = answers[question.id] ?? [];
    const ticked = ticks.filter((tick, i) => (i === position ? value === 1 : before.includes(tick)));
    const none = question.options.filter((option) => option.exclusive).map((option) => option.id);
    answers[question.id] = ticked.length > 0 ? ticked : none;
  }
  return { ...others, answers };
}

/** It counts for an output that holds while it is undecided. */
function throughUndecided(bench: Workbench, question: Question): QuestionProof['matters'] {
  const { outputs } = bench.core.pack;
  const output = outputs.find(({ when }) => when.kind === 'undecided' && when.question === question.id);
  if (output === undefined || bench.applies(question.id) === FALSE) return null;
  const nothing: Situation = { answers: {}, readings: {}, ruledOut: {} };
  return {
    output: output.id,
    holds: nothing,
    fails: { ...nothing, answers: { [question.id]: question.options[0]?.id ?? '' } },
  };
}

/**
 * Where all questions that the guard itself names are asked, some answer to them must lead on. (That those are
 * reached in turn is the same claim about them.)
 */
export function deadEnd(
  bench: Workbench,
  witnesses: Witnesses,
  question: Question,
): Pick<QuestionProof, 'deadEnd' | 'beyond'> {
  const found = bench.within(() => {
    const named = testedIn(bench.core.pack, question.applies);
    const variables = new Set([...named].flatMap((id) => bench.core.index.allOf(id)));
    const asked = bench.table.all([...named].map((id) => bench.applies(id)));
    const leadsOn = bench.forSome(bench.applies(question.id), variables);
    return witnesses.shortest(bench.without(asked, leadsOn)) ?? null;
  });
  return found === undefined ? { deadEnd: null, beyond: true } : { deadEnd: found };
}

/** The questions that a condition tests, through the names in it; not those on which it hangs whether these are asked. */
function testedIn(pack: Pack, condition: Condition): Set<string> {
  const found = new Set<string>();
  const names = new Set<string>();
  const visit = (part: Condition): void => {
    switch (part.kind) {
      case 'always':
      case 'never':
        return;
      case 'all':
      case 'any':
        part.of.forEach(visit);
        return;
      case 'not':
        visit(part.of);
        return;
      case 'answer':
      case 'undecided':
        found.add(part.question);
        return;
      case 'named': {
        const named = pack.conditions.find(({ id }) => id === part.name);
        if (named === undefined || names.has(part.name)) return;
        names.add(part.name);
        visit(named.when);
      }
    }
  };
  visit(condition);
  return found;
}
