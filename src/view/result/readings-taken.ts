/** What would bring an output in or end it, and how the readings taken bear on that. */
import type { Output, Pack } from '../../engine/pack.ts';
import type { PackWords } from '../../engine/words.ts';
import type { OpenSession } from '../../session/desk.ts';
import { ANY } from '../../session/desk.ts';
import { questionsIn } from '../question/questions-in.ts';

/** Some other letter of some reading would give it another status, all else as it is. */
export function changesUnderAnotherReading(session: OpenSession, output: Output): boolean {
  const { status } = session.verdict(output.id);
  return session
    .readingsOf(output.id)
    .some(({ statuses }) => Object.values(statuses).some((other) => other !== status));
}

/**
 * What it takes, in words; undefined where it merely lapsed. The pack words it for the default readings: `byDefault`
 * tells that another one is taken, so that the words do not say too much.
 */
export function needsOf(
  pack: Pack,
  words: PackWords,
  session: OpenSession,
  output: Output,
): { text: string; byDefault: boolean } | undefined {
  const text = words.outputs[output.id]?.needs;
  if (text === undefined || hasLapsed(pack, session, output)) return undefined;
  const defaults = new Map(pack.readings.map((reading) => [reading.id, reading.default]));
  const byDefault = session
    .readingsOf(output.id)
    .some(({ reading, taken }) => defaults.get(reading) !== taken);
  return { text, byDefault };
}

/** It fails by its defeater alone: what forces that are answers to what the defeater asks, and nothing else. */
export function hasLapsed(pack: Pack, session: OpenSession, output: Output): boolean {
  if (output.lapses === undefined || session.verdict(output.id).status !== 'fails') return false;
  const asked = questionsIn(pack, output.lapses);
  const grounds = session.groundsOf(output.id).filter((ground) => ground.kind !== 'reading');
  return grounds.length > 0 && grounds.every((ground) => asked.includes(ground.question));
}

/** Whether something can defeat it under the readings taken: a letter may put "never" in the place of that. */
export function canLapse(pack: Pack, session: OpenSession, output: Output): boolean {
  if (output.lapses === undefined || output.lapses.kind === 'never') return false;
  const taken = new Map(session.readingsOf(output.id).map((one) => [one.reading, one.taken]));
  return !pack.readings.some((reading) =>
    reading.letters.some(
      (letter) =>
        letter.id === taken.get(reading.id) &&
        letter.id !== ANY &&
        letter.replaces.some(
          (one) => one.target === 'lapses' && one.output === output.id && one.condition.kind === 'never',
        ),
    ),
  );
}
