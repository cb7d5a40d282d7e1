/** What hangs on what: named conditions and questions, so that nothing depends on itself. */
import type { Condition } from '../condition.ts';
import type { Question } from '../pack.ts';
import type { CheckedPack, Places } from './checked.ts';
import type { Report } from './report.ts';

type Parts = Pick<CheckedPack, 'questions' | 'conditions' | 'readings'>;

/** Reports cycles, and questions whose asking hangs on one that comes later. */
export function checkDependencies(parts: Parts, places: Places, report: Report): void {
  const edges = edgesOf(parts);
  const cyclic = new Set<string>();
  for (const start of edges.keys()) {
    if (cyclic.has(start)) continue;
    const path = pathBack(start, edges);
    if (path === undefined) continue;
    for (const node of path) cyclic.add(node);
    const [sort, name] = parted(start);
    const at = places[sort === 'question' ? `${start}.applies` : start];
    if (at === undefined) continue;
    const names = path.map((node) => `"${parted(node)[1]}"`).join(' → ');
    report.error(
      'cycle',
      at,
      sort === 'question'
        ? `Whether question "${name}" is asked hangs on itself: ${names}`
        : `Condition "${name}" hangs on itself: ${names}`,
      'Take one of them out of the condition of another. What letters of readings replace counts too.',
    );
  }
  for (const question of parts.questions)
    if (!cyclic.has(`question:${question.id}`)) reportLater(question, parts.questions, edges, places, report);
}

function reportLater(
  question: Question,
  questions: readonly Question[],
  edges: ReadonlyMap<string, string[]>,
  places: Places,
  report: Report,
): void {
  const at = places[`question:${question.id}.applies`];
  const mentioned = new Set(edges.get(`question:${question.id}`));
  for (const node of mentioned)
    if (parted(node)[0] === 'condition') for (const next of edges.get(node) ?? []) mentioned.add(next);
  const later = questions.find((q) => q.number > question.number && mentioned.has(`question:${q.id}`));
  if (later !== undefined && at !== undefined)
    report.warning(
      'later-question',
      at,
      `Whether question "${question.id}" is asked hangs on "${later.id}", which is asked after it`,
      `Move "${later.id}" before "${question.id}".`,
    );
}

function parted(node: string): [string, string] {
  const colon = node.indexOf(':');
  return [node.slice(0, colon), node.slice(colon + 1)];
}

/** Under every reading: a circle that closes only under some letters is one all the same. */
function edgesOf({ questions, conditions, readings }: Parts): Map<string, string[]> {
  const edges = new Map<string, Set<string>>();
  const add = (node: string, condition: Condition): void => {
    const targets = edges.get(node) ?? new Set();
    edges.set(node, targets);
    collect(condition, targets);
  };
  for (const { id, when } of conditions) add(`condition:${id}`, when);
  for (const { id, applies } of questions) add(`question:${id}`, applies);
  for (const replacement of readings.flatMap((r) => r.letters.flatMap((l) => l.replaces))) {
    if (replacement.target === 'condition') add(`condition:${replacement.name}`, replacement.condition);
    if (replacement.target === 'applies') add(`question:${replacement.question}`, replacement.condition);
  }
  return new Map([...edges].map(([node, targets]) => [node, [...targets]]));
}

function collect(condition: Condition, into: Set<string>): void {
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const part of condition.of) collect(part, into);
      return;
    case 'not':
      collect(condition.of, into);
      return;
    case 'answer':
    case 'undecided':
      into.add(`question:${condition.question}`);
      return;
    case 'named':
      into.add(`condition:${condition.name}`);
      return;
    case 'always':
    case 'never':
      return;
  }
}

/** The shortest way from a node back to itself, both ends included. */
function pathBack(start: string, edges: ReadonlyMap<string, string[]>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue)
    for (const next of edges.get(node) ?? []) {
      if (next === start) {
        const path = [start];
        for (let step: string | undefined = node; step !== undefined; step = cameFrom.get(step))
          path.unshift(step);
        return path;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  return undefined;
}
