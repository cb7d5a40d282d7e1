/** The floor for random packs: each rule as a function of its own, written out as somebody would by hand. */
import type { Condition } from '../../engine/condition.ts';
import type { Pack } from '../../engine/pack.ts';

/** Answers by position of the question: an option id, or the ticked options. Faster to reach than by name. */
export type Listed = (string | string[])[];
export type Closure = (answers: Listed) => boolean;

/** One for each output, in pack order; readings at their default. */
export function writtenClosures(pack: Pack): Closure[] {
  const at = new Map(pack.questions.map((question, position) => [question.id, { question, position }]));
  const written = (condition: Condition): string => {
    switch (condition.kind) {
      case 'always':
        return 'true';
      case 'never':
      case 'undecided':
        return 'false';
      case 'all':
        return `(${condition.of.map(written).join(' && ')})`;
      case 'any':
        return `(${condition.of.map(written).join(' || ')})`;
      case 'not':
        return `!${written(condition.of)}`;
      case 'named':
        return `${condition.name}(a)`;
      case 'answer': {
        const found = at.get(condition.question);
        if (found === undefined) return 'false';
        const { question, position } = found;
        const tests = condition.options.map((option) =>
          question.kind === 'one' ? `a[${position}] === '${option}'` : `a[${position}].includes('${option}')`,
        );
        const test = `(${tests.join(' || ')})`;
        return question.applies.kind === 'always' ? test : `(${written(question.applies)} && ${test})`;
      }
    }
  };
  const names = pack.conditions.map(({ id, when }) => `const ${id} = (a) => ${written(when)};`);
  const rules = pack.outputs.map(({ when, lapses }) =>
    lapses === undefined ? `(a) => ${written(when)}` : `(a) => ${written(when)} && !${written(lapses)}`,
  );
  // Rules that somebody wrote by hand would be code, and must be code here to be the floor. This runs in Node alone,
  // in the bench; the page's policy forbids it. Ids are those of the random pack: letters and digits.
  return new Function(`${names.join('\n')}\nreturn [\n${rules.join(',\n')}\n];`)() as Closure[];
}
