/** The groups of the note, in the order in which it is read. A group with nothing in it is left out. */
import type { Output, OutputKind } from '../engine/pack.ts';
import type { Status } from '../engine/verdict.ts';
import type { OpenSession } from '../session/desk.ts';
import { lineOf, pointOf } from './note-lines.ts';
import type { NoteGroup, NoteGroupId, NoteSource } from './note-page.ts';
import { questionOf } from './wording/source.ts';

type Content = Partial<Pick<NoteGroup, 'aside' | 'lines' | 'points' | 'paragraphs'>>;

/** All groups that have something in them. */
export function groupsOf(source: NoteSource, session: OpenSession): NoteGroup[] {
  const { t } = source;
  const advice = (act: Output['act']) =>
    outputsOf(source, session, ['recommendation'], 'holds').filter((output) => output.act === act);
  const lines = (outputs: readonly Output[]): Content => ({
    aside: asideOf(source, outputs),
    lines: outputs.map((output) => lineOf(source, session, output)),
  });
  const points = (...kinds: OutputKind[]): Content => ({
    points: kinds
      .flatMap((kind) => outputsOf(source, session, [kind], 'holds'))
      .map((output) => pointOf(source, session, output)),
  });
  const whichever = (status: Status): Content =>
    lines(outputsOf(source, session, ['recommendation', 'option'], status));

  const groups: [NoteGroupId, string, Content][] = [
    ['say', t('note.say'), lines(advice('say'))],
    ['do', t('note.do'), lines(advice('do'))],
    ['option', t('note.option'), lines(outputsOf(source, session, ['option'], 'holds'))],
    ['silent', t('note.silent'), { paragraphs: silences(source, session) }],
    ['findOut', t('note.findOut'), { paragraphs: findOut(source, session) }],
    ['open', t('note.open'), whichever('open')],
    ['notNow', t('note.notNow'), whichever('fails')],
    ['consequences', t('note.consequences'), points('scenario', 'consequence')],
    ['indicators', t('note.indicators'), points('indicator')],
    ['readings', t('note.readings'), { paragraphs: readings(source, session) }],
  ];
  return groups
    .map(([id, title, content]) => ({
      id,
      title,
      aside: '',
      lines: [],
      points: [],
      paragraphs: [],
      ...content,
    }))
    .filter((group) => group.lines.length + group.points.length + group.paragraphs.length > 0);
}

function outputsOf(
  { pack }: NoteSource,
  session: OpenSession,
  kinds: readonly OutputKind[],
  status: Status,
): Output[] {
  return pack.outputs.filter(
    (output) => kinds.includes(output.kind) && session.verdict(output.id).status === status,
  );
}

/** Who acts, where all lines of the group have the same actors. */
function asideOf(source: NoteSource, outputs: readonly Output[]): string {
  const actors = new Set(outputs.map((output) => (output.actors ?? []).join(' ')));
  const [first] = outputs;
  return actors.size === 1 && first?.actors !== undefined ? source.say.actors(first.actors) : '';
}

/** What the brief is silent on, and what it names nowhere: said once. */
function silences(source: NoteSource, session: OpenSession): string[] {
  const { words, t, say } = source;
  const silent = outputsOf(source, session, ['silence'], 'holds').map((output) => words.outputs[output.id]);
  const topics = silent.flatMap((one) => (one?.short === undefined ? [] : [one.short]));
  const others = silent.flatMap((one) => (one === undefined || one.short !== undefined ? [] : [one.title]));
  return [
    ...(topics.length > 0 ? [t('note.noAdviceOn', { topics: say.list(topics) })] : []),
    ...others,
    t('note.namesNobody'),
  ];
}

/** Questions on which advice hangs, "don't know" included: those on which most of it does first. */
function findOut(source: NoteSource, session: OpenSession): string[] {
  const advice = source.pack.outputs.filter(({ kind }) => kind === 'recommendation' || kind === 'option');
  const weight = new Map<string, number>();
  for (const { id } of advice) {
    const { dependsOn, unconfirmed } = session.verdict(id);
    for (const question of [...dependsOn, ...unconfirmed]) {
      weight.set(question, (weight.get(question) ?? 0) + 1);
    }
  }
  return source.pack.questions
    .filter(({ id }) => weight.has(id))
    .sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0))
    .map(({ id, number }) => source.t('note.clause', { text: questionOf(source, id).words.title, number }));
}

/** Readings taken otherwise than by default, or left open. */
function readings(source: NoteSource, session: OpenSession): string[] {
  const { t, words, pack } = source;
  const taken = session.state.value.readings;
  return pack.readings.flatMap((reading) => {
    const letter = taken[reading.id] ?? reading.default;
    const said = words.readings[reading.id];
    if (letter === reading.default || said === undefined) return [];
    const answer = said.letters[letter] ?? t('note.readingOpen');
    return [t('note.reading', { title: said.title, answer })];
  });
}
