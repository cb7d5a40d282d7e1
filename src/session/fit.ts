/** A session's answers as a situation of this pack: what does not fit is kept in the journal and told, never counted. */
import type { Pack } from '../engine/pack.ts';
import { parseSituation } from '../engine/situation.ts';
import type { Situation } from '../engine/verdict.ts';
import type { Facts } from './fold.ts';
import { applyAction } from './fold.ts';
import type { Action } from './journal.ts';

export interface Fit {
  situation: Situation;
  /** Questions and readings of which something had to be left out. */
  misfits: string[];
}

type Given = Pick<Facts, 'answers' | 'readings' | 'ruledOut'>;

/**
 * Things do not fit where the session was answered under another version of the pack, or where two tabs said
 * contradictory things at once. An answer then counts before what is ruled out.
 */
export function fitSituation(pack: Pack, { answers, readings, ruledOut }: Given): Fit {
  const whole = valid(pack, { answers, readings, ruledOut });
  return whole === undefined
    ? fitPiecewise(pack, { answers, readings, ruledOut })
    : { situation: whole, misfits: [] };
}

function fitPiecewise(pack: Pack, given: Given): Fit {
  let kept: Given = { answers: {}, readings: {}, ruledOut: {} };
  const misfits = new Set<string>();
  const offer = (id: string, next: Given) => {
    if (valid(pack, next) === undefined) misfits.add(id);
    else kept = next;
  };
  for (const [question, answer] of Object.entries(given.answers))
    offer(question, { ...kept, answers: { ...kept.answers, [question]: answer } });
  for (const [reading, letter] of Object.entries(given.readings))
    offer(reading, { ...kept, readings: { ...kept.readings, [reading]: letter } });
  for (const [question, options] of Object.entries(given.ruledOut))
    for (const option of options) {
      const already = kept.ruledOut[question] ?? [];
      offer(question, { ...kept, ruledOut: { ...kept.ruledOut, [question]: [...already, option] } });
    }
  return {
    situation: valid(pack, kept) ?? { answers: {}, readings: {}, ruledOut: {} },
    misfits: [...misfits],
  };
}

function valid(pack: Pack, given: Given): Situation | undefined {
  const result = parseSituation(pack, given);
  return 'situation' in result ? result.situation : undefined;
}

/** Whether an action may be done here: it changes something, and what it says fits the pack and the rest. */
export function isAdmissible(pack: Pack, facts: Facts, action: Action): boolean {
  switch (action.type) {
    case 'answered': {
      const same = JSON.stringify(facts.answers[action.question]) === JSON.stringify(action.answer);
      if (same && !facts.unchecked.includes(action.question)) return false;
      return fits(pack, facts, action, action.question);
    }
    case 'cleared':
      return facts.answers[action.question] !== undefined;
    case 'checked':
      return facts.unchecked.includes(action.question);
    case 'ruledOut':
      return !isRuledOut(facts, action.question, action.option) && fits(pack, facts, action, action.question);
    case 'broughtBack':
      return isRuledOut(facts, action.question, action.option);
    case 'readingTaken':
      return (
        letterTaken(pack, facts.readings, action.reading) !== action.letter &&
        fits(pack, facts, action, action.reading)
      );
    case 'pathTaken':
      return facts.path !== action.path;
    case 'described':
      return Object.keys(action.details).length > 0;
    case 'created':
    case 'undone':
    case 'redone':
      return true;
  }
}

/** The letter under which a reading is taken: the session's, else the pack's default. */
export function letterTaken(
  pack: Pack,
  readings: Record<string, string>,
  reading: string,
): string | undefined {
  return readings[reading] ?? pack.readings.find((other) => other.id === reading)?.default;
}

function fits(pack: Pack, facts: Facts, action: Action, id: string): boolean {
  return !fitSituation(pack, applyAction(facts, action)).misfits.includes(id);
}

function isRuledOut(facts: Facts, question: string, option: string): boolean {
  return facts.ruledOut[question]?.includes(option) ?? false;
}
