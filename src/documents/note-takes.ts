/** What would bring in an output that is not now: what it takes, what ended it, and whether the text allows another view. */
import type { Condition } from '../engine/condition.ts';
import type { Output, Pack } from '../engine/pack.ts';
import type { OpenSession } from '../session/desk.ts';
import type { NoteSource } from './note-page.ts';
import { outputWords } from './wording/source.ts';

/**
 * What it takes, or what ended it. The pack words both for the default readings; where another one is taken, that is
 * said, so that the words do not say too much.
 */
export function takes(source: NoteSource, session: OpenSession, output: Output): string[] {
  const { t, pack } = source;
  const { needs, lapses } = outputWords(source, output);
  const byDefault = session
    .readingsOf(output.id)
    .some(({ reading, taken }) => pack.readings.some((one) => one.id === reading && one.default !== taken));
  if (hasLapsed(pack, session, output)) return lapses === undefined ? [] : [t('note.lapsed', { lapses })];
  if (needs === undefined) return [];
  return [t(byDefault ? 'note.takesByDefault' : 'note.takes', { needs })];
}

/** That the text can be read so that it would be otherwise. */
export function otherReading(source: NoteSource, session: OpenSession, output: Output): string[] {
  const { status } = session.verdict(output.id);
  const changes = session
    .readingsOf(output.id)
    .some(({ statuses }) => Object.values(statuses).some((other) => other !== status));
  return status === 'fails' && changes ? [source.t('note.otherReading')] : [];
}

/** It fails by its defeater alone: what forces that are answers to what the defeater asks, and nothing else. */
function hasLapsed(pack: Pack, session: OpenSession, output: Output): boolean {
  if (output.lapses === undefined) return false;
  const asked = questionsOf(pack, output.lapses);
  const grounds = session.groundsOf(output.id).filter((ground) => ground.kind !== 'reading');
  return grounds.length > 0 && grounds.every((ground) => asked.has(ground.question));
}

function questionsOf(pack: Pack, condition: Condition): Set<string> {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return new Set(condition.of.flatMap((part) => [...questionsOf(pack, part)]));
    case 'not':
      return questionsOf(pack, condition.of);
    case 'answer':
    case 'undecided':
      return new Set([condition.question]);
    case 'named': {
      const named = pack.conditions.find(({ id }) => id === condition.name);
      return named === undefined ? new Set() : questionsOf(pack, named.when);
    }
    case 'always':
    case 'never':
      return new Set();
  }
}
