/** A session's answers as a situation of this pack: what does not fit is kept in the journal and told, never counted. */
import { own } from '../engine/inherited.ts';
import type { Pack } from '../engine/pack.ts';
import { parseSituation } from '../engine/situation.ts';
import type { Situation } from '../engine/verdict.ts';
import type { Facts } from './fold.ts';
import { applyAction } from './fold.ts';
import { type Action, NO_EVIDENCE } from './journal.ts';

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
export function fitSituation(pack: Pack, given: Given): Fit {
  const { situation, leftOut } = fitItems(pack, given);
  return { situation, misfits: [...new Set(leftOut.map(({ id }) => id))] };
}

/** One thing said: an answer, a reading, or one option ruled out. */
interface Item {
  /** Question or reading. */
  id: string;
  /** Tells items of one question apart. */
  key: string;
}

function fitItems(pack: Pack, given: Given): { situation: Situation; leftOut: Item[] } {
  const { answers, readings, ruledOut } = given;
  const whole = valid(pack, { answers, readings, ruledOut });
  return whole === undefined ? fitOneByOne(pack, given) : { situation: whole, leftOut: [] };
}

function fitOneByOne(pack: Pack, given: Given): { situation: Situation; leftOut: Item[] } {
  let kept: Given = { answers: {}, readings: {}, ruledOut: {} };
  const leftOut: Item[] = [];
  const offer = (item: Item, next: Given) => {
    if (valid(pack, next) === undefined) leftOut.push(item);
    else kept = next;
  };
  for (const [id, answer] of Object.entries(given.answers))
    offer({ id, key: itemKey(id) }, { ...kept, answers: { ...kept.answers, [id]: answer } });
  for (const [id, letter] of Object.entries(given.readings))
    offer({ id, key: itemKey(id) }, { ...kept, readings: { ...kept.readings, [id]: letter } });
  for (const [id, options] of Object.entries(given.ruledOut))
    for (const option of options) {
      const already = own(kept.ruledOut, id) ?? [];
      const next = { ...kept, ruledOut: { ...kept.ruledOut, [id]: [...already, option] } };
      offer({ id, key: itemKey(id, option) }, next);
    }
  return { situation: valid(pack, kept) ?? { answers: {}, readings: {}, ruledOut: {} }, leftOut };
}

function itemKey(id: string, ruledOut?: string): string {
  return JSON.stringify([id, ruledOut ?? null]);
}

function valid(pack: Pack, given: Given): Situation | undefined {
  const result = parseSituation(pack, given);
  return 'situation' in result ? result.situation : undefined;
}

/** Whether an action may be done here: it changes something, and what it says fits the pack and the rest. */
export function isAdmissible(pack: Pack, facts: Facts, action: Action): boolean {
  switch (action.type) {
    case 'answered': {
      const same = JSON.stringify(own(facts.answers, action.question)) === JSON.stringify(action.answer);
      if (same && !facts.unchecked.includes(action.question)) return false;
      return fits(pack, facts, action, itemKey(action.question));
    }
    case 'cleared':
      return Object.hasOwn(facts.answers, action.question);
    case 'checked':
      return facts.unchecked.includes(action.question);
    case 'ruledOut':
      return (
        !isRuledOut(facts, action.question, action.option) &&
        fits(pack, facts, action, itemKey(action.question, action.option))
      );
    case 'broughtBack':
      return isRuledOut(facts, action.question, action.option);
    case 'readingTaken':
      return (
        letterTaken(pack, facts.readings, action.reading) !== action.letter &&
        fits(pack, facts, action, itemKey(action.reading))
      );
    case 'pathTaken':
      return facts.path !== action.path;
    case 'assessed':
      return (
        pack.questions.some((question) => question.id === action.question) &&
        JSON.stringify(own(facts.evidence, action.question) ?? NO_EVIDENCE) !==
          JSON.stringify(action.evidence)
      );
    case 'sourceKept': {
      const known = facts.sources.find((source) => source.id === action.source.id);
      return JSON.stringify(known) !== JSON.stringify(action.source);
    }
    case 'newsKept':
      return action.news.questions.length > 0;
    case 'reassessed': {
      const news = facts.news.find(({ id }) => id === action.news);
      return (news?.questions.includes(action.question) ?? false) && !news?.settled.includes(action.question);
    }
    case 'reviewSet':
      return (
        pack.questions.some(({ id }) => id === action.question) &&
        (own(facts.reviews, action.question) ?? '') !== action.by
      );
    case 'described':
      return Object.keys(action.details).length > 0;
    case 'upgraded':
      return action.to.hash === pack.hash && facts.pack.hash !== pack.hash;
    case 'created':
    case 'issued':
    case 'erased':
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
  return own(readings, reading) ?? pack.readings.find((other) => other.id === reading)?.default;
}

/** What is said fits, and leaves out nothing that counted before; what did not fit anyway is no hindrance. */
function fits(pack: Pack, facts: Facts, action: Action, key: string): boolean {
  const before = new Set(fitItems(pack, facts).leftOut.map((item) => item.key));
  return fitItems(pack, applyAction(facts, action)).leftOut.every(
    (item) => item.key !== key && before.has(item.key),
  );
}

function isRuledOut(facts: Facts, question: string, option: string): boolean {
  return own(facts.ruledOut, question)?.includes(option) ?? false;
}
