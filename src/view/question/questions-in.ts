/** Which questions a condition asks about. */
import type { Condition } from '../../engine/condition.ts';
import type { Pack } from '../../engine/pack.ts';

/** Ids of the questions that a condition mentions, named conditions opened, in pack order. */
export function questionsIn(pack: Pack, condition: Condition): string[] {
  const found = new Set<string>();
  const visit = (part: Condition): void => {
    switch (part.kind) {
      case 'always':
      case 'never':
        return;
      case 'all':
      case 'any':
        part.of.forEach(visit);
        return;
      case 'not':
        visit(part.of);
        return;
      case 'answer':
      case 'undecided':
        found.add(part.question);
        return;
      case 'named': {
        const named = pack.conditions.find(({ id }) => id === part.name);
        if (named) visit(named.when);
      }
    }
  };
  visit(condition);
  return pack.questions.map(({ id }) => id).filter((id) => found.has(id));
}
