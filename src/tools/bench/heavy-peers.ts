/** Peers that keep a model of their own which answers are put into: publicodes and survey-core. */
import Publicodes from 'publicodes';
import { Model } from 'survey-core';
import type { Pack } from '../../engine/pack.ts';
import type { Complete } from './closures.ts';
import type { Plain, Ruled } from './plain.ts';

/** Something that answers are put into, one or all, and that then says of each rule whether it holds. */
export interface Peer {
  all(answers: Complete): boolean[];
  /** One answer changes, and all rules are asked. */
  one(question: string, answer: string | string[]): boolean[];
}

/** Answers are rules too: one for each question, and a yes or no for each tick, since there are no lists of words. */
export function publicodes(pack: Pack, rules: readonly Ruled[]): Peer {
  const questions = new Map(
    pack.questions.map((question, i) => [question.id, { question, name: `question ${i}` }]),
  );
  const tickName = (name: string, option: string): string => `${name} tick ${option.replaceAll('_', ' ')}`;
  const written: Record<string, unknown> = {};
  const expression = (plain: Plain): unknown => {
    switch (plain.kind) {
      case 'constant':
        return plain.value ? 'oui' : 'non';
      case 'all':
        return { 'toutes ces conditions': plain.of.map(expression) };
      case 'any':
        return { 'une de ces conditions': plain.of.map(expression) };
      case 'not': {
        // There is no "not": what is denied becomes a rule, and that is compared with no.
        const name = `part ${Object.keys(written).length}`;
        written[name] = null;
        written[name] = expression({ kind: 'all', of: [plain.of] });
        return `${name} = non`;
      }
      case 'is': {
        const name = questions.get(plain.question)?.name ?? '';
        const tests = plain.options.map((option) =>
          plain.several ? tickName(name, option) : `${name} = '${option}'`,
        );
        return { 'une de ces conditions': tests };
      }
    }
  };
  for (const { question, name } of questions.values())
    if (question.kind === 'one') written[name] = "'unanswered'";
    else for (const { id } of question.options) written[tickName(name, id)] = 'non';
  const names = rules.map(({ plain }, i) => {
    written[`rule ${i}`] = expression({ kind: 'all', of: [plain] });
    return `rule ${i}`;
  });
  const situationOf = (id: string, answer: string | string[]): [string, string][] => {
    const found = questions.get(id);
    if (found === undefined) return [];
    if (typeof answer === 'string') return [[found.name, `'${answer}'`]];
    return found.question.options.map((o) => [
      tickName(found.name, o.id),
      answer.includes(o.id) ? 'oui' : 'non',
    ]);
  };
  const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };
  const engine = new Publicodes(written as ConstructorParameters<typeof Publicodes>[0], { logger: quiet });
  const values = (): boolean[] => names.map((name) => engine.evaluate(name).nodeValue === true);
  return {
    all: (answers) => {
      engine.setSituation(
        Object.fromEntries(Object.entries(answers).flatMap(([id, answer]) => situationOf(id, answer))),
      );
      return values();
    },
    one: (question, answer) => {
      engine.setSituation(Object.fromEntries(situationOf(question, answer)), { keepPreviousSituation: true });
      return values();
    },
  };
}

export function surveyCore(pack: Pack, rules: readonly Ruled[]): Peer {
  const expression = (plain: Plain): string => {
    switch (plain.kind) {
      case 'constant':
        return plain.value ? '1 = 1' : '1 = 2';
      case 'all':
        return `(${plain.of.map(expression).join(' and ')})`;
      case 'any':
        return `(${plain.of.map(expression).join(' or ')})`;
      case 'not':
        return `!(${expression(plain.of)})`;
      case 'is': {
        const operator = plain.several ? 'contains' : '=';
        return `(${plain.options.map((option) => `{${plain.question}} ${operator} '${option}'`).join(' or ')})`;
      }
    }
  };
  const model = new Model({
    elements: pack.questions.map(({ id, kind, options }) => ({
      type: kind === 'one' ? 'radiogroup' : 'checkbox',
      name: id,
      choices: options.map((option) => option.id),
    })),
    calculatedValues: rules.map(({ id, plain }) => ({ name: `rule_${id}`, expression: expression(plain) })),
  });
  const values = (): boolean[] => model.calculatedValues.map(({ value }) => value === true);
  return {
    all: (answers) => {
      model.data = answers;
      return values();
    },
    one: (question, answer) => {
      model.setValue(question, answer);
      return values();
    },
  };
}
