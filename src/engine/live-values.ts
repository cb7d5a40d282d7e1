/** The exact values of all outputs and nothing else, as fast as they go: for whoever asks of very many situations. */
import { Core, rootsOf } from './core.ts';
import { TRUE } from './diagram/nodes.ts';
import { Touched, testedIn } from './diagram/touched.ts';
import { type Leaves, REACHES_FALSE, REACHES_TRUE } from './diagram/walk.ts';
import type { Answer, Output, Pack } from './pack.ts';
import type { Bits } from './variables.ts';
import type { Situation } from './verdict.ts';
import { judge } from './verdicts.ts';

/** What is possible for each variable, see Diagrams: value v where bit v is set. */
export type Possible = Int32Array;

export function createLiveValues(pack: Pack): LiveValues {
  return new LiveValues(new Core(pack));
}

/** Outputs with the same diagram, or one that is judged from the situation itself. */
interface Group {
  root: number;
  outputs: number[];
  undecided?: Output;
}

/** In the place of a root; no node has this number. */
const UNDECIDED = -9;
/** More than one value is possible. */
const SEVERAL = 0;

/**
 * Follows one situation as it changes. A changed answer costs a walk for each output that mentions the question, its
 * guards included, however large the pack is.
 */
export class LiveValues {
  /** In the order of the pack's outputs: 1 never, 2 always, 3 mixed. Written over at each change. */
  readonly values: Uint8Array;
  readonly #core: Core;
  readonly #nodes: Int32Array;
  readonly #possible: Possible;
  /** For each variable how far from a node its child stands, where one value is possible; else SEVERAL. */
  readonly #steps: Int32Array;
  /** What was possible for the readings when the groups were made. */
  #taken: Possible | undefined;
  #groups: Group[] = [];
  #roots = new Int32Array(0);
  #leaves = new Uint8Array(0);
  /** The group of each output. */
  #groupOf = new Int32Array(0);
  #outputsOf: Int32Array[] = [];
  #stamps = new Int32Array(0);
  /** For each group the variables that its last walk met, by the last five bits of their numbers; -1: any. */
  #met = new Int32Array(0);
  #stamp = 0;
  #touched = new Touched(0, []);

  constructor(core: Core) {
    this.#core = core;
    this.#nodes = Int32Array.from(core.diagrams.nodes);
    this.values = new Uint8Array(core.pack.outputs.length);
    this.#possible = core.index.everything();
    this.#steps = new Int32Array(this.#possible.length);
    this.begin({ answers: {}, readings: {}, ruledOut: {} });
  }

  /** A valid situation (see parseSituation) in the form that `beginWith` takes. */
  possible(situation: Situation): Possible {
    return this.#core.index.bits(situation);
  }

  /** @returns the values in this situation */
  begin(situation: Situation): Uint8Array {
    return this.beginWith(this.#core.index.fill(this.#possible, situation));
  }

  beginWith(from: Possible): Uint8Array {
    const possible = this.#possible;
    for (let variable = 0; variable < possible.length; variable++) {
      possible[variable] = from[variable] as number;
      this.#setStep(variable);
    }
    this.#takeReadings();
    const { values } = this;
    const leaves = this.#leaves;
    const groupOf = this.#groupOf;
    for (let group = 0; group < leaves.length; group++) leaves[group] = this.#judged(group);
    for (let output = 0; output < values.length; output++)
      values[output] = leaves[groupOf[output] as number] as number;
    return values;
  }

  /**
   * Changes what is known of one question; `undefined`: nothing.
   * @returns how many values are another now
   */
  answer(question: string, answer: Answer | undefined, ruledOut?: readonly string[]): number {
    const { index } = this.#core;
    const found = index.bitsOf(question);
    const possible = this.#possible;
    if (found.count === 1) {
      const before = possible[found.first];
      index.rewrite(possible, found, answer, ruledOut);
      return possible[found.first] === before ? 0 : this.#changed(found.first, ++this.#stamp);
    }
    const before = possible.slice(found.first, found.first + found.count);
    index.rewrite(possible, found, answer, ruledOut);
    for (let i = 0; i < found.count; i++) this.#setStep(found.first + i);
    const stamp = ++this.#stamp;
    let changed = 0;
    for (let i = 0; i < found.count; i++)
      if (before[i] !== possible[found.first + i]) changed += this.#changed(found.first + i, stamp);
    return changed;
  }

  /** The same for one variable by its number, as in `possible`. */
  change(variable: number, possible: Bits): number {
    if (this.#possible[variable] === possible) return 0;
    this.#possible[variable] = possible;
    return this.#changed(variable, ++this.#stamp);
  }

  /** Judges what hangs on the variable, each group once for a stamp. */
  #changed(variable: number, stamp: number): number {
    this.#setStep(variable);
    let changed = 0;
    const bit = 1 << variable;
    const end = this.#touched.from(variable + 1);
    for (let position = this.#touched.from(variable); position < end; position++) {
      const group = this.#touched.item(position);
      if (((this.#met[group] as number) & bit) === 0 || this.#stamps[group] === stamp) continue;
      this.#stamps[group] = stamp;
      const leaves = this.#judged(group);
      if (leaves === this.#leaves[group]) continue;
      this.#leaves[group] = leaves;
      changed += this.#write(group);
    }
    return changed;
  }

  #judged(group: number): Leaves {
    const nodes = this.#nodes;
    const steps = this.#steps;
    let node = this.#roots[group] as number;
    let met = 0;
    while (node >= 0) {
      const variable = nodes[node] as number;
      const step = steps[variable] as number;
      if (step === SEVERAL) {
        this.#met[group] = -1;
        return this.#core.walker.leaves(node, this.#possible);
      }
      met |= 1 << variable;
      node = nodes[node + step] as number;
    }
    this.#met[group] = node === UNDECIDED ? -1 : met;
    if (node === UNDECIDED) return this.#undecided(group);
    // FALSE is -1 and TRUE is -2: the leaf's own bit, turned round.
    return -node;
  }

  #setStep(variable: number): void {
    const possible = this.#possible[variable] as number;
    this.#steps[variable] = (possible & (possible - 1)) === 0 ? 32 - Math.clz32(possible) : SEVERAL;
  }

  #undecided(group: number): Leaves {
    const output = this.#groups[group]?.undecided;
    const holds = output !== undefined && judge(this.#core, output, this.#possible).status === 'holds';
    return holds ? REACHES_TRUE : REACHES_FALSE;
  }

  #write(group: number): number {
    const outputs = this.#outputsOf[group] as Int32Array;
    const leaves = this.#leaves[group] as number;
    for (let i = 0; i < outputs.length; i++) this.values[outputs[i] as number] = leaves;
    return outputs.length;
  }

  /** Groups the outputs anew where other readings are taken: walks then start below the readings. */
  #takeReadings(): void {
    const possible = this.#possible;
    const { pack, index, walker, diagrams } = this.#core;
    const count = pack.readings.length;
    let same = this.#taken !== undefined;
    for (let reading = 0; reading < count; reading++) same &&= this.#taken?.[reading] === possible[reading];
    if (same) return;
    this.#taken = possible.slice(0, count);
    const byRoot = new Map<number, Group>();
    this.#groups = [];
    pack.outputs.forEach((output, position) => {
      const isUndecided = output.when.kind === 'undecided';
      const root = isUndecided
        ? UNDECIDED
        : walker.descend(rootsOf(diagrams, output.id).firm, possible, count);
      const known = isUndecided ? undefined : byRoot.get(root);
      if (known !== undefined) known.outputs.push(position);
      else {
        const group = { root, outputs: [position], ...(isUndecided ? { undecided: output } : {}) };
        this.#groups.push(group);
        byRoot.set(root, group);
      }
    });
    const tested = (root: number): Set<number> => testedIn(diagrams.nodes, index.sizes, [root]);
    this.#touched = new Touched(
      index.sizes.length,
      this.#groups.map(({ root, undecided }) => {
        if (undecided?.when.kind !== 'undecided') return tested(root);
        const { question } = undecided.when;
        return new Set([...index.allOf(question), ...tested(diagrams.applies[question] ?? TRUE)]);
      }),
    );
    this.#roots = Int32Array.from(this.#groups, ({ root }) => root);
    this.#outputsOf = this.#groups.map(({ outputs }) => Int32Array.from(outputs));
    this.#groupOf = new Int32Array(this.values.length);
    this.#groups.forEach(({ outputs }, group) => {
      for (const output of outputs) this.#groupOf[output] = group;
    });
    this.#leaves = new Uint8Array(this.#groups.length);
    this.#stamps = new Int32Array(this.#groups.length);
    this.#met = new Int32Array(this.#groups.length);
  }
}
