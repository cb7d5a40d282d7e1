// @ts-check
/** `npm run check`: the fast part of `npm test`, for while one works. */
import { ready } from './ready.mjs';
import { FAST_STEPS, runSteps } from './steps.mjs';

await ready();
process.exit(await runSteps(FAST_STEPS));
