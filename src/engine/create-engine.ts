/** A compiled pack made ready: every question about it is a walk on its diagrams. */
import { Core, rootsOf } from './core.ts';
import { TRUE } from './diagram/nodes.ts';
import type { Engine } from './engine.ts';
import { evaluationOf, isAnswered } from './evaluation.ts';
import { Follower } from './follower.ts';
import { groundsOf } from './grounds.ts';
import type { Output, Pack } from './pack.ts';
import type { Evaluation, Ground, Situation, Status } from './verdict.ts';
import { judge } from './verdicts.ts';

export function createEngine(pack: Pack): Engine {
  return new PackEngine(new Core(pack));
}

class PackEngine implements Engine {
  readonly pack: Pack;
  readonly core: Core;
  readonly #follower: Follower | undefined;
  /** Of a follower: the short path by the readings taken. */
  readonly #deciding = new Map<string, string[]>();

  constructor(core: Core, follower?: Follower) {
    this.pack = core.pack;
    this.core = core;
    this.#follower = follower;
  }

  following(): Engine {
    return new PackEngine(this.core, new Follower(this.core));
  }

  evaluate(situation: Situation): Evaluation {
    if (this.#follower !== undefined) return this.#follower.evaluate(situation);
    return evaluationOf(this.core, situation, this.core.index.bits(situation));
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
    const key = JSON.stringify(readings);
    const known = this.#deciding.get(key);
    if (known !== undefined) return known;
    const bits = this.core.index.bits({ answers: {}, readings, ruledOut: {} });
    const decisions = this.pack.outputs.filter((o) => o.kind === 'recommendation' || o.kind === 'option');
    const deciding = this.core.questionsLeft(decisions, bits);
    if (this.#follower !== undefined) this.#deciding.set(key, deciding);
    return deciding;
  }

  stillMatters(situation: Situation, outputs?: readonly string[]): string[] {
    const asked = outputs?.map((id) => this.core.output(id)) ?? this.pack.outputs;
    const left = this.#left(situation, asked);
    // A focus changes no verdict, but whom it is addressed to first: it matters until it is answered.
    if (outputs === undefined)
      for (const { focus } of this.pack.outputs)
        if (focus !== undefined && !isAnswered(situation.answers[focus])) left.push(focus);
    return this.core.questionsAmong(left);
  }

  #left(situation: Situation, outputs: readonly Output[]): string[] {
    if (this.#follower !== undefined) return this.#follower.left(situation, outputs);
    const bits = this.core.index.bits(situation);
    return outputs.flatMap((output) => this.core.names(this.core.support(output, bits)));
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
