/** The worker that keeps the second copy: one script, which the page's policy lets run from its own folder only. */
import { trustedScript } from './offline/register.ts';
import copyWorker from './storage/copy/worker.ts?worker&url';

export const startCopyWorker = () => new Worker(trustedScript(copyWorker), { type: 'module' });
