/** Files that come without being asked for: dropped on the window, opened or shared by the system. */
import { signal } from '@preact/signals';
import { go } from '../navigation.ts';
import { href } from '../routes.ts';

/** What came last and was not looked at yet. */
export const received = signal<File | undefined>(undefined);

/** Where the service worker lays a file that another app shared (src/offline/shared.ts). */
const SHARED = 'waymark-shared';

interface Launch {
  files?: { getFile(): Promise<File> }[];
}

/** Called once. */
export function startReceiving(): void {
  addEventListener('dragover', (event) => {
    if (hasFile(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    if (!hasFile(event)) return;
    // Else the browser leaves the app for the file.
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) show(file);
  });
  const queue = (globalThis as { launchQueue?: { setConsumer(take: (launch: Launch) => void): void } })
    .launchQueue;
  queue?.setConsumer(async ({ files }) => {
    const file = await files?.[0]?.getFile().catch(() => undefined);
    if (file !== undefined) show(file);
  });
}

/** A file that was shared with the app, once; undefined where there is none. */
export async function takeShared(): Promise<File | undefined> {
  try {
    const cache = await caches.open(SHARED);
    const [request] = await cache.keys();
    if (request === undefined) return undefined;
    const response = await cache.match(request);
    await cache.delete(request);
    const name = decodeURIComponent(response?.headers.get('X-Name') ?? '');
    return response && new File([await response.blob()], name);
  } catch {
    return undefined;
  }
}

function show(file: File): void {
  received.value = file;
  go(href({ name: 'files' }));
}

function hasFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
