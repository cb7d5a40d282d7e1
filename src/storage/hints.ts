import type { Hints } from './session-store.ts';

/** Hints between tabs over a BroadcastChannel; silent where the browser has none. */
export function createHints(name: string): Hints & { close(): void } {
  if (typeof BroadcastChannel === 'undefined')
    return { tell: () => undefined, listen: () => () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  return {
    tell: (id) => channel.postMessage(id),
    listen(listener) {
      const hear = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') listener(data);
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    close: () => channel.close(),
  };
}
