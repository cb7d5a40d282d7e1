/** An exercise of the small pack, with one of everything. */
import type { Exercise } from '../../../src/engine/exercise/exercise.ts';
import { digestOfExercise } from '../../../src/session/workshop/digest.ts';
import { smallPack } from '../small-pack.ts';

export const exercise: Exercise = {
  id: 'refinery',
  pack: { id: smallPack.id, version: smallPack.version, hash: smallPack.hash },
  hypothetical: true,
  language: 'en',
  answers: { energy: 'yes' },
  questions: ['decisions', 'mandate', 'narrative', 'buyout', 'bidders'],
  roles: ['lead'],
  sources: [{ id: 's1', reliability: 'B', credibility: '2' }],
  injects: [{ id: 'tender', word: 'Harbour', answers: { bidders: 'kept_out' }, touches: ['buyout'] }],
  minutes: {
    rules: 5,
    join: 5,
    situation: 7,
    roundOne: 15,
    handInOne: 4,
    reveal: 10,
    inject: 3,
    roundTwo: 9,
    handInTwo: 3,
    moved: 10,
    premortem: 5,
    hotWash: 8,
    feedback: 4,
    close: 2,
  },
  tables: { count: 8 },
  prediction: true,
  confidence: true,
  rulingOut: true,
  threshold: 75,
  texts: {
    en: {
      title: 'The refinery',
      objective: 'To tell what is known from what is said.',
      situation: ['A buyer comes from abroad.'],
      sources: { s1: { name: 'A cable', says: 'The sale is signed.' } },
      roles: { lead: { name: 'Lead', card: 'You speak for the table.' } },
      injects: { tender: { title: 'The tender', text: 'Three bidders were not let in.' } },
      hopes: ['That a suspicion is no proof.'],
    },
  },
};

export const known = { exercise, digest: digestOfExercise(exercise), pack: smallPack };
