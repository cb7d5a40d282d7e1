/** To one reading of the text, and back to where one was. */
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { sessionHref } from '../routes.ts';

interface ReadingLinkProps {
  session: OpenSession;
  /** A reading's or remark's id. */
  reading: string;
  back: string;
}

export function ReadingLink({ session, reading, back }: ReadingLinkProps) {
  const { t, words } = useBrief();
  const title = words.value.readings[reading]?.title ?? words.value.remarks[reading]?.title ?? reading;
  return (
    <a
      class="word go"
      href={sessionHref(session.id, 'readings', reading, back)}
      aria-label={t('result.readingOf', { title })}
    >
      {t('result.reading')}
    </a>
  );
}
