/** What the tests of the questions do again and again: start a session, answer, read the standing. */
import { expect, type Locator, type Page } from '@playwright/test';

export const LANDSCAPE = { width: 1180, height: 820 };
export const PORTRAIT = { width: 820, height: 1180 };
export const PHONE = { width: 390, height: 844 };

/** Starts a session by its address and waits for its first question. `how`: `short`, `whole`, `brief`, or `P2`. */
export async function startSession(page: Page, url: string, how: string): Promise<void> {
  await page.goto(`${url}#/new/${how}`);
  await expect(page).toHaveURL(/#\/session\/.+\/question\/.+/);
  await expect(heading(page)).toBeVisible();
}

/** Goes to a place of the session at hand, such as `question/buyout` or `overview`. */
export async function goTo(page: Page, place: string): Promise<void> {
  // What opens the session may be under way.
  await expect(page).toHaveURL(/#\/session\/[^/]+/);
  const session = /#\/session\/[^/]+/.exec(page.url())?.[0];
  await page.evaluate((address) => location.assign(address), `${session}/${place}`);
  await expect(page).toHaveURL(new RegExp(`/${place}`));
}

/** Opens a room and returns the address of its debrief. */
export async function openRoom(page: Page, url: string): Promise<string> {
  await page.goto(`${url}#/workshop`);
  await page.getByRole('link', { name: 'The two ballots' }).click();
  await page.getByRole('button', { name: 'I run this workshop' }).click();
  await page.getByRole('button', { name: 'Open a room' }).click();
  await page.waitForURL(/collect\//);
  return page.url().replace('/collect/', '/debrief/');
}

export function heading(page: Page): Locator {
  return page.getByRole('heading', { level: 1 });
}

/** The number of the question on screen, from its heading. */
export async function numberShown(page: Page): Promise<number> {
  return Number(/^Question (\d+)/.exec((await heading(page).textContent()) ?? '')?.[1]);
}

/** Waits until the question of that number is on screen. */
export async function shows(page: Page, number: number): Promise<void> {
  await expect(heading(page)).toHaveText(new RegExp(`^Question ${number},`));
}

/** The row of an option: a radio or a checkbox. */
export function option(page: Page, label: string): Locator {
  const name = new RegExp(`^${escaped(label)}`);
  return page.getByRole('radio', { name }).or(page.getByRole('checkbox', { name }));
}

/** Taps options by the words on them. */
export async function tap(page: Page, ...labels: string[]): Promise<void> {
  for (const label of labels) await page.locator('.option label', { hasText: exactly(label) }).click();
}

export async function press(page: Page, name: string): Promise<void> {
  const exact = { name, exact: true };
  await page.getByRole('link', exact).or(page.getByRole('button', exact)).first().click();
}

/** A line of the standing beside the page: everything it says. */
export function line(page: Page, output: string): Locator {
  return page.locator(`aside.standing [data-output="${output}"]`);
}

/** What was said last to those who listen. */
export function said(page: Page): Locator {
  return page.getByRole('status');
}

function exactly(label: string): RegExp {
  return new RegExp(`^\\s*${escaped(label)}(?:ruled out|from the brief, unchecked|\\s)*$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
