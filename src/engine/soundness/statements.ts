/** Where each statement of the brief is shown, and whether that can be reached. */
import type { Pack } from '../pack.ts';
import type { BothWays, QuestionProof, StatementProof } from './soundness.ts';

export function statementsOf(
  pack: Pack,
  outputs: readonly BothWays[],
  questions: readonly QuestionProof[],
): StatementProof[] {
  const asked = new Set(questions.filter((q) => q.asked !== null).map((q) => q.id));
  const holding = new Set(outputs.filter((o) => o.holds !== null).map((o) => o.id));
  return pack.statements.map(({ id }) => {
    const made = pack.outputs.filter(({ source, argument }) =>
      [source, argument?.backs, argument?.also, argument?.expect].some((part) => part?.includes(id)),
    );
    const beside = pack.questions.filter((question) => question.statements.includes(id));
    const of = (kind: 'reading' | 'remark', items: Pack['readings'] | Pack['remarks']) =>
      items.filter(({ statements }) => statements.includes(id)).map((item) => ({ kind, id: item.id }));
    return {
      id,
      shown: [
        ...made.map((output) => ({ kind: 'output' as const, id: output.id })),
        ...beside.map((question) => ({ kind: 'question' as const, id: question.id })),
        ...of('reading', pack.readings),
        ...of('remark', pack.remarks),
      ],
      // Readings and remarks are listed on a screen of their own; it is outputs and questions that must show it.
      reachable:
        made.some((output) => output.kind === 'background' || holding.has(output.id)) ||
        beside.some((question) => asked.has(question.id)),
    };
  });
}
