/** Draws the map: the conditions as their author wrote them, under the readings taken, with exact values. */
import type { BriefMap, MapEnd, MapLink, MapPart, MapRole } from '../brief-map.ts';
import type { Condition } from '../condition.ts';
import type { Core } from '../core.ts';
import { TRUE } from '../diagram/nodes.ts';
import type { Output, Replacement } from '../pack.ts';
import { ANY } from '../pack.ts';
import { subjectOf } from '../replacements.ts';
import type { Situation, Value } from '../verdict.ts';
import { judge } from '../verdicts.ts';

export function mapOf(core: Core, situation: Situation): BriefMap {
  return new Cartographer(core, situation).draw();
}

/** Conditions that may stand somewhere: more than one only where a reading is left open. */
type Alternatives = readonly Condition[];

class Cartographer {
  readonly #bits: Int32Array;
  readonly #links = new Map<string, MapLink>();

  constructor(
    readonly core: Core,
    readonly situation: Situation,
  ) {
    this.#bits = core.index.bits(situation);
  }

  draw(): BriefMap {
    const { pack } = this.core;
    const outputs = pack.outputs.filter((output) => output.kind !== 'background');
    for (const question of pack.questions) {
      const lit = this.#asked(question.id) === 'always';
      const to: MapEnd = { kind: 'question', id: question.id };
      this.#lead(this.#alternatives('applies', question.id, question.applies), to, 'asked', lit);
    }
    for (const { id, when } of pack.conditions) {
      const lit = this.#named(id) === 'always';
      this.#lead(this.#alternatives('condition', id, when), { kind: 'condition', id }, 'needs', lit);
    }
    for (const output of outputs) this.#leadTo(output);
    return {
      questions: pack.questions.map(({ id }) => ({
        id,
        value: this.#asked(id),
        readings: this.#readingsAt(['applies'], id),
      })),
      conditions: pack.conditions.map(({ id }) => ({
        id,
        value: this.#named(id),
        readings: this.#readingsAt(['condition'], id),
      })),
      outputs: outputs.map((output) => ({
        id: output.id,
        status: judge(this.core, output, this.#bits).status,
        readings: this.#readingsAt(['when', 'lapses'], output.id),
      })),
      links: [...this.#links.values()],
    };
  }

  #leadTo(output: Output): void {
    const { id, when, lapses } = output;
    const to: MapEnd = { kind: 'output', id };
    const lit = judge(this.core, output, this.#bits).status === 'holds';
    this.#lead(this.#alternatives('when', id, when), to, 'needs', lit);
    this.#lead(this.#alternatives('lapses', id, lapses ?? { kind: 'never' }), to, 'lapses', lit);
    if (output.focus === undefined) return;
    const from: MapEnd = { kind: 'question', id: output.focus };
    this.#link(from, to, 'focus');
  }

  /** All parts of the conditions, as links to one end. */
  #lead(conditions: Alternatives, to: MapEnd, role: MapRole, lit: boolean): void {
    const visit = (condition: Condition, not: boolean): void => {
      switch (condition.kind) {
        case 'always':
        case 'never':
          return;
        case 'all':
        case 'any':
          for (const part of condition.of) visit(part, not);
          return;
        case 'not':
          visit(condition.of, !not);
          return;
        case 'answer':
        case 'named':
          this.#addPart(this.#link(endOf(condition), to, role), this.#partOf(condition, not), lit);
          return;
        case 'undecided': {
          const part: MapPart = { options: [], not: false, value: lit ? 'always' : 'never' };
          const from: MapEnd = { kind: 'question', id: condition.question };
          this.#addPart(this.#link(from, to, 'undecided'), part, lit);
        }
      }
    };
    for (const condition of conditions) visit(condition, role === 'lapses');
  }

  #link(from: MapEnd, to: MapEnd, role: MapRole): MapLink {
    const key = `${from.kind} ${from.id} ${to.kind} ${to.id} ${role}`;
    const known = this.#links.get(key);
    if (known !== undefined) return known;
    const link: MapLink = { from, to, role, parts: [], value: 'never', lit: false };
    this.#links.set(key, link);
    return link;
  }

  #addPart(link: MapLink, part: MapPart, lit: boolean): void {
    const same = (other: MapPart) =>
      other.not === part.not && other.options.join('\n') === part.options.join('\n');
    if (link.parts.some(same)) return;
    link.parts.push(part);
    link.value = better(link.value, part.value);
    link.lit = lit && link.value === 'always';
  }

  #partOf(condition: Extract<Condition, { kind: 'answer' | 'named' }>, not: boolean): MapPart {
    const options = condition.kind === 'answer' ? condition.options : [];
    const value =
      condition.kind === 'answer'
        ? this.#answered(condition.question, condition.options)
        : this.#named(condition.name);
    return { options: [...options], not, value: not ? opposite(value) : value };
  }

  /**
   * The question applies and is answered so. Exact, since no question has a part in whether it applies itself: the
   * two hang on different variables.
   */
  #answered(question: string, options: readonly string[]): Value {
    const asked = this.#asked(question);
    const test = this.#tested(question, options);
    if (asked === 'never' || test === 'never') return 'never';
    return asked === 'always' && test === 'always' ? 'always' : 'mixed';
  }

  /** The answer is so, whether or not the question applies. */
  #tested(id: string, options: readonly string[]): Value {
    const question = this.core.pack.questions.find((one) => one.id === id);
    if (question === undefined) throw new Error(`No question "${id}" in this pack.`);
    const variables = this.core.index.allOf(id);
    if (question.kind === 'one') {
      const possible = this.#bits[variables[0] ?? 0] ?? 0;
      const named = question.options.reduce((mask, o, i) => mask | (options.includes(o.id) ? 1 << i : 0), 0);
      return overBoth((possible & named) !== 0, (possible & ~named) !== 0);
    }
    const ticks = question.options.filter((option) => !option.exclusive);
    const possible = ticks.map((tick, i) => ({
      named: options.includes(tick.id),
      no: ((this.#bits[variables[i] ?? 0] ?? 0) & 1) !== 0,
      yes: ((this.#bits[variables[i] ?? 0] ?? 0) & 2) !== 0,
    }));
    // The exclusive option means "none of the others".
    const none = question.options.some((option) => option.exclusive && options.includes(option.id));
    const canBeSo =
      possible.some((tick) => tick.named && tick.yes) || (none && possible.every(({ no }) => no));
    const canBeOtherwise =
      possible.every((tick) => !tick.named || tick.no) &&
      (!none || possible.some((tick) => !tick.named && tick.yes));
    return overBoth(canBeSo, canBeOtherwise);
  }

  #asked(question: string): Value {
    return this.core.walker.value(this.core.diagrams.applies[question] ?? TRUE, this.#bits);
  }

  #named(name: string): Value {
    const root = this.core.diagrams.conditions[name];
    if (root === undefined) throw new Error(`No condition "${name}" in this pack.`);
    return this.core.walker.value(root, this.#bits);
  }

  /** What stands there by default, or what the letters taken put in its place; of two such readings the later. */
  #alternatives(target: Replacement['target'], id: string, own: Condition): Alternatives {
    let standing: Condition[] = [own];
    for (const reading of this.core.pack.readings) {
      const taken = this.situation.readings[reading.id] ?? reading.default;
      const possible = reading.letters.filter((letter) => taken === ANY || letter.id === taken);
      const before = standing;
      standing = possible.flatMap((letter) => {
        const instead = letter.replaces.find((r) => r.target === target && subjectOf(r) === id);
        return instead === undefined ? before : [instead.condition];
      });
    }
    return [...new Set(standing)];
  }

  #readingsAt(targets: readonly Replacement['target'][], id: string): string[] {
    const isHere = (r: Replacement) => targets.includes(r.target) && subjectOf(r) === id;
    return this.core.pack.readings
      .filter((reading) => {
        const taken = this.situation.readings[reading.id] ?? reading.default;
        const away = reading.letters.filter(
          (letter) => letter.id !== reading.default && (taken === ANY || taken === letter.id),
        );
        return away.some((letter) => letter.replaces.some(isHere));
      })
      .map((reading) => reading.id);
  }
}

function endOf(condition: Extract<Condition, { kind: 'answer' | 'named' }>): MapEnd {
  return condition.kind === 'answer'
    ? { kind: 'question', id: condition.question }
    : { kind: 'condition', id: condition.name };
}

function overBoth(canBeSo: boolean, canBeOtherwise: boolean): Value {
  if (!canBeSo) return 'never';
  return canBeOtherwise ? 'mixed' : 'always';
}

function opposite(value: Value): Value {
  if (value === 'mixed') return 'mixed';
  return value === 'always' ? 'never' : 'always';
}

function better(left: Value, right: Value): Value {
  const rank: readonly Value[] = ['never', 'mixed', 'always'];
  return rank.indexOf(left) >= rank.indexOf(right) ? left : right;
}
