/** The language whose words are being written; another one can be added, and taken away again. */

import { endonym } from '../../../messages/choice.ts';
import { withLanguage, withoutLanguage } from '../../../session/workshop/draft.ts';
import { useApp } from '../../context.ts';
import type { DraftWork } from './draft-work.ts';

/** Languages of the region and of those who work on it; an exercise file may have any. */
const OFFERED = [
  'en',
  'be',
  'ru',
  'uk',
  'pl',
  'lt',
  'lv',
  'et',
  'de',
  'fr',
  'cs',
  'sk',
  'sv',
  'fi',
  'es',
  'it',
  'ro',
  'nl',
];

interface LanguageChoiceProps {
  work: DraftWork;
  tag: string;
  onChoose: (tag: string) => void;
}

export function LanguageChoice({ work: { draft, change }, tag, onChoose }: LanguageChoiceProps) {
  const { t } = useApp();
  const { texts, language } = draft.exercise;
  const there = Object.keys(texts);
  const others = OFFERED.filter((one) => !there.includes(one));
  return (
    <p class="choices languages-of">
      <label class="field few">
        <span>{t('edit.language')}</span>
        <select class="input" value={tag} onChange={(event) => onChoose(event.currentTarget.value)}>
          {there.map((one) => (
            <option key={one} value={one} lang={one}>
              {endonym(one)}
            </option>
          ))}
        </select>
      </label>
      <label class="field few">
        <span>{t('edit.addLanguage')}</span>
        <select
          class="input"
          value=""
          onChange={(event) => {
            const added = event.currentTarget.value;
            if (added === '') return;
            change((exercise) => withLanguage(exercise, added));
            onChoose(added);
          }}
        >
          <option value="">{t('edit.choose')}</option>
          {others.map((one) => (
            <option key={one} value={one} lang={one}>
              {endonym(one)}
            </option>
          ))}
        </select>
      </label>
      {tag !== language && (
        <button
          type="button"
          class="word"
          onClick={() => {
            change((exercise) => withoutLanguage(exercise, tag));
            onChoose(language);
          }}
        >
          {t('edit.dropLanguage', { language: endonym(tag) })}
        </button>
      )}
    </p>
  );
}
