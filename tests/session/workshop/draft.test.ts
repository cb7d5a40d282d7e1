/** Writing an exercise: nothing is lost, everything that is missing is told, and what was run stays as it was. */
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/engine/exercise/exercise.ts';
import { createWorkshop } from '../../../src/exchange/workshop/create-workshop.ts';
import type { Draft } from '../../../src/session/workshop/draft.ts';
import {
  blankExercise,
  isDraft,
  paragraphsOf,
  standingOf,
  withLanguage,
  withOneMore,
  withoutLanguage,
  withoutOne,
  withStanding,
  withTexts,
} from '../../../src/session/workshop/draft.ts';
import type { WorkshopStore } from '../../../src/session/workshop/store.ts';
import type { Workshop } from '../../../src/session/workshop/workshop.ts';
import { createMemoryWorkshopStore } from '../../../src/storage/memory-workshop-store.ts';
import { placeOf, SECTIONS } from '../../../src/view/workshop/edit/places.ts';
import { smallPack } from '../small-pack.ts';
import { exercise } from './sample-exercise.ts';

let made = 0;
const device = (store: WorkshopStore = createMemoryWorkshopStore()) =>
  createWorkshop({
    pack: smallPack,
    store,
    shipped: [exercise],
    app: '0.1.0',
    now: () => new Date(Date.UTC(2026, 10, 27, 9, 0, ++made)).toISOString(),
    newId: () => `id-${++made}`,
  });
const order = smallPack.questions.map(({ id }) => id);
const faults = (workshop: Workshop, one: Exercise) =>
  workshop.check(one).map(({ path, fault }) => `${path}: ${fault}`);
const changed = (draft: Draft, next: (before: Exercise) => Exercise): Draft => ({
  ...draft,
  revision: draft.revision + 1,
  exercise: next(draft.exercise),
});
async function finished(workshop: Workshop, draft: Draft): Promise<string> {
  const done = await workshop.finish(draft);
  if (!('digest' in done)) throw new Error(JSON.stringify(done));
  return done.digest;
}
const titles = (workshop: Workshop) =>
  workshop.editions.value.map(({ exercise: { texts, language } }) => texts[language]?.title);

describe('a new exercise', () => {
  it('lacks just what nobody can write for its author', async () => {
    const workshop = await device();
    const draft = workshop.startDraft(undefined, 'en');
    expect(isDraft(draft)).toBe(true);
    expect(faults(workshop, draft.exercise)).toEqual([
      'questions: few',
      'texts.en.title: empty',
      'texts.en.objective: empty',
      'texts.en.situation: few',
    ]);
  });
  it('is an exercise once that is written, and hypothetical whatever is written', async () => {
    const workshop = await device();
    let draft = workshop.startDraft(undefined, 'en');
    draft = changed(draft, (one) =>
      withTexts(withStanding(one, 'buyout', 'open', order), 'en', {
        title: 'Mine',
        objective: 'To try it.',
        situation: ['Something is said.'],
      }),
    );
    await finished(workshop, draft);
    const mine = workshop.editions.value.find(({ shipped }) => !shipped);
    expect(mine?.exercise).toMatchObject({ hypothetical: true, questions: ['buyout'] });
    expect(workshop.rehearse(mine?.exercise ?? exercise)[0]?.questions).toHaveLength(1);
    const file = workshop.readExercise(
      new TextEncoder().encode(workshop.writeExercise(mine?.exercise ?? exercise)),
    );
    expect(file).toEqual({ exercise: mine?.exercise });
  });
});

describe('a draft', () => {
  it('is there again after each keeping, whatever is wrong with it', async () => {
    const store = createMemoryWorkshopStore();
    const draft = (await device(store)).startDraft(undefined, 'en');
    await (await device(store)).keepDraft(draft);
    const later = changed(draft, (one) => withTexts(one, 'en', { title: 'Half a ti' }));
    await (await device(store)).keepDraft(later);
    expect((await device(store)).drafts.value).toEqual([later]);
  });
  it('is not written over by a window that has an older one', async () => {
    const store = createMemoryWorkshopStore();
    const [one, other] = [await device(store), await device(store)];
    const draft = one.startDraft(undefined, 'en');
    await one.keepDraft(draft);
    const mine = changed(draft, (now) => withTexts(now, 'en', { title: 'Mine' }));
    expect(await one.keepDraft(mine)).toEqual({ kind: 'saved' });
    const yours = changed(draft, (now) => withTexts(now, 'en', { title: 'Yours' }));
    expect(await other.keepDraft(yours)).toEqual({ kind: 'stale' });
    expect((await device(store)).drafts.value).toEqual([mine]);
  });
  it('is thrown away, and brought back as it was', async () => {
    const workshop = await device();
    const draft = changed(workshop.startDraft(undefined, 'en'), (now) => withOneMore(now, 'roles'));
    await workshop.keepDraft(draft);
    await workshop.removeDraft(draft.id);
    expect(workshop.drafts.value).toEqual([]);
    expect(await workshop.keepDraft(draft)).toEqual({ kind: 'saved' });
    expect(workshop.drafts.value).toEqual([draft]);
  });
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no exercise', { id: 'a', from: '', revision: 1 }],
    ['an exercise without texts', { id: 'a', from: '', revision: 1, exercise: { ...exercise, texts: {} } }],
    [
      'a text that is none',
      { id: 'a', from: '', revision: 1, exercise: { ...exercise, texts: { en: { title: 'a' } } } },
    ],
    ['no revision', { id: 'a', from: '', revision: 'x', exercise }],
  ])('is left unread where it is none: %s', async (_, value) => {
    expect(isDraft(value)).toBe(false);
    const store = createMemoryWorkshopStore();
    await store.update('draft', 'a', () => value);
    const workshop = await device(store);
    expect([workshop.drafts.value.length, workshop.unread.value]).toEqual([0, 1]);
  });
});

describe('an edition', () => {
  const retitled = (title: string) => (one: Exercise) => withTexts(one, 'en', { title });
  it('that came with Waymark stays, and its copy is another exercise', async () => {
    const workshop = await device();
    const [shipped] = workshop.editions.value;
    const draft = workshop.startDraft(shipped, 'en');
    expect(draft.exercise).toEqual({ ...exercise, id: draft.exercise.id });
    expect(draft.exercise.id).not.toBe(exercise.id);
    await finished(workshop, changed(draft, retitled('The copy')));
    expect(titles(workshop)).toEqual(['The refinery', 'The copy']);
    expect(workshop.drafts.value).toEqual([]);
  });
  it('that was never run gives way to the one it was changed into', async () => {
    const workshop = await device();
    const first = await finished(
      workshop,
      changed(workshop.startDraft(workshop.editions.value[0], 'en'), retitled('One')),
    );
    const mine = workshop.editions.value.find(({ digest }) => digest === first);
    const second = await finished(workshop, changed(workshop.startDraft(mine, 'en'), retitled('Two')));
    expect(second).not.toBe(first);
    expect(titles(workshop)).toEqual(['The refinery', 'Two']);
    expect(workshop.editions.value[1]?.exercise.id).toBe(mine?.exercise.id);
  });
  it('that was run stays beside it, and its room opens as it was', async () => {
    const workshop = await device();
    const first = await finished(
      workshop,
      changed(workshop.startDraft(workshop.editions.value[0], 'en'), retitled('One')),
    );
    const mine = workshop.editions.value.find(({ digest }) => digest === first);
    await workshop.openRoom(mine?.exercise ?? exercise);
    const [room] = workshop.rooms.value;
    if (room === undefined) throw new Error('no room');
    const join = workshop.writeJoin(room, 1);
    await finished(workshop, changed(workshop.startDraft(mine, 'en'), retitled('Two')));
    expect(titles(workshop)).toEqual(['The refinery', 'One', 'Two']);
    expect(workshop.rooms.value[0]?.edition).toMatchObject({ digest: first, exercise: mine?.exercise });
    const read = workshop.readJoin(join);
    expect('join' in read && workshop.joined(read.join)).toMatchObject({
      kind: 'here',
      exercise: { digest: first },
    });
  });
  it('is not made of a draft with anything to mend; the draft stays', async () => {
    const workshop = await device();
    const draft = workshop.startDraft(undefined, 'en');
    await workshop.keepDraft(draft);
    expect(await workshop.finish(draft)).toHaveProperty('problems');
    expect(workshop.drafts.value).toEqual([draft]);
    expect(titles(workshop)).toEqual(['The refinery']);
  });
});

describe('a change', () => {
  it.each(['sources', 'roles', 'injects'] as const)(
    'adds %s with words in every language, and takes them away',
    (kind) => {
      const two = withLanguage(exercise, 'be');
      const more = withOneMore(two, kind);
      const id = `${kind.slice(0, -1)}-2`;
      for (const tag of ['en', 'be']) expect(more.texts[tag]?.[kind]).toHaveProperty([id]);
      expect(withoutOne(more, kind, id)).toEqual(two);
      // An id that is there is not given again.
      expect(
        Object.keys(withOneMore(withoutOne(withOneMore(more, kind), kind, id), kind).texts.en?.[kind] ?? {}),
      ).toHaveLength(3);
    },
  );
  it('adds a language in which every word is to be written, and takes it away; the first one stays', async () => {
    const two = withLanguage(exercise, 'be');
    expect(faults(await device(), two).filter((one) => one.includes('texts.be'))).toHaveLength(9);
    expect(withoutLanguage(two, 'be')).toEqual(exercise);
    expect(withoutLanguage(two, 'en')).toBe(two);
  });
  it('opens and settles questions in the order of the pack, and news touches none that is not open', async () => {
    const settled = withStanding(exercise, 'buyout', 'settled', order);
    expect(settled.injects[0]?.touches).toEqual([]);
    expect(settled.questions).toEqual(['decisions', 'mandate', 'narrative', 'bidders']);
    // Nothing is answered for the author.
    expect(faults(await device(), settled)).toEqual(['answers.buyout: noFit']);
    const ticks = withStanding(exercise, 'narrative', 'settled', order);
    expect(faults(await device(), ticks)).toEqual(['answers.narrative: noFit']);
    const open = withStanding(settled, 'buyout', 'open', order);
    expect(open.questions).toEqual(exercise.questions);
    expect(standingOf(withStanding(open, 'buyout', 'unknown', order), 'buyout')).toBe('unknown');
  });
  it('parts paragraphs by empty lines', () => {
    expect(paragraphsOf(' One\nline.\n\n \nTwo. \n')).toEqual(['One\nline.', 'Two.']);
  });
});

it('whatever may be wrong leads to a part of the editor and a field of it', async () => {
  const workshop = await device();
  const broken = {
    ...withOneMore(withOneMore(blankExercise(exercise.pack, 'a', 'en'), 'roles'), 'injects'),
    questions: ['nothing'],
    answers: { buyout: 'sold' },
    minutes: { ...exercise.minutes, rules: -1 },
    tables: { names: [] },
    threshold: 20,
  };
  const ids = { sources: [], roles: ['role-1'], injects: ['inject-1'] };
  const places = workshop.check(broken).map(({ path }) => [path, placeOf(path, ids)] as const);
  for (const [, { section }] of places) expect(SECTIONS).toContain(section);
  expect(places.map(([path, { section, field }]) => `${path}: ${section} ${field}`)).toEqual([
    'injects[0].word: news injects-inject-1-word',
    'texts.en.title: texts title',
    'texts.en.objective: texts objective',
    'texts.en.situation: texts situation',
    'texts.en.roles.role-1.name: texts roles-role-1-name',
    'texts.en.roles.role-1.card: texts roles-role-1-card',
    'texts.en.injects.inject-1.title: news injects-inject-1-title',
    'texts.en.injects.inject-1.text: news injects-inject-1-text',
    'minutes.rules: course minutes-rules',
    'tables.names: course tables',
    'threshold: course threshold',
    'questions[0]: questions questions',
    'answers.buyout: questions standing-buyout',
  ]);
});
