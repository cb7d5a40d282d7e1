/** The verdict of one output, to the letter of the contract (docs/verdicts.md). */
import { type Core, isKnown, rootsOf } from './core.ts';
import { TRUE } from './diagram/nodes.ts';
import type { Diagrams, Output } from './pack.ts';
import type { Status, Value, Verdict } from './verdict.ts';

export function judge(core: Core, output: Output, bits: Int32Array): Verdict {
  if (output.when.kind === 'undecided') return undecided(core, output.when.question, bits);
  const roots = rootsOf(core.diagrams, output.id);
  const value = core.walker.value(roots.firm, bits);
  const status = statusOf(core, roots, value, bits);
  const silentWhereOpen = output.kind === 'scenario' || output.kind === 'silence';
  if (status === 'open' && silentWhereOpen) return { status: 'fails', value, dependsOn: [], unconfirmed: [] };
  return {
    status,
    value,
    dependsOn: status === 'open' ? core.names(core.walker.support(roots.firm, bits)) : [],
    unconfirmed:
      status === 'holds' && value === 'mixed' ? core.names(core.walker.support(roots.lapses, bits)) : [],
  };
}

/** A defeater defeats only when it is certain: "holds" asks the condition alone, unless the whole never holds. */
function statusOf(
  { walker }: Core,
  roots: Diagrams['outputs'][string],
  value: Value,
  bits: Int32Array,
): Status {
  if (value === 'never') return 'fails';
  if (value === 'always') return 'holds';
  return roots.when !== roots.firm && walker.value(roots.when, bits) === 'always' ? 'holds' : 'open';
}

/** Holds while more than one answer to the question is possible; judged from the situation itself. */
function undecided({ index, walker, diagrams }: Core, question: string, bits: Int32Array): Verdict {
  const applies = walker.value(diagrams.applies[question] ?? TRUE, bits) !== 'never';
  const holds = applies && index.allOf(question).some((variable) => !isKnown(bits[variable] ?? 0));
  return {
    status: holds ? 'holds' : 'fails',
    value: holds ? 'always' : 'never',
    dependsOn: [],
    unconfirmed: [],
  };
}
