/** The report in numbers. */
import { isAsDeclared } from './reach.ts';
import type { BothWays, Branch, Figures, QuestionProof, Soundness } from './soundness.ts';

type Claims = Omit<Soundness, 'version' | 'pack' | 'situations' | 'figures'>;

export function figuresOf(claims: Claims): Figures {
  const branches = claims.coverage.decisions.flatMap(({ tests }) => tests.flatMap((t) => [t.met, t.notMet]));
  const ofKind = (kind: Branch['kind']) => branches.filter((branch) => branch.kind === kind).length;
  const impossible = ofKind('impossible');
  const proved = {
    outputs: among(claims.outputs, isAsDeclared),
    warnings: among(claims.warnings, isAsDeclared),
    notes: among<BothWays>(claims.notes, isAsDeclared),
    questions: among(claims.questions, (q) => (q.matters === null) === q.informative),
    asked: among(claims.questions, isWithinReach),
    exclusive: among(claims.exclusive, ({ both, beyond }) => both === null && !beyond),
    letters: among(
      claims.readings.flatMap(({ pairs }) => pairs),
      ({ differs }) => differs !== null,
    ),
    statements: among(claims.statements, ({ reachable }) => reachable),
    cases: [claims.cases.total - claims.cases.wrong.length, claims.cases.total] as [number, number],
  };
  return {
    ...proved,
    branches: [ofKind('exercised'), branches.length - impossible],
    impossible,
    sound: Object.values(proved).every(([so, of]) => so === of),
  };
}

/** It is asked in some situation, hangs on nothing later, and is not cut off where what it hangs on is asked. */
function isWithinReach({ asked, inOrder, deadEnd, beyond }: QuestionProof): boolean {
  return asked !== null && inOrder && deadEnd === null && !beyond;
}

function among<T>(items: readonly T[], is: (item: T) => boolean): [number, number] {
  return [items.filter(is).length, items.length];
}
