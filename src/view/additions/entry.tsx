/** One addition, in the user's own face: what it is, the words, by whom and when. */
import { useState } from 'preact/hooks';
import type { Addition, AdditionText } from '../../session/additions/addition.ts';
import type { Kept } from '../../session/additions/create-additions.ts';
import type { OwnAdditions } from '../app.ts';
import { useApp } from '../context.ts';
import { sayCalendarDay } from '../dates.ts';
import { Trouble } from './trouble.tsx';

interface EntryProps {
  own: OwnAdditions;
  addition: Addition;
  onChange: () => void;
  onDeleted: (addition: Addition) => void;
}

export function Entry({ own, addition, onChange, onDeleted }: EntryProps) {
  const { t } = useApp();
  const [trouble, setTrouble] = useState<Kept>();
  const named = useNamed(addition);
  const remove = async () => {
    const kept = await own.delete(addition);
    if (kept.kind === 'kept') onDeleted(addition);
    else setTrouble(kept);
  };
  return (
    <li class="addition">
      <Said addition={addition} />
      <p class="ways">
        <button
          type="button"
          class="word"
          aria-label={t('additions.changeOne', named)}
          data-change={addition.id}
          onClick={onChange}
        >
          {t('additions.change')}
        </button>
        <button
          type="button"
          class="word"
          aria-label={t('additions.deleteOne', named)}
          onClick={() => void remove()}
        >
          {t('additions.delete')}
        </button>
      </p>
      <Trouble kept={trouble} />
    </li>
  );
}

/** The words of an addition. */
export function Said({ addition }: { addition: AdditionText }) {
  const { t, language } = useApp();
  const { kind, author, date } = addition;
  return (
    <div class="own">
      <b>{t('additions.kind', { kind })}</b>
      <p>{textOf(addition, language.value)}</p>
      <small>{t('additions.by', { author, day: sayCalendarDay(date, language.value) })}</small>
    </div>
  );
}

/** A deadline is a day, told as days are. */
export function textOf({ kind, text }: AdditionText, language: string): string {
  return kind === 'deadline' ? sayCalendarDay(text, language) : text;
}

/** Letters of an addition that name it on a button. */
const NAME = 60;

/** What tells one addition's buttons from another's. */
export function useNamed(addition: AdditionText): { kind: string; text: string } {
  const { t, language } = useApp();
  const text = textOf(addition, language.value);
  return {
    kind: t('additions.kind', { kind: addition.kind }),
    text: text.length > NAME ? `${text.slice(0, NAME)} …` : text,
  };
}
