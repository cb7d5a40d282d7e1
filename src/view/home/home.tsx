/** Home: start at the left, the sessions of this device at the right, how things stand at the foot. */
import { useApp } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { Boundary } from '../parts/boundary.tsx';
import { Mark } from '../parts/mark.tsx';
import { Foot } from './foot.tsx';
import { Sessions } from './sessions.tsx';
import { Start } from './start.tsx';
import './home.css';

export function Home() {
  const { t } = useApp();
  const heading = useHeading(t('home.title'));
  return (
    <div class="home">
      <main id="page" tabIndex={-1}>
        <section class="start">
          <p class="brand">
            <Mark />
            <span class="name">{t('app.name')}</span>
          </p>
          <h1 ref={heading} tabIndex={-1}>
            {t('home.promise')}
          </h1>
          <Boundary>
            <Start />
          </Boundary>
        </section>
        <Boundary>
          <Sessions />
        </Boundary>
      </main>
      <Boundary>
        <Foot />
      </Boundary>
    </div>
  );
}
