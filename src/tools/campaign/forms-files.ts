/** Whether what was typed is in every file that it goes into, and comes out of a backup on another device. */
import type { Page } from '@playwright/test';
import type { Harm } from './campaign.ts';
import { opening } from './files.ts';
import type { Made } from './forms-screens.ts';

/** A text that was kept. */
export interface Kept {
  /** Where it was typed. */
  screen: string;
  text: string;
}

const OF_ADDITIONS = ['session/result', 'additions'];

export async function checkFiles(
  page: Page,
  other: Page,
  { url, progress }: Harm,
  { session, room }: Made,
  kept: readonly Kept[],
): Promise<{ read: number; lost: number }> {
  const found = { read: 0, lost: 0 };
  const check = (file: string, text: string, of: (kept: Kept) => boolean) => {
    const all = stringsIn(text);
    for (const one of kept.filter(of))
      for (const part of one.screen === 'workshop/edit' ? one.text.split(/\n+/) : [one.text])
        if (part === '' || all.has(part)) found.read += 1;
        else {
          found.lost += 1;
          progress(`LOST in the ${file}, ${one.screen}: ${JSON.stringify(part.slice(0, 200))}`);
        }
  };
  const isAddition = ({ screen }: Kept) => OF_ADDITIONS.includes(screen);
  if (kept.some(({ screen }) => screen.startsWith('session/'))) {
    await show(page, `${url}#/session/${session}/hand-on`);
    // With its history and everything that may be left out.
    await page.locator('[name=history]').last().check({ force: true });
    await page.locator('[name=notes]').first().check({ force: true });
    check(
      'session’s file',
      await saved(page, '.bar .first'),
      (one) => one.screen.startsWith('session/') && !isAddition(one),
    );
  }
  if (kept.some(isAddition)) {
    await show(page, `${url}#/additions`);
    check('file of additions', await saved(page, '.share .button'), isAddition);
  }
  if (kept.some(({ screen }) => screen === 'workshop/debrief')) {
    await show(page, `${url}#/workshop/debrief/${room}`);
    check(
      'room’s file',
      await saved(page, '.page .choices .first'),
      ({ screen }) => screen === 'workshop/debrief',
    );
  }
  await show(page, `${url}#/files`);
  const backup = await saved(page, '.files .choices .button >> nth=0');
  check('backup', backup, () => true);
  await show(other, `${url}#/files`);
  if ((await opening(other, 'backup.waymark', new TextEncoder().encode(backup))) !== 'shown') {
    found.lost += kept.length;
    progress('The backup is refused on another device.');
    return found;
  }
  // Sessions, own additions, workshops: one after the other, until it is told what was taken.
  const told = other.locator('.page.files > .said:not([role])');
  const take = other.locator('.preview-file .first:enabled, .preview .first:enabled').first();
  for (;;) {
    await told.or(take).first().waitFor();
    if (await told.isVisible()) break;
    const pressed = await take.elementHandle();
    await take.click();
    await other.waitForFunction(
      (one) => !(one as HTMLButtonElement).isConnected || (one as HTMLButtonElement).disabled,
      pressed,
    );
  }
  await show(other, `${url}#/files`);
  check('backup of the other device', await saved(other, '.files .choices .button >> nth=0'), () => true);
  return found;
}

async function show(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.reload();
  await page.locator('main h1').waitFor();
}

/** The text that pressing a button hands over, after `keepHanded`. */
async function saved(page: Page, button: string): Promise<string> {
  await page.evaluate('globalThis.handed = undefined');
  await page.locator(button).first().click();
  await page.waitForFunction(() => (globalThis as { handed?: unknown }).handed !== undefined);
  return page.evaluate('globalThis.handed');
}

/** Without spaces around them: some are kept with these. */
function stringsIn(json: string): Set<string> {
  const all = new Set<string>();
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === 'string') all.add(value.trim());
    return value;
  });
  return all;
}
