/** Checks the witnesses of a report one by one, by evaluating them: no trust in what found them is needed. */
import type { Engine } from '../engine.ts';
import type { Situation } from '../verdict.ts';
import type { Soundness } from './soundness.ts';

/** One situation of the report, with what must come out. */
export interface WitnessCheck {
  /** E.g. `output R1 holds`. */
  claim: string;
  comesOut: () => boolean;
}

/** Every witness of the report, ready to be checked; nothing is evaluated before `comesOut` is called. */
export function witnessChecks(engine: Engine, report: Soundness): WitnessCheck[] {
  const value = (id: string, situation: Situation) => engine.evaluate(situation).verdicts[id]?.value;
  const holds = (id: string, situation: Situation) =>
    engine.evaluate(situation).verdicts[id]?.status === 'holds';
  const check = (claim: string, situation: Situation | null, comesOut: (situation: Situation) => boolean) =>
    situation === null ? [] : [{ claim, comesOut: () => comesOut(situation) }];
  const under = (situation: Situation, reading: string, letter: string): Situation => ({
    ...situation,
    readings: { ...situation.readings, [reading]: letter },
  });
  const isWarned = (id: string, situation: Situation) => engine.evaluate(situation).warnings.includes(id);
  const isNoted = (key: string, situation: Situation) => {
    const [output = '', note = ''] = key.split('/');
    return engine.evaluate(situation).notes[output]?.includes(note) === true;
  };
  const applies = (id: string, situation: Situation) => engine.evaluate(situation).applies[id];
  return [
    ...report.outputs.flatMap(({ id, holds: yes, fails: no }) => [
      ...check(`output ${id} holds`, yes, (s) => holds(id, s)),
      ...check(`output ${id} fails`, no, (s) => value(id, s) === 'never'),
    ]),
    ...report.warnings.flatMap(({ id, holds: yes, fails: no }) => [
      ...check(`warning ${id} shows`, yes, (s) => isWarned(id, s)),
      ...check(`warning ${id} does not show`, no, (s) => !isWarned(id, s)),
    ]),
    ...report.notes.flatMap(({ id, holds: yes, fails: no }) => [
      ...check(`note ${id} shows`, yes, (s) => isNoted(id, s)),
      ...check(`note ${id} does not show`, no, (s) => !isNoted(id, s)),
    ]),
    ...report.questions.flatMap(({ id, matters, asked, notAsked }) => [
      ...(matters === null
        ? []
        : [
            ...check(`question ${id}: ${matters.output} holds`, matters.holds, (s) =>
              holds(matters.output, s),
            ),
            ...check(
              `question ${id}: ${matters.output} fails`,
              matters.fails,
              (s) => !holds(matters.output, s),
            ),
          ]),
      ...check(`question ${id} is asked`, asked, (s) => applies(id, s) === 'always'),
      ...check(`question ${id} is not asked`, notAsked, (s) => applies(id, s) === 'never'),
    ]),
    ...report.readings.flatMap(({ id, pairs }) =>
      pairs.flatMap(({ letters, differs }) => {
        if (differs === null || differs.in.kind === 'condition') return [];
        const { in: where, situation, holdsUnder } = differs;
        const other = letters.find((letter) => letter !== holdsUnder) ?? '';
        const isSo = (s: Situation) =>
          where.kind === 'question' ? applies(where.id, s) === 'always' : value(where.id, s) === 'always';
        const isNot = (s: Situation) =>
          where.kind === 'question' ? applies(where.id, s) === 'never' : value(where.id, s) === 'never';
        return [
          ...check(`${where.id} under ${id} ${holdsUnder}`, situation, (s) => isSo(under(s, id, holdsUnder))),
          ...check(`${where.id} under ${id} ${other}`, situation, (s) => isNot(under(s, id, other))),
        ];
      }),
    ),
  ];
}
