/** The groups of the note, in the order in which it is read. A group with nothing in it is left out. */
import type { Output, OutputKind } from '../engine/pack.ts';
import type { Status } from '../engine/verdict.ts';
import type { OpenSession } from '../session/desk.ts';
import { lineOf, pointOf } from './note-lines.ts';
import type { NoteGroup, NoteGroupId, NoteSource } from './note-page.ts';
import { eitherOf } from './wording/sentences.ts';
import { outputWords, questionOf } from './wording/source.ts';

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
    ['change', t('note.change'), { paragraphs: changes(source, session) }],
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

/** Questions on which advice hangs, "don't know" included: first those whose answers settle most of it. */
function findOut(source: NoteSource, session: OpenSession): string[] {
  const advice = source.pack.outputs.filter(({ kind }) => kind === 'recommendation' || kind === 'option');
  const hanging = new Set(
    advice.flatMap(({ id }) => [...session.verdict(id).dependsOn, ...session.verdict(id).unconfirmed]),
  );
  const next = source.reasoner.next(
    session.situation.value,
    advice.map(({ id }) => id),
  );
  const settles = new Map(next.map(({ question, settles }) => [question, settles]));
  return source.pack.questions
    .filter(({ id }) => hanging.has(id))
    .sort((a, b) => (settles.get(b.id) ?? 0) - (settles.get(a.id) ?? 0))
    .map(({ id, number }) => source.t('note.clause', { text: questionOf(source, id).words.title, number }));
}

/**
 * What would end each advice that holds. Where one other answer would, the numbers of the questions: what was answered
 * stands below, and the result says the rest. Advice that would end in the same way is told together.
 */
function changes(source: NoteSource, session: OpenSession): string[] {
  const { t, say } = source;
  const outputs = outputsOf(source, session, ['recommendation', 'option'], 'holds');
  const told = new Map<string, string[]>();
  for (const output of outputs) {
    const how = endOf(source, session, output);
    const { short, name } = outputWords(source, output);
    if (how !== '') told.set(how, [...(told.get(how) ?? []), short ?? name]);
  }
  return [...told].map(([how, what]) => t('note.wouldLapse', { what: say.sentence(say.list(what)), how }));
}

function endOf(source: NoteSource, session: OpenSession, output: Output): string {
  const { t, say, explain, reasoner } = source;
  const { items } = reasoner.hinges(session.situation.value, output.id);
  const all = items.filter(({ to }) => to === 'fails').map(({ answers }) => answers);
  const alone = [
    ...new Set(all.filter(({ length }) => length === 1).flatMap(([one]) => one?.question ?? [])),
  ];
  if (alone.length > 0) {
    const numbers = alone.map((id) => String(questionOf(source, id).number));
    return t('note.endByAnother', { numbers: eitherOf(source, numbers) });
  }
  const [first] = all;
  if (first === undefined) return '';
  const clauses = explain
    .change(first, session.state.value)
    .map(({ text, number = '' }) => t('note.clause', { text, number }));
  return t('note.endIf', { more: all.length > 1 ? 'yes' : 'no', change: say.list(clauses) });
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
