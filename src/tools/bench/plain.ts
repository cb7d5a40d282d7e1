/** A pack's rules without names, guards, readings and exclusive options: what every rule engine can be told. */
import type { Condition } from '../../engine/condition.ts';
import type { Pack } from '../../engine/pack.ts';

/** Plain all/any/not/answer, with names and guards written out. */
export type Plain =
  | { kind: 'constant'; value: boolean }
  | { kind: 'all' | 'any'; of: Plain[] }
  | { kind: 'not'; of: Plain }
  | { kind: 'is'; question: string; options: string[]; several: boolean };

export interface Ruled {
  id: string;
  plain: Plain;
}

/** Condition and not defeater of each output, default readings. */
export function plainRules(pack: Pack, ids: readonly string[]): Ruled[] {
  const conditions = new Map(pack.conditions.map((c) => [c.id, c]));
  const questions = new Map(pack.questions.map((q) => [q.id, q]));
  const outputs = new Map(pack.outputs.map((o) => [o.id, o]));
  const plain = (condition: Condition): Plain => {
    switch (condition.kind) {
      case 'always':
        return { kind: 'constant', value: true };
      case 'never':
      case 'undecided':
        return { kind: 'constant', value: false };
      case 'all':
      case 'any':
        return { kind: condition.kind, of: condition.of.map(plain) };
      case 'not':
        return { kind: 'not', of: plain(condition.of) };
      case 'named': {
        const named = conditions.get(condition.name);
        return named === undefined ? { kind: 'constant', value: false } : plain(named.when);
      }
      case 'answer': {
        const question = questions.get(condition.question);
        const several = question?.kind === 'several';
        const is: Plain = { kind: 'is', question: condition.question, options: condition.options, several };
        const guard = question?.applies ?? { kind: 'always' };
        return guard.kind === 'always' ? is : { kind: 'all', of: [plain(guard), is] };
      }
    }
  };
  return ids.map((id) => {
    const output = outputs.get(id);
    if (output === undefined) throw new Error(`no output ${id}`);
    const when = plain(output.when);
    const lapses = output.lapses;
    return {
      id,
      plain: lapses === undefined ? when : { kind: 'all', of: [when, { kind: 'not', of: plain(lapses) }] },
    };
  });
}
