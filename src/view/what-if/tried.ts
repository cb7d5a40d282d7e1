/** What is tried in a session, kept for this visit: a reload must not lose it. */
import type { Answer } from '../../engine/pack.ts';
import type { Desk, OpenSession } from '../../session/desk.ts';
import type { SessionState } from '../../session/journal.ts';
import { readVisit, writeVisit } from '../parts/visit.ts';

/** How the copy differs from the session, by question and by reading. */
export interface Tried {
  /** null: taken away. */
  answers: Record<string, Answer | null>;
  ruledOut: Record<string, string[]>;
}

const keyOf = (id: string) => `waymark.what-if.${id}`;

/** A copy of the session with what was tried before in this visit. */
export function openTrial(desk: Desk, session: OpenSession): OpenSession {
  const trial = desk.trial(session.id, session.entries.value);
  const { answers, ruledOut } = recall(session.id);
  for (const [question, options] of Object.entries(ruledOut)) putRuledOut(trial, question, options);
  for (const [question, answer] of Object.entries(answers))
    void (answer === null ? trial.clear(question) : trial.answer(question, answer));
  return trial;
}

/** Puts one question back to what the session says. */
export function putBack(session: OpenSession, trial: OpenSession, question: string): void {
  const { answers, ruledOut } = session.state.value;
  putRuledOut(trial, question, ruledOut[question] ?? []);
  const answer = answers[question];
  void (answer === undefined ? trial.clear(question) : trial.answer(question, answer));
}

/** What differs, by question. */
export function triedIn(from: SessionState, to: SessionState): Tried {
  const tried: Tried = { answers: {}, ruledOut: {} };
  for (const question of new Set([...Object.keys(from.answers), ...Object.keys(to.answers)]))
    if (JSON.stringify(from.answers[question]) !== JSON.stringify(to.answers[question]))
      tried.answers[question] = to.answers[question] ?? null;
  for (const question of new Set([...Object.keys(from.ruledOut), ...Object.keys(to.ruledOut)])) {
    const [was, is] = [from.ruledOut[question] ?? [], to.ruledOut[question] ?? []].map((list) =>
      [...list].sort(),
    );
    if (JSON.stringify(was) !== JSON.stringify(is)) tried.ruledOut[question] = is ?? [];
  }
  return tried;
}

export function questionsIn({ answers, ruledOut }: Tried): Set<string> {
  return new Set([...Object.keys(answers), ...Object.keys(ruledOut)]);
}

export function remember(id: string, tried: Tried): void {
  writeVisit(keyOf(id), questionsIn(tried).size === 0 ? null : JSON.stringify(tried));
}

/** What was tried before; nothing where that cannot be read. */
export function recall(id: string): Tried {
  try {
    const found: unknown = JSON.parse(readVisit(keyOf(id)) ?? 'null');
    if (isTried(found)) return found;
  } catch {
    // Not JSON: nothing of ours.
  }
  return { answers: {}, ruledOut: {} };
}

/** The desk itself refuses what does not fit the pack; here only the shape matters. */
function isTried(value: unknown): value is Tried {
  if (typeof value !== 'object' || value === null || !('answers' in value) || !('ruledOut' in value))
    return false;
  const { answers, ruledOut } = value;
  const isText = (one: unknown) => typeof one === 'string';
  const isTexts = (one: unknown) => Array.isArray(one) && one.every(isText);
  const isRecord = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null;
  return (
    isRecord(answers) &&
    Object.values(answers).every((one) => one === null || isText(one) || isTexts(one)) &&
    isRecord(ruledOut) &&
    Object.values(ruledOut).every(isTexts)
  );
}

function putRuledOut(trial: OpenSession, question: string, options: readonly string[]): void {
  const now = trial.state.value.ruledOut[question] ?? [];
  for (const option of now) if (!options.includes(option)) void trial.bringBack(question, option);
  for (const option of options) if (!now.includes(option)) void trial.ruleOut(question, option);
}
