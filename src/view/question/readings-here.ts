/** Which ambiguities of the text bear on a question: how it is worded, when it is asked, what its answers count for. */
import type { Condition } from '../../engine/condition.ts';
import type { Pack, Question, Replacement } from '../../engine/pack.ts';

/**
 * Ids of readings and remarks, in pack order: those that lie in a statement shown with the question, and the
 * readings that put another condition in the place of one that asks for it.
 */
export function readingsHere(pack: Pack, question: Question): string[] {
  const shares = (statements: readonly string[]) => statements.some((id) => question.statements.includes(id));
  const readings = pack.readings.filter(
    ({ statements, letters }) =>
      shares(statements) ||
      letters.some(({ replaces }) => replaces.some((replacement) => bearsOn(pack, replacement, question.id))),
  );
  const remarks = pack.remarks.filter(({ statements }) => shares(statements));
  return [...readings, ...remarks].map(({ id }) => id);
}

function bearsOn(pack: Pack, replacement: Replacement, question: string): boolean {
  // When a question is asked is an ambiguity of that question, not of those that guard it.
  if (replacement.target === 'applies') return replacement.question === question;
  const replaced = original(pack, replacement);
  return (
    mentions(pack, replacement.condition, question) ||
    (replaced !== undefined && mentions(pack, replaced, question))
  );
}

/** What stands in the pack where the letter puts its own. */
function original(
  pack: Pack,
  replacement: Exclude<Replacement, { target: 'applies' }>,
): Condition | undefined {
  switch (replacement.target) {
    case 'when':
      return pack.outputs.find(({ id }) => id === replacement.output)?.when;
    case 'lapses':
      return pack.outputs.find(({ id }) => id === replacement.output)?.lapses;
    case 'condition':
      return pack.conditions.find(({ id }) => id === replacement.name)?.when;
  }
}

function mentions(pack: Pack, condition: Condition, question: string): boolean {
  switch (condition.kind) {
    case 'always':
    case 'never':
      return false;
    case 'all':
    case 'any':
      return condition.of.some((part) => mentions(pack, part, question));
    case 'not':
      return mentions(pack, condition.of, question);
    case 'answer':
    case 'undecided':
      return condition.question === question;
    case 'named': {
      const named = pack.conditions.find(({ id }) => id === condition.name);
      return named !== undefined && mentions(pack, named.when, question);
    }
  }
}
