/** What persons at windows do while a passphrase is set, changed or taken off, or all is wiped, and what they see. */
/// <reference lib="dom" />
import type { BrowserContext, Page } from '@playwright/test';

export type MoveName = 'set' | 'change' | 'take off' | 'wipe';

/** What stands in a window; `nothing`: it is loading, or does not answer. */
export type Shown = 'nothing' | 'gate' | 'lost' | 'wiped' | 'failure' | 'app';

/** An answer or a note that was called saved, by the clock of its window. */
export interface Acknowledged {
  window: number;
  session: string;
  from: number;
  to: number;
}

/** `reloaded`: the page began anew without having done it. `unsaid`: whoever pressed has left the screen, and it works. */
export type Told = 'done' | 'refused' | 'reloaded' | 'unsaid' | 'failure' | 'hang' | 'cut off';

const LOOK_MS = 80;
/** A page that loads does not answer at once. */
const ANSWER_MS = 2000;
/** Seen so often that nothing is being moved: then it is over. */
const AT_REST = 20;
/** What takes longer than that counts as hanging, also on a machine that does much else. */
export const PATIENCE_MS = 60_000;
/** Until profiles are made and all windows at work: of that nothing is found out, so it may take its time. */
export const BEGINNING_MS = 180_000;

export async function hearAll(context: BrowserContext, heard: (one: Acknowledged) => void): Promise<void> {
  await context.exposeBinding('acknowledged', (_, one: Acknowledged) => heard(one));
}

/**
 * From now on somebody at this window answers whenever a question is on the screen: taps, or in turn taps and types a
 * note letter by letter. Each that is called saved is told with the times between which it came about.
 */
export async function atWork(
  page: Page,
  hands: { window: number; typing: boolean; word: string },
): Promise<void> {
  await page.addInitScript(working, hands);
}

/** Runs in the page, from its beginning on. */
async function working({
  window: own,
  typing,
  word,
}: {
  window: number;
  typing: boolean;
  word: string;
}): Promise<void> {
  const told = globalThis as unknown as { acknowledged(one: object): void };
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  /** What is said once "Saving ..." was seen; '' where nothing is said in time. */
  const nextSaying = () =>
    new Promise<string>((resolve) => {
      let saving = false;
      const look = () => {
        const text = document.querySelector('.saved')?.textContent ?? '';
        if (text.startsWith('Saving')) saving = true;
        else if (saving && text !== '') done(text);
      };
      const watcher = new MutationObserver(look);
      const late = setTimeout(() => done(''), 6000);
      const done = (text: string) => {
        clearTimeout(late);
        watcher.disconnect();
        resolve(text);
      };
      watcher.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
    });
  const type = async (text: string) => {
    const fold = document.querySelector<HTMLDetailsElement>('details.evidence, .evidence details');
    if (fold?.open === false) fold.querySelector('summary')?.click();
    await pause(30);
    const field = document.querySelector<HTMLTextAreaElement>('.evidence textarea');
    if (field === null) return;
    field.focus();
    field.value = '';
    for (const letter of text) {
      field.value += letter;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await pause(20);
    }
    field.blur();
  };
  for (let turn = 0; ; turn++) {
    await pause(300);
    const session = /#\/session\/([^/]+)\/question\//.exec(location.hash)?.[1];
    const labels = [...document.querySelectorAll<HTMLElement>('.option label')];
    if (session === undefined || labels.length === 0) continue;
    const saying = nextSaying();
    const from = Date.now();
    // Evidence is asked for once there is an answer.
    if (typing && turn % 3 === 2 && document.querySelector('.evidence') !== null)
      await type(`${word} ${own} ${turn}`);
    else {
      const chosen = labels.findIndex((label) => label.querySelector('input')?.checked === true);
      // Never the one that is chosen: that would be no answer.
      labels[(chosen + 1) % 2]?.click();
    }
    if ((await saying).startsWith('Saved')) told.acknowledged({ window: own, session, from, to: Date.now() });
  }
}

export async function shownBy(page: Page): Promise<Shown> {
  const looked = page
    .evaluate((): Shown => {
      const is = (selector: string) => document.querySelector(selector) !== null;
      if (is('.failure')) return 'failure';
      if (is('.proof-of-wipe')) return 'wiped';
      if (is('.gate')) return is('#gate') ? 'gate' : 'lost';
      return is('#app main, #app .page, #app .option') ? 'app' : 'nothing';
    })
    .catch((): Shown => 'nothing');
  return within(looked, ANSWER_MS, 'nothing');
}

/** The first of these that is there, or what is there after so long. */
export async function shownIn(page: Page, ones: readonly Shown[], milliseconds: number): Promise<Shown> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const shown = await shownBy(page);
    if (ones.includes(shown) || Date.now() > end || page.isClosed()) return shown;
    await sleep(LOOK_MS);
  }
}

/** At the gate. */
export async function unlockAt(
  page: Page,
  passphrase: string,
  milliseconds = PATIENCE_MS,
): Promise<'opened' | 'wrong' | 'refused' | 'failure' | 'hang'> {
  await page.locator('#gate').fill(passphrase);
  await page.locator('#gate').press('Enter');
  const end = Date.now() + milliseconds;
  while (Date.now() < end && !page.isClosed()) {
    const shown = await shownBy(page);
    if (shown === 'app') return 'opened';
    if (shown === 'failure') return 'failure';
    const problem = await page
      .locator('#gate-problem')
      .allTextContents()
      .catch(() => []);
    if (problem[0] !== undefined) return problem[0].includes('refused') ? 'refused' : 'wrong';
    await sleep(LOOK_MS);
  }
  return 'hang';
}

/** Everything up to the last press: what the move then asks for. Returns the passphrase that it is to set, or ''. */
export async function prepare(page: Page, url: string, move: MoveName, old: string): Promise<string> {
  await page.goto(`${url}#/protection`);
  await page.locator('.protection').waitFor({ timeout: PATIENCE_MS });
  // A page that is loaded anew does not have it.
  await page.evaluate('globalThis.prepared = true');
  if (move === 'set') {
    const drawn = await drawnIn(page, '#device-passphrase');
    await page.locator('.option label', { hasText: 'written the passphrase down' }).click();
    return drawn;
  }
  if (move === 'change') {
    await page.locator('summary', { hasText: 'Change the passphrase' }).click();
    await page.locator('#old-passphrase').fill(old);
    return drawnIn(page, '#next-passphrase');
  }
  if (move === 'take off') {
    await page.locator('summary', { hasText: 'Take the passphrase off' }).click();
    await page.locator('#last-passphrase').fill(old);
  } else {
    await page.getByRole('button', { name: 'Wipe everything' }).click();
    await page.getByRole('dialog').waitFor();
  }
  return '';
}

const BUTTONS: Record<MoveName, string> = {
  set: 'Lock with this passphrase',
  change: 'Change it',
  'take off': 'Take it off',
  wipe: 'Wipe everything',
};

/** @param leaveFor an address (`#/...`) to which the person goes on at once. */
export async function press(page: Page, move: MoveName, leaveFor: string): Promise<void> {
  await page.evaluate(
    ([label, dialog, leaveFor]) => {
      const within = dialog ? document.querySelector('dialog') : document;
      const buttons = [...(within?.querySelectorAll('button') ?? [])];
      buttons.find(({ textContent, disabled }) => textContent === label && !disabled)?.click();
      // Once the press has come to its work.
      if (leaveFor !== '')
        setTimeout(() => {
          location.hash = leaveFor;
        }, 50);
    },
    [BUTTONS[move], move === 'wipe', leaveFor] as const,
  );
}

/** What the window says of a move that was pressed. */
export async function told(page: Page, move: MoveName, milliseconds: number): Promise<Told> {
  let atRest = 0;
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (page.isClosed()) return 'cut off';
    const shown = await shownBy(page);
    if (shown === 'failure') return 'failure';
    if (shown === 'wiped' && move === 'wipe') return 'done';
    const seen = await within(
      page
        .evaluate(() => ({
          anew: (globalThis as { prepared?: boolean }).prepared !== true,
          problem: document.querySelector('.protection .problem[role=alert]') !== null,
          said: document.querySelector('.protection .said') !== null,
          left: !location.hash.includes('protection') && document.querySelector('.option') !== null,
        }))
        .catch(() => undefined),
      ANSWER_MS,
      undefined,
    );
    if (seen?.anew) {
      if (shown === 'gate' || shown === 'lost') return move === 'set' ? 'done' : 'reloaded';
      if (shown === 'app') return move === 'take off' ? 'done' : 'reloaded';
    } else if (seen?.problem) return 'refused';
    else if (seen?.said && move === 'change') return 'done';
    // What was said, nobody read.
    else if (seen?.left && !(await isMoving(page))) {
      atRest += 1;
      if (atRest === AT_REST) return 'unsaid';
    }
    await sleep(LOOK_MS);
  }
  return 'hang';
}

/** Whether a window moves everything, or waits for the others to go: by the lock that the browser keeps for it. */
function isMoving(page: Page): Promise<boolean> {
  const asked = page
    .evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return [...held, ...pending].some(({ name, mode }) => name === 'waymark place' && mode === 'exclusive');
    })
    .catch(() => true);
  return within(asked, ANSWER_MS, true);
}

/** Sets the passphrase that is proposed, and returns it once it was pressed. */
export async function setPassphrase(page: Page, url: string): Promise<string> {
  const passphrase = await prepare(page, url, 'set', '');
  await press(page, 'set', '');
  return passphrase;
}

/** It is drawn a moment after its field is there. */
async function drawnIn(page: Page, field: string): Promise<string> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const drawn = await page.locator(field).inputValue();
    if (/^([a-z]+ ){5}[a-z]+$/.test(drawn)) return drawn;
    await sleep(LOOK_MS);
  }
  throw new Error('No passphrase was proposed.');
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function within<T>(promise: Promise<T>, milliseconds: number, otherwise: T): Promise<T> {
  return Promise.race([promise, sleep(milliseconds).then(() => otherwise)]);
}
