/** A compiled pack made ready: every question about it is a walk on its diagrams. */
import { Core, rootsOf } from './core.ts';
import { TRUE } from './diagram/table.ts';
import { type Leaves, REACHES_FALSE, REACHES_TRUE } from './diagram/walk.ts';
import type { Engine } from './engine.ts';
import { groundsOf } from './grounds.ts';
import type { Pack } from './pack.ts';
import type { Evaluation, Ground, Situation, Status, Value, Verdict } from './verdict.ts';
import { judge } from './verdicts.ts';

export function createEngine(pack: Pack): Engine {
  return new PackEngine(new Core(pack));
}

interface DistinctRoots {
  /** What was possible for the readings. */
  taken: Int32Array;
  roots: Int32Array;
  /** By output: position among the roots, or UNDECIDED. */
  outputs: Int32Array;
}

/** The output is judged from the situation itself. */
const UNDECIDED = -1;

class PackEngine implements Engine {
  readonly pack: Pack;
  /** Remembered from one call to the next, since readings change seldom; the result is the same without it. */
  #lastRoots: DistinctRoots | undefined;

  constructor(readonly core: Core) {
    this.pack = core.pack;
  }

  evaluate(situation: Situation): Evaluation {
    const { pack } = this;
    const bits = this.core.index.bits(situation);
    const value = (root: number | undefined): Value => this.core.walker.value(root ?? TRUE, bits);
    const applies = Object.fromEntries(pack.questions.map((q) => [q.id, value(pack.diagrams.applies[q.id])]));
    return {
      verdicts: Object.fromEntries(
        pack.outputs.map((o): [string, Verdict] => [o.id, judge(this.core, o, bits)]),
      ),
      applies,
      setAside: pack.questions
        .filter((q) => applies[q.id] === 'never' && isAnswered(situation.answers[q.id]))
        .map((q) => q.id),
      warnings: pack.warnings
        .filter((w) => value(pack.diagrams.warnings[w.id]) === 'always')
        .map((w) => w.id),
      notes: Object.fromEntries(
        pack.outputs.map((o) => [
          o.id,
          o.notes.filter((n) => value(pack.diagrams.notes[`${o.id}/${n.id}`]) === 'always').map((n) => n.id),
        ]),
      ),
    };
  }

  values(situation: Situation): Uint8Array {
    const bits = this.core.index.bits(situation);
    const { roots, outputs } = this.#rootsUnder(bits);
    const leaves = new Uint8Array(roots.length);
    for (let i = 0; i < roots.length; i++) leaves[i] = this.core.walker.leaves(roots[i] ?? 0, bits);
    const values = new Uint8Array(outputs.length);
    for (let i = 0; i < outputs.length; i++) {
      const root = outputs[i] ?? UNDECIDED;
      values[i] = root === UNDECIDED ? this.#undecided(i, bits) : (leaves[root] ?? 0);
    }
    return values;
  }

  /** The different roots that outputs have with these readings taken: most walks then start below the readings. */
  #rootsUnder(bits: Int32Array): DistinctRoots {
    const last = this.#lastRoots;
    const count = this.pack.readings.length;
    if (last?.taken.every((possible, variable) => possible === bits[variable])) return last;
    const roots: number[] = [];
    const outputs = this.pack.outputs.map((output) => {
      if (output.when.kind === 'undecided') return UNDECIDED;
      const root = this.core.walker.descend(
        rootsOf(this.pack.diagrams, output.id).firm,
        bits,
        this.pack.readings.length,
      );
      const known = roots.indexOf(root);
      return known >= 0 ? known : roots.push(root) - 1;
    });
    this.#lastRoots = {
      taken: bits.slice(0, count),
      roots: Int32Array.from(roots),
      outputs: Int32Array.from(outputs),
    };
    return this.#lastRoots;
  }

  #undecided(output: number, bits: Int32Array): Leaves {
    const found = this.pack.outputs[output];
    return found !== undefined && judge(this.core, found, bits).status === 'holds'
      ? REACHES_TRUE
      : REACHES_FALSE;
  }

  grounds(situation: Situation, id: string, weak: readonly string[] = []): Ground[] {
    const output = this.core.output(id);
    const bits = this.core.index.bits(situation);
    if (output.when.kind === 'undecided') return this.#groundsDecided(output.when.question, bits);
    const verdict = judge(this.core, output, bits);
    if (verdict.status === 'open') return [];
    const roots = rootsOf(this.pack.diagrams, id);
    const order = this.core.mentions.ofOutput(output);
    if (verdict.value !== 'mixed') return this.#forced(bits, roots.firm, verdict.value, order, weak);
    // It holds unconfirmed: only the condition is forced. A silence that is merely not certain has no ground.
    return verdict.status === 'holds' ? this.#forced(bits, roots.when, 'always', order, weak) : [];
  }

  groundsNotAsked(situation: Situation, question: string): Ground[] {
    const bits = this.core.index.bits(situation);
    const root = this.pack.diagrams.applies[question] ?? TRUE;
    if (this.core.walker.value(root, bits) !== 'never') return [];
    return this.#forced(bits, root, 'never', this.core.mentions.ofGuard(question), []);
  }

  deciding(readings: Record<string, string>): string[] {
    const bits = this.core.index.bits({ answers: {}, readings, ruledOut: {} });
    const decisions = this.pack.outputs.filter((o) => o.kind === 'recommendation' || o.kind === 'option');
    return this.core.questionsLeft(decisions, bits);
  }

  stillMatters(situation: Situation, outputs?: readonly string[]): string[] {
    const bits = this.core.index.bits(situation);
    if (outputs !== undefined)
      return this.core.questionsLeft(
        outputs.map((id) => this.core.output(id)),
        bits,
      );
    // A focus changes no verdict, but whom it is addressed to first: it matters until it is answered.
    const focus = this.pack.outputs
      .map((o) => o.focus)
      .filter((id) => id !== undefined && !isAnswered(situation.answers[id]));
    const left = new Set([...this.core.questionsLeft(this.pack.outputs, bits), ...focus]);
    return this.pack.questions.map((q) => q.id).filter((id) => left.has(id));
  }

  readingsOf(id: string): string[] {
    const touched = this.core.support(this.core.output(id), this.core.index.everything());
    return this.pack.readings
      .map((r) => r.id)
      .filter((reading) => touched.has(this.core.index.ofReading(reading)));
  }

  underLetters(situation: Situation, id: string, reading: string): Record<string, Status> {
    const found = this.pack.readings.find((r) => r.id === reading);
    const output = this.core.output(id);
    const letters = found?.letters.map((l) => l.id) ?? [];
    return Object.fromEntries(
      letters.map((letter) => {
        const readings = { ...situation.readings, [reading]: letter };
        return [letter, judge(this.core, output, this.core.index.bits({ ...situation, readings })).status];
      }),
    );
  }

  mentions(id: string): string[] {
    const touched = new Set(
      this.core.names(this.core.support(this.core.output(id), this.core.index.everything())),
    );
    return this.pack.questions.map((q) => q.id).filter((question) => touched.has(question));
  }

  #forced(
    bits: Int32Array,
    root: number,
    value: 'always' | 'never',
    order: readonly string[],
    weak: readonly string[],
  ): Ground[] {
    return groundsOf(this.core.walker, this.core.index, this.pack, bits, { root, value, order, weak });
  }

  /** Where only one answer is left: that answer, or what was ruled out. */
  #groundsDecided(question: string, bits: Int32Array): Ground[] {
    const found = this.pack.questions.find((q) => q.id === question);
    const possible =
      found?.options.filter((_, i) => ((bits[this.core.index.ofQuestion(question)] ?? 0) & (1 << i)) !== 0) ??
      [];
    return possible.length === 1 ? [{ kind: 'one', question, possible: possible.map((o) => o.id) }] : [];
  }
}

/** "Don't know" alone, or an empty list, is no answer; ticks beside "not sure of the rest" are. */
function isAnswered(answer: string | string[] | undefined): boolean {
  if (answer === undefined || answer === 'dont_know') return false;
  return typeof answer === 'string' || answer.some((option) => option !== 'dont_know');
}
