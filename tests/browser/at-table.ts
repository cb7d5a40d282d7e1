/** What a table does in a workshop: join by a code, answer, hand in. */
import { expect, type Page } from '@playwright/test';
import { heading } from './asking.ts';

/** For a screen whose code may still be on its way. */
export const SLOW = { timeout: 20_000 };

/** On the page of an exercise: what is for the trainer stands behind a step. */
export async function runs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I run this workshop' }).click();
}

export async function joinAt(page: Page, url: string, code: string, table: string): Promise<void> {
  await page.goto(`${url}#/workshop`);
  await page.getByLabel('Code to join').fill(code);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByLabel('Number of the table').fill(table);
  await page.getByRole('button', { name: 'Sit down' }).click();
  await expect(page.getByRole('link', { name: 'To the questions' })).toBeVisible(SLOW);
}

/** Presses what leads on, and waits for the next screen: on the last one the same button hands everything on. */
export async function onward(page: Page, press = page.locator('.bar .first')): Promise<void> {
  const before = (await heading(page).textContent()) ?? '';
  await press.click();
  await expect(heading(page)).not.toHaveText(before);
}

export function toQuestions(page: Page): Promise<void> {
  return onward(page, page.getByRole('link', { name: 'To the questions' }));
}

/** Taps an option of each question named by a part of its words, and ends at handing in. @returns the code */
export async function answer(page: Page, options: Record<string, string>): Promise<string> {
  await toQuestions(page);
  for (;;) {
    const asked = (await heading(page).textContent()) ?? '';
    const wanted = Object.entries(options).find(([words]) => asked.includes(words))?.[1];
    if (wanted !== undefined) await page.locator('.option label', { hasText: wanted }).first().click();
    await onward(page);
    if ((await heading(page).textContent()) === 'Hand in') break;
  }
  await expect(page.locator('.room-head')).toContainText('saved on this device', SLOW);
  return (await page.locator('.code-box .characters').textContent()) ?? '';
}
