/** One turn: windows at work, a move pressed in one of them (or two in two), an end at some moment, and what is there. */
import type { Page } from '@playwright/test';
import type { Harm } from './campaign.ts';
import type { Driven } from './chromium.ts';
import { windowIn } from './tabs.ts';
import { missed, onDisk, openAnew, readableHere, wipeAgain } from './vault-moves-judge.ts';
import type { Stocked } from './vault-moves-profiles.ts';
import {
  type Acknowledged,
  atWork,
  BEGINNING_MS,
  hearAll,
  type MoveName,
  PATIENCE_MS,
  prepare,
  press,
  shownBy,
  shownIn,
  sleep,
  type Told,
  told,
  unlockAt,
} from './vault-moves-windows.ts';

/** `idle`: at home or on a question, and nobody there. */
export type Role = 'home' | 'question' | 'taps' | 'types';

export interface Plan {
  /** One, or two in two windows. */
  moves: readonly MoveName[];
  windows: number;
  /** Sessions beside those that are worked in. */
  size: number;
  locked: boolean;
  end: 'closed' | 'killed before' | 'killed during' | 'killed after';
  /** Milliseconds from the press to a kill during the move. */
  killAt: number;
  /** Milliseconds between two presses. */
  apart: number;
  /** Whoever pressed goes on answering in the same window. */
  leaves: boolean;
  roles: readonly Role[];
}

export interface Came {
  /** Why it came to no move; nothing was found out then. */
  notTried: string;
  /** What was waited for in vain after the next start. */
  stuck: string;
  told: Told[];
  /** Milliseconds of the first move, where it was told as done. */
  took: number | undefined;
  /** A kill came before the move was told. */
  cutOff: boolean;
  acknowledged: number;
  lost: number;
  sessionsLost: number;
  windowsClear: number;
  readable: string[];
  oldOpens: number;
  toldOpensNot: number;
  failures: number;
  hangs: number;
  texts: string[];
  keys: string[];
}

/** Windows go on for so long after a move. */
const AFTER_MS = 600;

interface Window {
  page: Page;
  move?: MoveName;
  next: string;
}

export async function turn(
  { url, start }: Harm,
  stocked: Stocked,
  plan: Plan,
  folder: string,
): Promise<Came> {
  const came: Came = {
    notTried: '',
    stuck: '',
    told: [],
    took: undefined,
    cutOff: false,
    acknowledged: 0,
    lost: 0,
    sessionsLost: 0,
    windowsClear: 0,
    readable: [],
    oldOpens: 0,
    toldOpensNot: 0,
    failures: 0,
    hangs: 0,
    texts: [],
    keys: [],
  };
  const acknowledged: Acknowledged[] = [];
  const first = await start(folder);
  await hearAll(first.context, (one) => acknowledged.push(one));
  let windows: Window[];
  try {
    windows = await openWindows(first, url, stocked, plan, acknowledged);
  } catch (error) {
    await first.kill();
    return { ...came, notTried: String(error) };
  }
  if (plan.end !== 'killed before') await move(first, stocked, plan, windows, came);
  if (plan.end === 'closed') await first.close();
  else await first.kill();

  const second = await start(folder);
  try {
    await judge(second, url, stocked, plan, windows, acknowledged, came);
  } catch (error) {
    came.hangs += 1;
    came.stuck = String(error);
  } finally {
    await second.close();
  }
  came.acknowledged = acknowledged.length;
  const nowLocked = came.told.some((one) => one === 'done') && !plan.moves.includes('take off');
  if (nowLocked) {
    const left = onDisk(folder, stocked);
    came.texts = left.texts;
    if (plan.moves.includes('change') || plan.moves.includes('wipe')) came.keys = left.key;
  }
  return came;
}

async function openWindows(
  { context }: Driven,
  url: string,
  { passphrase, worked, word }: Stocked,
  { windows: count, roles, moves }: Plan,
  acknowledged: readonly Acknowledged[],
): Promise<Window[]> {
  const opened = Array.from({ length: count }, async (_, i): Promise<Window> => {
    const page = await windowIn(context, i);
    page.setDefaultTimeout(BEGINNING_MS);
    const role = roles[i] ?? 'home';
    const question = `#/session/${worked[i % worked.length]}/question/buyout`;
    if (role === 'taps' || role === 'types')
      await atWork(page, { window: i, typing: role === 'types', word });
    await page.goto(url + (role === 'home' ? '#/' : question));
    const shown = await shownIn(page, ['app', 'gate'], BEGINNING_MS);
    if (shown === 'gate') await unlockAt(page, passphrase, BEGINNING_MS);
    await page
      .locator(role === 'home' ? '.sessions:not([aria-busy])' : '.option')
      .first()
      .waitFor();
    return { page, next: '', ...(moves[i] && { move: moves[i] }) };
  });
  const windows = await Promise.all(opened);
  // Each who works has begun to.
  const working = roles
    .slice(0, count)
    .flatMap((role, i) => (role === 'taps' || role === 'types' ? [i] : []));
  const end = Date.now() + BEGINNING_MS;
  while (working.some((i) => acknowledged.filter(({ window }) => window === i).length < 2)) {
    if (Date.now() > end) throw new Error('A window said of no answer that it is saved.');
    await sleep(20);
  }
  for (const { page } of windows) page.setDefaultTimeout(PATIENCE_MS);
  for (const window of windows)
    if (window.move !== undefined) window.next = await prepare(window.page, url, window.move, passphrase);
  return windows;
}

/** Presses, ends the browser where that is planned, and otherwise goes on as persons would. */
async function move(
  browser: Driven,
  stocked: Stocked,
  plan: Plan,
  windows: readonly Window[],
  came: Came,
): Promise<void> {
  const movers = windows.filter(({ move }) => move !== undefined);
  const started = Date.now();
  const question = `#/session/${stocked.worked[0]}/question/buyout`;
  const telling = movers.map(async ({ page, move = 'set' }, i) => {
    await sleep(i * plan.apart);
    await press(page, move, plan.leaves && i === 0 ? question : '').catch(() => undefined);
    const said = await told(page, move, PATIENCE_MS);
    if (i === 0 && said === 'done') came.took = Date.now() - started;
    return said;
  });
  const all = Promise.all(telling);
  if (plan.end === 'killed during') {
    const first = await Promise.race([all.then(() => 'told'), sleep(plan.killAt).then(() => 'killed')]);
    came.cutOff = first === 'killed';
    if (came.cutOff) {
      const killing = browser.kill();
      came.told = await all;
      await killing;
      return;
    }
  }
  came.told = await all;
  came.hangs += came.told.filter((one) => one === 'hang').length;
  await goOn(stocked, plan, windows, came);
}

/** All windows come to rest; those at the gate are unlocked, and then everybody works on for a moment. */
async function goOn(
  { passphrase }: Stocked,
  { moves }: Plan,
  windows: readonly Window[],
  came: Came,
): Promise<void> {
  const isSet = came.told.some((one, i) => one === 'done' && moves[i] === 'set');
  const nexts = windows.filter((_, i) => came.told[i] === 'done').map(({ next }) => next);
  const tries = [...nexts, passphrase, ...windows.map(({ next }) => next)].filter((one) => one !== '');
  // The proof of a wipe is read, and left: until then other windows wait.
  for (const { page } of windows)
    if ((await shownBy(page)) === 'wiped') await page.locator('.proof-of-wipe button').click();
  for (const { page, move } of windows) {
    const shown = await shownIn(page, ['gate', 'lost', 'app', 'failure', 'wiped'], PATIENCE_MS);
    if (shown === 'nothing') came.hangs += 1;
    if (isSet && move === undefined && shown === 'app') {
      // It may have been about to go.
      await sleep(300);
      if ((await shownIn(page, ['gate', 'lost', 'app', 'failure'], PATIENCE_MS)) === 'app')
        came.windowsClear += 1;
    }
  }
  if (!moves.includes('wipe'))
    for (const { page } of windows) {
      if ((await shownBy(page)) !== 'gate') continue;
      for (const passphrase of new Set(tries)) {
        const opened = await unlockAt(page, passphrase).catch(() => 'hang' as const);
        if (opened === 'hang') came.hangs += 1;
        if (opened !== 'wrong') break;
      }
    }
  await sleep(AFTER_MS);
  for (const { page } of windows) if ((await shownBy(page)) === 'failure') came.failures += 1;
}

async function judge(
  { page }: Driven,
  url: string,
  stocked: Stocked,
  { moves, end }: Plan,
  windows: readonly Window[],
  acknowledged: readonly Acknowledged[],
  came: Came,
): Promise<void> {
  const { passphrase, word } = stocked;
  const doneOf = (move: MoveName) => came.told.some((one, i) => one === 'done' && moves[i] === move);
  const wasPressed = end !== 'killed before';
  const nexts = windows.map(({ next }) => next).filter((one) => one !== '');
  // The old one first: after a change it must not open.
  const opening = await openAnew(page, url, [...(passphrase === '' ? [] : [passphrase]), ...nexts]);
  came.failures += opening.failures;
  came.hangs += opening.hangs;
  if (doneOf('change') && opening.by === passphrase) came.oldOpens += 1;
  if (moves.includes('wipe') && wasPressed) {
    const done = doneOf('wipe');
    if (opening.by === undefined) return;
    came.readable = await readableHere(page, word);
    // Whoever was cut off wipes once more; after that nothing may be there.
    if (!done && came.readable.length + Number(opening.by !== '') > 0) {
      if (!(await wipeAgain(page, url))) came.hangs += 1;
      came.readable = await readableHere(page, word);
    }
    return;
  }
  const { entries, sessions } = await missed(page, url, stocked, acknowledged, opening.by === undefined);
  came.lost = entries;
  came.sessionsLost = sessions;
  const isToBeLocked = doneOf('set') || (passphrase !== '' && opening.by !== '');
  if (opening.by !== undefined && isToBeLocked) {
    came.readable = await readableHere(page, word);
    came.toldOpensNot = windows.filter(
      ({ next }, i) => next !== '' && came.told[i] === 'done' && next !== opening.by,
    ).length;
  }
}
