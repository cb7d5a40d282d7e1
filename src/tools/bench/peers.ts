/** The pack's rules for the peers: the same conditions, translated into each one's own form. */
import { LogicEngine } from 'json-logic-engine';
import { Engine as RulesEngine } from 'json-rules-engine';
import type { Complete } from './closures.ts';
import type { Plain, Ruled } from './plain.ts';

type Logic = boolean | { [operator: string]: unknown };

/** json-logic-engine, interpreted: its compiled mode needs code generation, which a strict CSP forbids. */
export function jsonLogic(rules: readonly Ruled[]): (answers: Complete) => boolean[] {
  const engine = new LogicEngine();
  engine.disableInterpretedOptimization = false;
  const logic = (plain: Plain): Logic => {
    switch (plain.kind) {
      case 'constant':
        return plain.value;
      case 'all':
        return { and: plain.of.map(logic) };
      case 'any':
        return { or: plain.of.map(logic) };
      case 'not':
        return { '!': [logic(plain.of)] };
      case 'is': {
        const tests = plain.options.map((option) =>
          plain.several
            ? { in: [option, { var: plain.question }] }
            : { '===': [{ var: plain.question }, option] },
        );
        return tests.length === 1 && tests[0] !== undefined ? tests[0] : { or: tests };
      }
    }
  };
  const translated = rules.map((rule) => logic(rule.plain));
  return (answers) => translated.map((rule) => Boolean(engine.run(rule, answers)));
}

/** json-rules-engine: asynchronous by design; one rule an output, fired where it holds. */
export function jsonRules(rules: readonly Ruled[]): (answers: Complete) => Promise<boolean[]> {
  const engine = new RulesEngine([], { allowUndefinedFacts: true });
  engine.addOperator('has', (ticks: string[], option: string) => ticks.includes(option));
  engine.addFact('yes', true);
  type Part = Record<string, unknown>;
  const part = (plain: Plain): Part => {
    switch (plain.kind) {
      case 'constant':
        return { fact: 'yes', operator: 'equal', value: plain.value };
      case 'all':
      case 'any':
        return { [plain.kind]: plain.of.map(part) };
      case 'not':
        return { not: part(plain.of) };
      case 'is': {
        const operator = plain.several ? 'has' : 'equal';
        return { any: plain.options.map((value) => ({ fact: plain.question, operator, value })) };
      }
    }
  };
  for (const rule of rules)
    engine.addRule({
      // The peer wants a group at the top.
      conditions: { all: [part(rule.plain)] } as never,
      event: { type: rule.id },
    });
  return async (answers) => {
    const { events } = await engine.run(answers);
    const fired = new Set(events.map((event) => event.type));
    return rules.map((rule) => fired.has(rule.id));
  };
}
