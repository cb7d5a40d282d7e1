/** The places of the map in words: what stands on the picture and in the table, the same for both. */
import type { BriefMap, MapEnd, MapLink, MapPart } from '../../engine/brief-map.ts';
import type { Output, Question } from '../../engine/pack.ts';
import type { Status, Value } from '../../engine/verdict.ts';
import type { OpenSession, QuestionState } from '../../session/desk.ts';
import type { App, InBrief } from '../app.ts';
import { faceOf } from '../modality.ts';
import { answerInWords, questionTitle } from '../question/answer-words.ts';
import { questionToResume } from '../resume.ts';
import { placeHref, sessionHref } from '../routes.ts';
import { ledgerGroups } from '../standing/groups.ts';
import type { Face } from './faces.ts';
import { type Key, keyOf } from './scope.ts';

export type Words = Pick<InBrief, 't' | 'say' | 'explain' | 'words' | 'pack'>;

interface AnyPlace {
  key: Key;
  /** The same group, the same heading. */
  group: string;
  title: string;
  state: string;
  /** What it is called where another place speaks of it. */
  name: string;
  /** Readings, taken in another way than by default, that it was changed by. */
  readings: string[];
  /** What it opens; a condition has no screen of its own, and opens its row of the table. */
  href: string;
}

export interface QuestionPlace extends AnyPlace {
  kind: 'question';
  question: Question;
  shown: QuestionState;
  /** From the brief, and nobody has checked it. */
  unchecked: boolean;
  here: boolean;
}

export interface ConditionPlace extends AnyPlace {
  kind: 'condition';
  shown: Value;
}

export interface OutputPlace extends AnyPlace {
  kind: 'output';
  output: Output;
  shown: Status;
  weak: boolean;
  face: Face;
  /** "The EU should …", said before the title. */
  lead: string;
}

export type MapPlace = QuestionPlace | ConditionPlace | OutputPlace;

export interface Places {
  all: MapPlace[];
  byKey: ReadonlyMap<Key, MapPlace>;
  headings: ReadonlyMap<string, string>;
}

/** @param back the place on the map that an edit returns to, such as `map/R6` */
export function placesOf(app: Words, session: OpenSession, map: BriefMap, back: string): Places {
  const { t, say, words, pack } = app;
  const headings = new Map<string, string>();
  const here = questionToResume(session);
  const groups = ledgerGroups(pack);

  const questions = map.questions.map(({ id, readings }): QuestionPlace => {
    const question = questionOf(app, id);
    const found = session.progress.value.find((one) => one.question.id === id);
    const shown = found?.state ?? 'unanswered';
    const answer = session.state.value.answers[id];
    const said = answer === undefined ? '' : answerInWords(app, question, answer);
    headings.set(question.section, words.value.sections[question.section] ?? '');
    const byState = t('map.questionState', { state: shown });
    return {
      kind: 'question',
      key: keyOf({ kind: 'question', id }),
      group: question.section,
      title: questionTitle(app, question),
      state:
        shown === 'answered' ? said : shown === 'set_aside' ? t('map.setAside', { answer: said }) : byState,
      name: t('map.end', { kind: 'question', number: question.number, name: '' }),
      readings,
      href: sessionHref(session.id, 'question', id, back),
      question,
      shown,
      unchecked: (found?.unchecked ?? false) && shown === 'answered',
      here: id === here,
    };
  });

  const conditions = map.conditions.map(({ id, value, readings }): ConditionPlace => {
    const text = words.value.conditions[id] ?? id;
    return {
      kind: 'condition',
      key: keyOf({ kind: 'condition', id }),
      group: '',
      title: say.sentence(text),
      state: t('map.conditionState', { value }),
      name: t('map.end', { kind: 'condition', name: text, number: 0 }),
      readings,
      href: placeHref(session.id, back),
      shown: value,
    };
  });

  const outputs = map.outputs.map(({ id, status, readings }): OutputPlace => {
    const output = outputOf(app, id);
    const own = words.value.outputs[id];
    const group = groups.find(({ outputs }) => outputs.includes(output));
    const heading = group ? say.leadIn(group.modality, [group.actor]) : t('map.kind', { kind: output.kind });
    const groupId = group ? `${group.modality} ${group.actor}` : output.kind;
    // The dots belong to the word before them.
    headings.set(groupId, heading.replace(' …', '\u00a0…'));
    return {
      kind: 'output',
      key: keyOf({ kind: 'output', id }),
      group: groupId,
      title: own?.short ?? own?.name ?? id,
      state: say.stateWord(output, status),
      name: t('map.end', { kind: 'output', name: own?.name ?? id, number: 0 }),
      readings,
      href: sessionHref(session.id, 'result', id),
      output,
      shown: status,
      weak: session.restsOnWeak(id).length > 0,
      face: output.modality ?? 'brief',
      lead: heading,
    };
  });

  const all: MapPlace[] = [...questions, ...conditions, ...byGroup(app, outputs)];
  return { all, byKey: new Map(all.map((place) => [place.key, place])), headings };
}

/** Advice as in the ledger, then what follows, what to watch, the course, and silences. */
function byGroup({ pack }: Words, outputs: OutputPlace[]): OutputPlace[] {
  const order = [
    ...ledgerGroups(pack).map(({ modality, actor }) => `${modality} ${actor}`),
    'scenario',
    'consequence',
    'indicator',
    'silence',
  ];
  return order.flatMap((group) => outputs.filter((place) => place.group === group));
}

/** "The EU should … support civil society"; "Question 3: …?" */
export function fullTitle({ t }: Pick<App, 't'>, place: MapPlace): string {
  switch (place.kind) {
    case 'question':
      return t('map.question', { number: place.question.number, title: place.title });
    case 'condition':
      return place.title;
    case 'output':
      return t('map.fullName', { lead: place.lead.replace(/ ?…$/, ''), text: place.title });
  }
}

/** One part of a link in words: "a new presidential election was free and fair (16)". */
export function partInWords(app: Words, { from, role }: MapLink, part: MapPart): string {
  const { t, explain, words } = app;
  const not = (clause: string) => (part.not ? t('explain.notSo', { clause }) : clause);
  if (from.kind === 'condition') return not(words.value.conditions[from.id] ?? from.id);
  const { number } = questionOf(app, from.id);
  const own = words.value.questions[from.id];
  if (role === 'undecided') return t('map.undecided', { whether: own?.whether ?? from.id, number });
  const [only, ...more] = part.options;
  const saysNot = part.not && more.length === 0 ? own?.options[only ?? '']?.saysNot : undefined;
  const [said] = explain.change([{ kind: 'one', question: from.id, options: part.options }], {
    ruledOut: {},
  });
  return t('map.part', { clause: saysNot ?? not(said?.text ?? ''), number });
}

/** What a link without parts says: whom the question puts first. */
export function linkInWords(app: Words, { from }: MapLink): string {
  const { number } = questionOf(app, from.id);
  const whether = app.words.value.questions[from.id]?.whether ?? from.id;
  return app.t('map.undecided', { whether, number });
}

export function nameOf({ byKey }: Places, end: MapEnd): string {
  return byKey.get(keyOf(end))?.name ?? '';
}

/** The class of an output's words: its modality's face. */
export function outputClass(place: OutputPlace): string {
  return faceOf(place.output, place.shown);
}

function questionOf({ pack }: Words, id: string): Question {
  const found = pack.questions.find((question) => question.id === id);
  if (found === undefined) throw new Error(`no question ${id} in this pack`);
  return found;
}

function outputOf({ pack }: Words, id: string): Output {
  const found = pack.outputs.find((output) => output.id === id);
  if (found === undefined) throw new Error(`no output ${id} in this pack`);
  return found;
}
