// @ts-check
/** `npm run campaign -- NAME`: see campaign/main.ts. `--short` for what `npm test` runs. */
import { bundled } from './bundle.mjs';

const { campaign } = await bundled('campaign', 'src/tools/campaign/main.ts');
process.exitCode = await campaign(process.argv.slice(2));
