/** Nothing is at this address: an unknown page, or a session that is not (or no longer whole) on this device. */
import { useApp } from './context.ts';
import { useHeading } from './navigation.ts';
import { Frame } from './parts/frame.tsx';
import { href } from './routes.ts';

export function Missing({ what }: { what: 'page' | 'session' }) {
  const { t, desk, route } = useApp();
  const here = route.value;
  const damaged = here.name === 'session' && desk.damaged.value.some(({ id }) => id === here.id);
  const unreadable = what === 'session' && desk.unreadable.value !== '';
  const why = damaged ? 'damaged' : unreadable ? 'unreadable' : what;
  const title = t('app.missingTitle', { what: why });
  const heading = useHeading(title);
  return (
    <Frame>
      <div class="page missing">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{t('app.missingText', { what: why })}</p>
        <p>
          <a class="button first" href={href({ name: 'home' })}>
            {t('app.toSessions')}
          </a>
        </p>
      </div>
    </Frame>
  );
}
