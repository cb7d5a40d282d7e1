/** A screen whose code comes when it is first opened. The worker keeps it from the first visit on, like everything. */
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { InBrief } from './app.ts';
import { useApp, useBrief } from './context.ts';
import { Boundary } from './parts/boundary.tsx';
import { Frame } from './parts/frame.tsx';

type Loading<P> = { kind: 'none' } | { kind: 'here'; screen: ComponentType<P> } | { kind: 'failed' };

/** How to fetch each screen that comes later, in the order in which they were named. */
const comingLater: ((app: InBrief) => Promise<void>)[] = [];

/** Fetches all of them one after the other: once the first screen is there, no other has to be waited for. */
export async function fetchLater(app: InBrief): Promise<void> {
  for (const fetchOnce of comingLater) await fetchOnce(app);
}

/**
 * @param load e.g. `async () => (await import('./map/screen.tsx')).MapScreen`
 * @param part of a screen that does without it where it cannot be fetched
 */
export function later<P extends object>(
  load: (app: InBrief) => Promise<ComponentType<P>>,
  part = false,
): ComponentType<P> {
  const loading = signal<Loading<P>>({ kind: 'none' });
  async function fetchOnce(app: InBrief): Promise<void> {
    if (loading.peek().kind === 'here') return;
    loading.value = { kind: 'none' };
    await Promise.all([load(app), app.bringExplain()]).then(
      ([screen]) => {
        loading.value = { kind: 'here', screen };
      },
      () => {
        loading.value = { kind: 'failed' };
      },
    );
  }
  comingLater.push(fetchOnce);
  return function Later(props: P) {
    const app = useBrief();
    useEffect(() => void fetchOnce(app), []);
    const now = loading.value;
    if (now.kind === 'here')
      return (
        <Boundary as={part ? undefined : 'page'}>
          <now.screen {...props} />
        </Boundary>
      );
    return now.kind === 'failed' && !part ? <NotHere onRetry={() => void fetchOnce(app)} /> : null;
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
