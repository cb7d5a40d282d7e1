/**
 * Random packs of any size, in the shape of real ones: questions in topics, some asked only where an earlier answer
 * of the topic leads there, named conditions that rules share, rules over a handful of questions of one topic and now
 * and then of another, defeaters, readings. As text, so that places are those of a file.
 */
import { createHash } from 'node:crypto';
import { type CompiledPack, compilePack } from '../../engine/compile/compile.ts';
import { formatDiagnostic } from '../../engine/compile/report.ts';
import type { Sources } from '../../engine/compile/sources.ts';
import { readYaml } from '../pack-reader.ts';
import { Random } from './random.ts';

/** By path within the pack's folder. */
export type Texts = Record<string, string>;

export interface Size {
  questions: number;
  rules: number;
}

type Written = 'always' | string | { [key: string]: string | string[] | Written | Written[] };
interface Question {
  id: string;
  kind: 'one' | 'several';
  guard?: Written;
}

const TOPIC = 20;
const OPTIONS = ['a', 'b', 'c'];
/** Some of what chance writes can never hold or never fail; those are left out, so more are written. */
const spare = (rules: number): number => Math.ceil(rules * 1.15) + 10;

/** @returns a pack that compiles, with exactly that many questions and rules */
export function largePack(size: Size, seed = 1): Texts {
  const draft = new Draft(size, new Random(seed));
  const { proof, diagnostics } = compileTexts(draft.texts());
  if (proof === undefined)
    throw new Error(
      `The random pack has a mistake: ${diagnostics
        .slice(0, 9)
        .map((d) => formatDiagnostic(d, 'large'))
        .join('\n')}`,
    );
  const sound = proof.outputs.filter(({ canHold, canFail }) => canHold && canFail).map(({ id }) => id);
  if (sound.length < size.rules) throw new Error(`Only ${sound.length} rules are sound: take another seed.`);
  draft.keep(new Set(sound.slice(0, size.rules)));
  const mattering = compileTexts(draft.texts()).proof?.questions ?? [];
  draft.inform(new Set(mattering.filter(({ matters }) => !matters).map(({ id }) => id)));
  return draft.texts();
}

export function sourcesOf(texts: Texts): Sources {
  return Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, readYaml(file, text).node]));
}

export function compileTexts(texts: Texts): CompiledPack {
  return compilePack(sourcesOf(texts), (text) => createHash('sha256').update(text).digest('hex'));
}

class Draft {
  readonly #questions: Question[];
  readonly #names: { id: string; when: Written }[];
  #rules: { id: string; file: string; item: Record<string, unknown> }[];
  #informative: ReadonlySet<string> = new Set();

  constructor(
    readonly size: Size,
    readonly random: Random,
  ) {
    this.#questions = Array.from({ length: size.questions }, (_, i) => this.#question(i));
    this.#names = Array.from({ length: Math.ceil(size.rules / 10) }, (_, i) => ({
      id: `n${i}`,
      when: this.#condition(this.#place(i / Math.ceil(size.rules / 10)), 2, false),
    }));
    this.#rules = Array.from({ length: spare(size.rules) }, (_, i) => this.#rule(i));
  }

  keep(ids: ReadonlySet<string>): void {
    this.#rules = this.#rules.filter(({ id }) => ids.has(id));
  }

  inform(ids: ReadonlySet<string>): void {
    this.#informative = ids;
  }

  texts(): Texts {
    const rulesIn = (file: string): unknown[] =>
      this.#rules.filter((rule) => rule.file === file).map(({ item }) => item);
    const sections = Array.from({ length: Math.ceil(this.#questions.length / TOPIC) }, (_, i) => `s${i}`);
    const readings = this.#names.slice(0, Math.min(4, this.#names.length)).map(({ id }, i) => ({
      id: `A${i}`,
      default: 'x',
      statements: ['1.1'],
      letters: { x: {}, y: { conditions: { [id]: this.#names[(i + 5) % this.#names.length]?.when } } },
    }));
    return {
      'pack.yaml': JSON.stringify({
        id: 'large',
        version: '1.0.0',
        brief: { title: 'A large brief', authors: ['Chance'], publisher: 'Nobody', paragraphs: '1' },
        sections,
      }),
      'statements.yaml': list([{ id: '1.1', at: '1.1', kind: 'fact' }]),
      'questions.yaml': list(
        this.#questions.map(({ id, kind, guard }, i) => ({
          id,
          section: sections[Math.floor(i / TOPIC)],
          kind,
          options: OPTIONS,
          ...(kind === 'several' ? { exclusive: 'none' } : {}),
          ...(guard === undefined ? {} : { asked_if: guard }),
          ...(this.#informative.has(id) ? { informative: 'true' } : {}),
          statements: i === 0 ? ['1.1'] : [],
          find_out: 'hint',
        })),
      ),
      'conditions.yaml': list(this.#names),
      'recommendations.yaml': list(rulesIn('recommendations.yaml')),
      'consequences.yaml': list(rulesIn('consequences.yaml')),
      'indicators.yaml': list(rulesIn('indicators.yaml')),
      'courses.yaml': '',
      'silences.yaml': list(rulesIn('silences.yaml')),
      'background.yaml': '',
      'readings.yaml': JSON.stringify({ readings, remarks: [] }),
      'warnings.yaml': '',
      'scenarios.yaml': list([{ id: 'P1', origin: 'brief', answers: { q0: 'a' }, support: { q0: ['1.1'] } }]),
      'cases.yaml': '',
      'locales/en.yaml': JSON.stringify(this.#words(sections)),
    };
  }

  #question(i: number): Question {
    const kind = this.random.chance(0.1) ? 'several' : 'one';
    // Guards name questions of the topic that are always asked, so that none leads to a dead end.
    const first = i - (i % TOPIC);
    const guarding = first + this.random.below(4);
    const guarded = i % TOPIC >= 4 && this.random.chance(0.3);
    return {
      id: `q${i}`,
      kind: i % TOPIC < 4 ? 'one' : kind,
      ...(guarded ? { guard: { [`q${guarding}`]: this.#someOptions() } } : {}),
    };
  }

  #rule(i: number): { id: string; file: string; item: Record<string, unknown> } {
    const place = this.random.below(this.#questions.length);
    const id = `r${i}`;
    const file = this.random.pick([
      'recommendations.yaml',
      'consequences.yaml',
      'consequences.yaml',
      'indicators.yaml',
      'silences.yaml',
    ]);
    const advice = { kind: 'recommendation', modality: 'should', actors: ['eu'], act: 'do' };
    return {
      id,
      file,
      item: {
        id,
        ...(file === 'recommendations.yaml' ? advice : {}),
        when: this.#condition(place, 2 + this.random.below(3), true),
        ...(this.random.chance(0.1) ? { lapses_if: this.#test(place) } : {}),
        source: ['1.1'],
      },
    };
  }

  /** @param parts how many things are put together, one of them perhaps a group */
  #condition(place: number, parts: number, names: boolean): Written {
    const of = Array.from({ length: parts }, (): Written => {
      const roll = this.random.next();
      if (names && roll < 0.25) return this.random.pick(this.#nearNames(place)).id;
      if (roll < 0.45) return { [this.random.chance(0.3) ? 'all' : 'any']: this.#tests(place, 2) };
      if (roll < 0.55) return { not: this.#test(place) };
      return this.#test(this.random.chance(0.15) ? this.random.below(this.#questions.length) : place);
    });
    return { [this.random.chance(0.7) ? 'all' : 'any']: of };
  }

  #tests(place: number, count: number): Written[] {
    return Array.from({ length: count }, () => this.#test(place));
  }

  #test(place: number): Written {
    const first = place - (place % TOPIC);
    const count = Math.min(TOPIC, this.#questions.length - first);
    return { [`q${first + this.random.below(count)}`]: this.#someOptions() };
  }

  #someOptions(): string | string[] {
    return this.random.chance(0.7)
      ? this.random.pick(OPTIONS)
      : OPTIONS.slice(this.random.below(2)).slice(0, 2);
  }

  #nearNames(place: number): { id: string; when: Written }[] {
    const near = Math.floor((place / this.#questions.length) * this.#names.length);
    return this.#names.slice(Math.max(0, near - 2), near + 3);
  }

  #place(share: number): number {
    return Math.floor(share * this.#questions.length);
  }

  #words(sections: readonly string[]): unknown {
    const option = (label: string) => ({ label, says: `it is ${label}` });
    const tick = (label: string) => ({ ...option(label), says_not: `it is not ${label}` });
    return {
      brief: { dated: 'by chance', date_note: 'No date.', about: 'Nothing.', citation: 'Chance.' },
      sections: Object.fromEntries(sections.map((id) => [id, `Topic ${id}`])),
      statements: { '1.1': 'Something is said.' },
      questions: Object.fromEntries(
        this.#questions.map(({ id, kind }) => [
          id,
          {
            title: `What is so with ${id}?`,
            whether: `what is so with ${id}`,
            why: 'It matters.',
            find_out: 'Ask.',
            options: {
              ...Object.fromEntries(OPTIONS.map((o) => [o, kind === 'one' ? option(o) : tick(o)])),
              ...(kind === 'one' ? {} : { none: option('none') }),
            },
          },
        ]),
      ),
      conditions: Object.fromEntries(this.#names.map(({ id }) => [id, `${id} is so`])),
      outputs: Object.fromEntries(this.#rules.map((rule) => [rule.id, this.#outputWords(rule)])),
      readings: Object.fromEntries(
        this.#names
          .slice(0, 4)
          .map((_, i) => [
            `A${i}`,
            { title: `How is A${i} meant?`, reason: 'It is not said.', letters: { x: 'So', y: 'Else' } },
          ]),
      ),
      remarks: {},
      warnings: {},
      scenarios: { P1: { title: 'The picture', summary: 'Something.', discussion: [] } },
    };
  }

  #outputWords({ id, file, item }: { id: string; file: string; item: Record<string, unknown> }): unknown {
    return {
      title: `What follows by ${id}.`,
      name: id,
      needs: 'As written.',
      ...(item.lapses_if === undefined ? {} : { lapses: 'As written.' }),
      ...(file === 'recommendations.yaml' ? { short: `do ${id}` } : {}),
    };
  }
}

/** JSON is YAML: one item a line. */
function list(items: readonly unknown[]): string {
  return items.map((item) => `- ${JSON.stringify(item)}\n`).join('');
}
