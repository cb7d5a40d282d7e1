/**
 * Takes the place of copy-worker.ts in the single-file edition. A page from a file may load no script beside it, and
 * in Chromium a worker from a blob may be no module there.
 */
import script from 'virtual:waymark-copy-worker';
import { trustedScript } from './offline/register.ts';

export function startCopyWorker(): Worker {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(trustedScript(url));
}
