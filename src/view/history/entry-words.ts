/** What an entry of the journal did, in words. */
import type { Answer } from '../../engine/pack.ts';
import { usable } from '../../session/action.ts';
import type { Entry, SessionState } from '../../session/journal.ts';
import type { InBrief } from '../app.ts';
import { sayCalendarDay } from '../dates.ts';
import { answerInWords, optionLabel } from '../question/answer-words.ts';

type Words = Pick<InBrief, 't' | 'say' | 'words' | 'pack' | 'language'>;

/** @param before the state before it; undefined for the first one */
export function entryInWords(
  app: Words,
  entries: readonly Entry[],
  entry: Entry,
  before: SessionState | undefined,
): string {
  const { t, words, pack, language } = app;
  const action = usable(entry.action);
  if (action === undefined) return t('history.unfit');
  const question = (id: string) => pack.questions.find((one) => one.id === id);
  const numberOf = (id: string) => question(id)?.number ?? 0;
  const said = (id: string, answer: Answer | undefined) => {
    const asked = question(id);
    return asked === undefined || answer === undefined ? '' : answerInWords(app, asked, answer);
  };
  const label = (id: string, option: string) => {
    const asked = question(id);
    return asked === undefined ? option : optionLabel(app, asked, option);
  };
  switch (action.type) {
    case 'created':
      return t('history.created', { kind: action.origin.kind });
    case 'answered': {
      const was = said(action.question, before?.answers[action.question]);
      return t('history.answered', {
        number: numberOf(action.question),
        answer: said(action.question, action.answer),
        had: was === '' ? 'no' : 'yes',
        was,
      });
    }
    case 'cleared':
      return t('history.cleared', {
        number: numberOf(action.question),
        was: said(action.question, before?.answers[action.question]),
      });
    case 'checked':
      return t('history.checked', { number: numberOf(action.question) });
    case 'ruledOut':
    case 'broughtBack':
      return t(action.type === 'ruledOut' ? 'history.ruledOut' : 'history.broughtBack', {
        number: numberOf(action.question),
        option: label(action.question, action.option),
      });
    case 'readingTaken': {
      const reading = words.value.readings[action.reading];
      const title = reading?.title ?? action.reading;
      const letter = reading?.letters[action.letter];
      return letter === undefined
        ? t('history.readingOpen', { title })
        : t('history.reading', { title, letter });
    }
    case 'described':
      return t('history.described');
    case 'pathTaken':
      return t('history.path', { path: action.path });
    case 'assessed':
      return t('history.assessed', { number: numberOf(action.question) });
    case 'sourceKept':
      return t('history.source', { title: action.source.title });
    case 'newsKept':
      return t('history.news', { what: action.news.what });
    case 'reassessed':
      return t('history.reassessed', { number: numberOf(action.question) });
    case 'reviewSet':
      return t('history.review', {
        number: numberOf(action.question),
        set: action.by === '' ? 'no' : 'yes',
        day: sayCalendarDay(action.by, language.value),
      });
    case 'issued':
      return t('history.issued', {
        n: entries.filter((one) => one.action.type === 'issued' && one.seq <= entry.seq).length,
      });
    case 'upgraded':
      return t('history.upgraded', { from: action.from.version, to: action.to.version });
    case 'erased':
      return t('history.erased', { n: action.texts });
    case 'undone':
    case 'redone': {
      const { of } = action;
      const target = of === undefined ? undefined : entries.find(({ seq }) => seq === of);
      const what =
        target === undefined ? t('history.something') : entryInWords(app, entries, target, undefined);
      return t(action.type === 'undone' ? 'history.undone' : 'history.redone', { what });
    }
  }
}

/** Entries that were taken back and do not count now, by seq. */
export function takenBack(entries: readonly Entry[]): Set<number> {
  const taken = new Set<number>();
  for (const { action } of entries) {
    if (action.type === 'undone' && action.of !== undefined) taken.add(action.of);
    if (action.type === 'redone' && action.of !== undefined) taken.delete(action.of);
  }
  return taken;
}
