/** What a source says to a question, in a line. */
import type { OpenSession } from '../../session/desk.ts';
import type { SourceUse } from '../../session/journal.ts';
import { useApp } from '../context.ts';
import { sayCalendarDay } from '../dates.ts';

export function useSaid() {
  const { t, language } = useApp();
  const row = (parts: readonly string[]) =>
    parts.reduce((list, next) => (list === '' ? next : t('explain.listNext', { list, next })), '');
  return {
    /** "for it, information of 2 October 2020, grade B2" */
    use(session: OpenSession, use: SourceUse): string {
      const reliability = session.state.value.sources.find(({ id }) => id === use.source)?.reliability ?? '';
      const grade = `${reliability}${use.credibility}`;
      return row([
        t('evidence.stance', { stance: use.stance }),
        ...(use.informationOf === ''
          ? []
          : [t('evidence.informationOf', { day: sayCalendarDay(use.informationOf, language.value) })]),
        ...(grade === '' ? [] : [t('evidence.grade', { grade })]),
      ]);
    },
  };
}
