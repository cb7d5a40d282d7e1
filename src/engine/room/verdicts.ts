/** The verdicts of a room: at its tables, over their combinations, and which split of answers turns them. */
import { type Core, rootsOf } from '../core.ts';
import { FALSE, TRUE } from '../diagram/nodes.ts';
import type { Output } from '../pack.ts';
import { unlessTooLarge } from '../reasoning/work.ts';
import type { Situation, Status, Value } from '../verdict.ts';
import { judge } from '../verdicts.ts';
import { hangsOn, leafAt, smallWay } from './allowed.ts';
import { Choices } from './choices.ts';
import type { Combination, RoomVerdict, Split } from './room-reasoner.ts';

export function roomVerdicts(core: Core, tables: readonly Situation[]): RoomVerdict[] {
  if (tables.length === 0) return [];
  const choices = new Choices(
    core,
    tables.map((situation) => core.index.bits(situation)),
  );
  return core.pack.outputs.map((output) => verdictOf(core, choices, output));
}

function verdictOf(core: Core, choices: Choices, output: Output): RoomVerdict {
  const verdicts = choices.tables.map((bits) => judge(core, output, bits));
  const statuses = verdicts.map(({ status }) => status);
  const values = verdicts.map(({ value }) => value);
  const known = { output: output.id, statuses, values };
  choices.allow();
  return unlessTooLarge(
    () => {
      const over = functionsOf(core, choices, output);
      const combined = (['holds', 'open', 'fails'] as const).filter((status) => over[status] !== FALSE);
      return {
        ...known,
        combined,
        onlyCombined: combined
          .filter((status) => !statuses.includes(status))
          .map((status) => combination(choices, over[status], status)),
        splits: splitsOf(choices, values, [over.always, over.possible]),
      };
    },
    { ...known, combined: undefined, onlyCombined: [], splits: [] },
  );
}

/** Each status over the choices, and the exact value: `always`, and where it is `possible` at all. */
type Functions = Record<Status | 'always' | 'possible', number>;

function functionsOf(core: Core, choices: Choices, output: Output): Functions {
  const { table } = choices;
  if (output.when.kind === 'undecided') {
    const { question } = output.when;
    const applies = choices.sometimes(core.diagrams.applies[question] ?? TRUE);
    const holds = table.and(choices.undecided(question), applies);
    return { holds, open: FALSE, fails: table.not(holds), always: holds, possible: holds };
  }
  const { when, firm } = rootsOf(core.diagrams, output.id);
  const possible = choices.sometimes(firm);
  const always = choices.always(firm);
  // A defeater defeats only when it is certain: where the whole is possible, the condition alone is asked.
  const holds = when === firm ? always : table.and(choices.always(when), possible);
  const silent = output.kind === 'scenario' || output.kind === 'silence';
  const fails = silent ? table.not(holds) : table.not(possible);
  const open = table.not(table.or(holds, fails));
  return { holds, open, fails, always, possible };
}

function combination(choices: Choices, root: number, status: Status): Combination {
  const way = fewestTables(choices, root);
  return {
    status,
    answers: [...way]
      .sort(([a], [b]) => a - b)
      .map(([choice, answer]) => ({
        question: choices.choices[choice]?.question ?? '',
        tables: tablesWith(choices, choice, answer),
      })),
  };
}

/** Answers of two tables where that is enough; else of as many as it takes. */
function fewestTables(choices: Choices, root: number): Map<number, number> {
  const { table, tables } = choices;
  for (let one = 0; one < tables.length; one++)
    for (let other = one + 1; other < tables.length; other++) {
      const way = smallWay(table, root, choices.of(one, other));
      if (way !== undefined) return way;
    }
  return smallWay(table, root, choices.all()) ?? new Map();
}

function tablesWith(choices: Choices, choice: number, answer: number): number[] {
  const given = choices.choices[choice]?.given ?? [];
  return given.flatMap((other, table) => (other === answer ? [table] : []));
}

/** @param roots functions that tell the exact value together */
function splitsOf(choices: Choices, values: readonly Value[], roots: readonly number[]): Split[] {
  const { table } = choices;
  const hanging = union(roots.map((root) => hangsOn(table, root, choices.all())));
  if (hanging.size === 0) return [];
  const between = betweenTables(choices, values, roots, hanging);
  return [...hanging]
    .sort((a, b) => a - b)
    .map((choice) => ({
      question: choices.choices[choice]?.question ?? '',
      matters: between.has(choice) ? 'tables' : 'combinations',
      alone: choices.tables.flatMap((_, at) => (turnsAlone(choices, roots, at, choice) ? [at] : [])),
    }));
}

/** Choices that play a part in the difference of two tables' values. */
function betweenTables(
  choices: Choices,
  values: readonly Value[],
  roots: readonly number[],
  hanging: ReadonlySet<number>,
): Set<number> {
  const found = new Set<number>();
  // Tables that agree in all on which the value hangs come to the same.
  const alike = new Map<string, number>();
  choices.tables.forEach((_, at) => {
    const key = [...hanging].map((choice) => choices.choices[choice]?.given[at]).join();
    if (!alike.has(key)) alike.set(key, at);
  });
  const different = [...alike.values()];
  for (const [i, one] of different.entries())
    for (const other of different.slice(i + 1)) {
      if (values[one] === values[other] || found.size === hanging.size) continue;
      for (const root of roots)
        for (const choice of hangsOn(choices.table, root, choices.of(one, other))) found.add(choice);
    }
  return found;
}

function turnsAlone(choices: Choices, roots: readonly number[], at: number, choice: number): boolean {
  const chosen = choices.choices.map(({ given }) => given[at] ?? 0);
  return roots.some((root) => {
    const now = leafAt(choices.table, root, chosen);
    const answers = choices.choices[choice]?.answers ?? [];
    return answers.some((_, answer) => leafAt(choices.table, root, chosen.with(choice, answer)) !== now);
  });
}

function union(sets: readonly Set<number>[]): Set<number> {
  return new Set(sets.flatMap((set) => [...set]));
}
