/** The frame of every screen: the bar above, the page, and where a screen has them the standing and the actions. */
import type { ComponentChildren } from 'preact';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { Boundary } from './boundary.tsx';
import { SaveNotice } from './save-state.tsx';
import { TopBar } from './top-bar.tsx';

interface FrameProps {
  session?: OpenSession | undefined;
  /** Class of the screen, for its own styles. */
  class?: string;
  /** Beside the page in landscape: an element of class `side`. */
  side?: ComponentChildren;
  /** Below the page in portrait and on phones: an element of class `band`. */
  band?: ComponentChildren;
  /** Actions: children of the bar at the bottom. */
  bar?: ComponentChildren;
  children: ComponentChildren;
}

export function Frame({ session, class: screen = '', side, band, bar, children }: FrameProps) {
  const { t } = useApp();
  return (
    <div class={`frame ${screen}`}>
      <button type="button" class="skip" onClick={() => document.getElementById('page')?.focus()}>
        {t('app.skip')}
      </button>
      <TopBar session={session} />
      <SaveNotice session={session} />
      <main id="page" tabIndex={-1}>
        <Boundary>{children}</Boundary>
      </main>
      <Boundary>{side}</Boundary>
      <Boundary>{band}</Boundary>
      {bar && (
        <footer class="bar">
          <Boundary>{bar}</Boundary>
        </footer>
      )}
    </div>
  );
}
