/** A small sound pack as text, and ways to spoil it. */
import { createHash } from 'node:crypto';
import { type CompiledPack, compilePack } from '../../../src/engine/compile/compile.ts';
import type { Sources } from '../../../src/engine/compile/sources.ts';
import type { Diagnostic } from '../../../src/engine/source.ts';
import { readYaml } from '../../../src/tools/pack-reader.ts';

export type Texts = Record<string, string>;

export const SMALL_PACK: Texts = {
  'pack.yaml': `id: small
version: 1.0.0
brief:
  title: A small brief
  authors: [Ada Example]
  publisher: Example House
  paragraphs: 2
sections: [first, second]
`,
  'statements.yaml': `- { id: 1.1, at: 1.1, kind: fact }
- { id: 1.2a, at: 1.2, kind: recommendation }
- { id: 2.1, at: 2.1, kind: consequence }
`,
  'questions.yaml': `- id: sale
  section: first
  kind: one
  options: [yes, planned, no]
  statements: [1.1]
  find_out: hint
- id: buyers
  section: first
  kind: several
  options: [local, foreign]
  exclusive: none
  asked_unless: { sale: no }
  find_out: brief
- id: vote
  section: second
  kind: one
  options: [yes, no]
  find_out: outside
`,
  'conditions.yaml': `- id: sold
  when: { sale: yes }
`,
  'recommendations.yaml': `- id: R1
  kind: recommendation
  modality: should
  actors: [eu]
  act: say
  when:
    all:
      - sold
      - buyers: [foreign]
  lapses_if: { vote: yes }
  source: [1.2a]
  notes:
    - id: planned
      when: { vote: no }
  argument: { backs: [1.1], also: [C1], expect: [] }
  focus: buyers
`,
  'consequences.yaml': `- id: C1
  when: { not: { vote: yes } }
  source: [2.1]
`,
  'indicators.yaml': '',
  'courses.yaml': `- id: SC0
  when: { undecided: sale }
  source: []
`,
  'silences.yaml': `- id: N1
  when: { buyers: local }
  source: []
`,
  'background.yaml': `- id: B1
  source: [1.1]
`,
  'readings.yaml': `readings:
  - id: A1
    default: a
    statements: [1.2a]
    letters:
      a: {}
      b:
        conditions:
          sold: { sale: [yes, planned] }
remarks:
  - id: A2
    outputs: [R1]
    statements: [1.2a]
`,
  'warnings.yaml': `- id: W1
  when: { all: [{ sale: yes }, { vote: yes }] }
`,
  'scenarios.yaml': `- id: P1
  origin: brief
  answers: { sale: planned, buyers: [foreign] }
  support: { sale: [1.1] }
`,
  'cases.yaml': `- id: T1
  title: Nothing answered
  input: {}
  expected:
    verdicts: { R1: { status: open, dependsOn: [sale, buyers, vote] } }
`,
  'locales/en.yaml': `brief: { dated: in spring, date_note: it counts from then, about: A sale., citation: Ada Example. }
sections: { first: First, second: Second }
statements: { 1.1: A sale is planned., 1.2a: Say so., 2.1: It costs. }
questions:
  sale:
    title: Is it sold?
    whether: whether it is sold
    why: It matters.
    find_out: Ask.
    options:
      yes: { label: "Yes", says: it is sold }
      planned: { label: Planned, says: a sale is planned }
      no: { label: "No", says: it is not sold }
  buyers:
    title: Who buys?
    whether: who buys
    context: Who pays, that is.
    why: It matters.
    find_out: Ask.
    options:
      local: { label: Local, says: a neighbour buys, says_not: no neighbour buys }
      foreign: { label: Foreign, says: a stranger buys, says_not: no stranger buys }
      none: { label: Nobody, says: nobody buys }
  vote:
    title: Was there a vote?
    whether: whether there was a vote
    why: It matters.
    find_out: Look.
    options:
      yes: { label: "Yes", says: there was a vote }
      no: { label: "No", says: there was no vote }
conditions: { sold: it is sold }
outputs:
  R1:
    title: One should say so.
    name: Say so
    short: say so
    needs: It is sold to a stranger.
    lapses: There was a vote.
    line: It was sold to a stranger.
    notes: { planned: No vote was held. }
  C1: { title: It costs., name: Cost, needs: There was no vote. }
  SC0: { title: Not decided., name: Open, needs: More than one answer is possible. }
  N1: { title: Nothing is said of neighbours., name: Neighbours, needs: A neighbour buys. }
  B1: { title: How it came about., name: Before }
readings:
  A1: { title: Does a plan count?, reason: It says sold., letters: { a: "No", b: "Yes" } }
remarks: { A2: { title: Who is a stranger?, text: Left open. } }
warnings: { W1: A vote and a sale do not go together. }
scenarios: { P1: { title: The plan, summary: A sale is planned., discussion: [Why?] } }
`,
};

export type Change = [file: string, from: string, to: string];

/** The small pack with the first occurrence of each text in a file replaced, one change after the other. */
export function changed(...changes: Change[]): Texts {
  const texts = { ...SMALL_PACK };
  for (const [file, from, to] of changes) {
    const text = texts[file];
    if (text === undefined || !text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    texts[file] = text.replace(from, () => to);
  }
  return texts;
}

export function compileTexts(texts: Texts): CompiledPack {
  const files: Sources = {};
  const diagnostics: Diagnostic[] = [];
  for (const [file, text] of Object.entries(texts)) {
    const read = readYaml(file, text);
    files[file] = read.node;
    diagnostics.push(...read.diagnostics);
  }
  const compiled = compilePack(files, (text) => createHash('sha256').update(text).digest('hex'));
  return { ...compiled, diagnostics: [...diagnostics, ...compiled.diagnostics] };
}

/** As the tables write them: place, severity where it is a warning, code, what is wrong, what to write. */
export function told({ diagnostics }: Pick<CompiledPack, 'diagnostics'>): string[] {
  return diagnostics.map(
    ({ at, severity, code, message, advice }) =>
      `${at.file}:${at.line}:${at.column} ${severity === 'warning' ? 'warning ' : ''}${code} | ${message} | ${advice}`,
  );
}
