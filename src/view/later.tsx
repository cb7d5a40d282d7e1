/** A screen whose code comes when it is first opened. The worker keeps it from the first visit on, like everything. */
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from './context.ts';
import { Frame } from './parts/frame.tsx';

type Loading<P> = { kind: 'none' } | { kind: 'here'; screen: ComponentType<P> } | { kind: 'failed' };

/** @param load e.g. `async () => (await import('./map/screen.tsx')).MapScreen` */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const loading = signal<Loading<P>>({ kind: 'none' });
  function fetchOnce(): void {
    if (loading.peek().kind === 'here') return;
    loading.value = { kind: 'none' };
    load().then(
      (screen) => {
        loading.value = { kind: 'here', screen };
      },
      () => {
        loading.value = { kind: 'failed' };
      },
    );
  }
  return function Later(props: P) {
    useEffect(fetchOnce, []);
    const now = loading.value;
    if (now.kind === 'here') return <now.screen {...props} />;
    return now.kind === 'failed' ? <NotHere onRetry={fetchOnce} /> : null;
  };
}

function NotHere({ onRetry }: { onRetry: () => void }) {
  const { t } = useApp();
  return (
    <Frame>
      <div class="page missing">
        <h1 tabIndex={-1}>{t('app.notHereTitle')}</h1>
        <p>{t('app.notHereText')}</p>
        <p>
          <button type="button" class="button first" onClick={onRetry}>
            {t('app.retry')}
          </button>
        </p>
      </div>
    </Frame>
  );
}
