/** How the readings taken bear on what is shown with an output. */
import { ANY, type Output, type Pack } from '../../engine/pack.ts';
import type { PackWords } from '../../engine/words.ts';
import type { OpenSession } from '../../session/desk.ts';

/** Some other letter of some reading would give it another status, all else as it is. */
export function changesUnderAnotherReading(session: OpenSession, output: Output): boolean {
  const { status } = session.verdict(output.id);
  return session
    .readingsOf(output.id)
    .some(({ statuses }) => Object.values(statuses).some((other) => other !== status));
}

/**
 * What it takes, in words. The pack words it for the default readings: `byDefault` tells that another one is taken,
 * so that the words do not say too much.
 */
export function needsOf(
  pack: Pack,
  words: PackWords,
  session: OpenSession,
  output: Output,
): { text: string; byDefault: boolean } | undefined {
  const text = words.outputs[output.id]?.needs;
  if (text === undefined) return undefined;
  const defaults = new Map(pack.readings.map((reading) => [reading.id, reading.default]));
  const byDefault = session
    .readingsOf(output.id)
    .some(({ reading, taken }) => defaults.get(reading) !== taken);
  return { text, byDefault };
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
