/** Dates and times in the reader's language: the only place that asks Intl for them. */

/**
 * The language with the region that the reader prefers for it (en-GB, en-US), since dates differ by region. English
 * without a region is written as in Europe: "20 November".
 */
export function regional(language: string, preferred = preferences()): string {
  const base = language.split('-')[0] ?? language;
  const found = preferred.find((tag) => tag.startsWith(`${base}-`));
  return found ?? (base === 'en' ? 'en-GB' : language);
}

const DAY = 24 * 60 * 60 * 1000;

const relative = madeOnce((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
const dayAlone = madeOnce((tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long' }));
const dayAndYear = madeOnce(
  (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric' }),
);
const clock = madeOnce(
  (tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);

/** By language: making one takes longer than a hundred uses of it. */
function madeOnce<T>(make: (tag: string) => T): (tag: string) => T {
  const made = new Map<string, T>();
  return (tag) => {
    const known = made.get(tag) ?? make(tag);
    made.set(tag, known);
    return known;
  };
}

/**
 * A moment as people say it: "today", "yesterday", "20 November", "20 November 2019"; `time` ("02:58") is given
 * for today only. `iso` is an ISO time; a broken one gives an empty day.
 */
export function sayWhen(iso: string, language: string, now: Date): { day: string; time: string } {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return { day: '', time: '' };
  const days = Math.round((midnight(then) - midnight(now)) / DAY);
  if (days === 0 || days === -1) {
    const day = relative(regional(language)).format(days, 'day');
    return { day, time: days === 0 ? sayTime(then, language) : '' };
  }
  return { day: sayDay(then, language, then.getFullYear() !== now.getFullYear()), time: '' };
}

/** "20 November" or "20 November 2020", in the device's time zone; '' for a date that is none. */
export function sayDay(day: Date, language: string, withYear: boolean): string {
  if (Number.isNaN(day.getTime())) return '';
  return (withYear ? dayAndYear : dayAlone)(regional(language)).format(day);
}

/** A calendar day as `Details.informationUpTo` keeps it (yyyy-mm-dd), in words; '' for anything else. */
export function sayCalendarDay(day: string, language: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (found === null) return '';
  // Noon, so that no time zone moves it to another day.
  return sayDay(new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]), 12), language, true);
}

/** The day that a calendar on the wall shows (yyyy-mm-dd), in the device's time zone. */
export function calendarDay(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const year = String(moment.getFullYear()).padStart(4, '0');
  return `${year}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** "02:58", in the device's time zone; '' for a moment that is none. */
export function sayTime(moment: Date, language: string): string {
  return Number.isNaN(moment.getTime()) ? '' : clock(regional(language)).format(moment);
}

function midnight(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}

/** None outside a browser. */
function preferences(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages;
}
