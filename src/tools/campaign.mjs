// @ts-check
/** `npm run campaign -- kill|corrupt|full|evict|tabs`: see campaign/main.ts. `--short` for a run of a few seconds. */
import { bundled } from './bundle.mjs';

const { campaign } = await bundled('campaign', 'src/tools/campaign/main.ts');
process.exitCode = await campaign(process.argv.slice(2));
