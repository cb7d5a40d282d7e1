/**
 * The campaigns, short: the very code of `npm run campaign`, with small numbers. Those that are not here run without a
 * browser (tests/exchange) or in a test of their own (vault.spec.ts).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedShell } from '../../src/tools/browser.mjs';
import { seeded, tableOf } from '../../src/tools/campaign/campaign.ts';
import { CAMPAIGNS } from '../../src/tools/campaign/campaigns.ts';
import { startChromium } from '../../src/tools/campaign/chromium.ts';
import { formsOf } from '../../src/tools/campaign/forms.ts';
import { DISK_NEEDS, hasDisk } from '../../src/tools/campaign/full.ts';
import { expect, test } from './served.ts';

/** Others find other things: `npm run campaign -- NAME --short --seed N`. */
const SEED = 1;

const HERE = ['kill', 'restart', 'corrupt', 'full', 'evict', 'tabs', 'hostile'];
/** What ends the browser, or is about what it promises to keep; the others are about the pages in it. */
const OF_THE_WHOLE = ['kill', 'restart', 'full', 'evict'];
/** Each part of each: in all `short` times what each does. */
const PARTS = [
  ...CAMPAIGNS.filter(({ name }) => HERE.includes(name)),
  // With one text for each field: which one, the seed draws.
  ...(['sessions', 'workshops', 'device'] as const).map((part) => ({
    ...formsOf([part], part === 'device' ? 1 : 3),
    name: `forms of ${part}`,
  })),
].flatMap((campaign) => Array.from({ length: campaign.parts ?? 1 }, (_, part) => ({ ...campaign, part })));

for (const { name, about, short, parts = 1, part, run } of PARTS)
  test(`campaign ${name}, ${short} times${parts > 1 ? `, part ${part + 1} of ${parts}` : ''}: ${about}`, async ({
    served,
  }) => {
    test.skip(process.platform === 'win32', 'Browsers are killed as a group of processes here.');
    test.skip(name === 'full' && !hasDisk(), DISK_NEEDS);
    const profile = mkdtempSync(join(tmpdir(), 'waymark-campaign-'));
    try {
      const told: string[] = [];
      const { rows, failed } = await run({
        url: served.url,
        browser: 'chromium',
        start: async (at) =>
          startChromium(at, OF_THE_WHOLE.includes(name) ? undefined : await installedShell()),
        profile,
        times: Math.ceil(short / parts),
        ...(parts > 1 && { part, parts }),
        random: seeded(name === 'corrupt' ? SEED : SEED + part),
        progress: (text) => told.push(text),
      });
      expect(failed, `${told.join('\n')}\n${tableOf(rows)}`).toBe(0);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  });
