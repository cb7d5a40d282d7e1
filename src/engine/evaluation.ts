/** Everything that is concluded in one situation. */
import type { Core } from './core.ts';
import { TRUE } from './diagram/nodes.ts';
import type { Output, Pack } from './pack.ts';
import type { Evaluation, Situation, Value, Verdict } from './verdict.ts';
import { judge } from './verdicts.ts';

/** @param bits of the situation, see VariableIndex */
export function evaluationOf(core: Core, situation: Situation, bits: Int32Array): Evaluation {
  const { pack } = core;
  const applies = Object.fromEntries(pack.questions.map((q) => [q.id, applying(core, q.id, bits)]));
  return {
    verdicts: Object.fromEntries(pack.outputs.map((o): [string, Verdict] => [o.id, judge(core, o, bits)])),
    applies,
    setAside: setAsideIn(pack, situation, applies),
    warnings: pack.warnings.filter((w) => warns(core, w.id, bits)).map((w) => w.id),
    notes: Object.fromEntries(pack.outputs.map((o) => [o.id, notesOf(core, o, bits)])),
  };
}

export function applying({ walker, diagrams }: Core, question: string, bits: Int32Array): Value {
  return walker.value(diagrams.applies[question] ?? TRUE, bits);
}

export function warns({ walker, diagrams }: Core, warning: string, bits: Int32Array): boolean {
  return walker.value(diagrams.warnings[warning] ?? TRUE, bits) === 'always';
}

export function notesOf({ walker, diagrams }: Core, output: Output, bits: Int32Array): string[] {
  return output.notes
    .map((note) => note.id)
    .filter((id) => walker.value(diagrams.notes[`${output.id}/${id}`] ?? TRUE, bits) === 'always');
}

/** Looked for among the answers: of a large pack they are few. */
export function setAsideIn(
  pack: Pick<Pack, 'questions'>,
  { answers }: Situation,
  applies: Evaluation['applies'],
): string[] {
  const found = Object.keys(answers).filter((id) => applies[id] === 'never' && isAnswered(answers[id]));
  return found.length === 0 ? found : pack.questions.map((q) => q.id).filter((id) => found.includes(id));
}

/** "Don't know" alone, or an empty list, is no answer; ticks beside "not sure of the rest" are. */
export function isAnswered(answer: string | string[] | undefined): boolean {
  if (answer === undefined || answer === 'dont_know') return false;
  return typeof answer === 'string' || answer.some((option) => option !== 'dont_know');
}
