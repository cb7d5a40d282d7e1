/** What is on the page, with figures: each leads to its section. */
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { sessionHref } from '../routes.ts';
import type { SectionId } from './sections.ts';
import './result.css';

const ORDER: readonly SectionId[] = [
  'advice',
  'option',
  'open',
  'notNow',
  'consequences',
  'indicators',
  'course',
  'silent',
  'background',
];
/** Sections whose figure would say nothing. */
const WITHOUT_FIGURE: readonly SectionId[] = ['course', 'background'];

interface ContentsProps {
  session: OpenSession;
  figures: Record<SectionId, number>;
}

export function Contents({ session, figures }: ContentsProps) {
  const { t } = useApp();
  const there = ORDER.filter((id) => figures[id] > 0 || id === 'consequences' || id === 'indicators');
  return (
    <nav class="contents" aria-label={t('result.contents')}>
      <ul>
        {there.map((id) => (
          <li key={id}>
            {/* A link would change the address: the app lives behind the hash. */}
            <button type="button" onClick={() => showSection(id)}>
              {t('result.section', { id })}
              {!WITHOUT_FIGURE.includes(id) && <b class="num">{figures[id]}</b>}
            </button>
          </li>
        ))}
        <li>
          <a class="word" href={sessionHref(session.id, 'what-if')}>
            {t('trial.fromResult')}
          </a>
        </li>
        <li>
          <a class="word" href={sessionHref(session.id, 'history')}>
            {t('history.fromResult')}
          </a>
        </li>
        <li>
          <a class="word" href={sessionHref(session.id, 'map')}>
            {t('map.fromResult')}
          </a>
        </li>
      </ul>
    </nav>
  );
}

/** The id of a section's heading, which takes the focus when one goes there. */
export function headingId(id: SectionId): string {
  return `section-${id}`;
}

function showSection(id: SectionId): void {
  const heading = document.getElementById(headingId(id));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
