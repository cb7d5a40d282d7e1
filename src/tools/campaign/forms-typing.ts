/** Hands on a keyboard: puts a text into a field as people and machines do, and tells what became of it there. */
/// <reference lib="dom" />
import type { CDPSession, Locator, Page } from '@playwright/test';
import type { Field } from './forms-screens.ts';
import { asTaken, DAYS, NUMBERS, TYPINGS, type Typing } from './forms-texts.ts';

export interface Typed {
  name: string;
  /** As it stands in the field now. */
  value: string;
  /** It is told there that this cannot be kept. */
  refused: boolean;
  /** It stands there as it was typed. */
  asTyped: boolean;
}

/** The `turn`-th text of those that a field of its kind is to be tried with. */
export async function typeInto(
  page: Page,
  input: CDPSession,
  element: Locator,
  { kind, unkept }: Field,
  turn: number,
): Promise<Typed> {
  if (kind === 'day' || kind === 'number') {
    const all = kind === 'day' ? DAYS : NUMBERS;
    const keys = all[turn % all.length] ?? '';
    await element.fill('');
    await element.focus();
    await page.keyboard.type(keys);
    const found = await left(element);
    return { name: `${kind} ${keys || 'empty'}`, ...found, asTyped: true };
  }
  const typing = TYPINGS[turn % TYPINGS.length] as Typing;
  const over = { 'at the limit': 0, 'one past the limit': 1 }[typing.name];
  let { text } = typing;
  // What is kept nowhere may be cut: a code has so many characters.
  if (over !== undefined && unkept === undefined) text = 'x'.repeat((await limitOf(page, element)) + over);
  await emptied(element);
  if (typing.by === 'keys') await page.keyboard.type(text);
  else if (typing.by === 'composed') await composed(input, text);
  else await pasted(page, text);
  const isText = await element.evaluate((one) => one instanceof HTMLTextAreaElement);
  const value = await textIn(element);
  const { refused } = await left(element);
  return {
    name: typing.name,
    value,
    refused,
    asTyped: unkept !== undefined || value === asTaken(text, isText),
  };
}

/** Half letters do not travel: they are written as figures on the way. */
export async function textIn(element: Locator): Promise<string> {
  return JSON.parse(await element.evaluate((one) => JSON.stringify((one as HTMLInputElement).value)));
}

export async function textsOf(all: Locator): Promise<string[]> {
  return JSON.parse(
    await all.evaluateAll((found) => JSON.stringify(found.map((one) => one.textContent ?? ''))),
  );
}

/** Leaves the field. It may be gone then, as the field of a title is. */
async function left(element: Locator): Promise<{ value: string; refused: boolean }> {
  const value = await textIn(element);
  await element.blur();
  await element.page().waitForTimeout(0);
  if ((await element.count()) === 0) return { value, refused: false };
  const refused = await element.evaluate(
    (one) =>
      one.getAttribute('aria-invalid') === 'true' || (one as HTMLInputElement).validity.customError === true,
  );
  return { value, refused };
}

async function emptied(element: Locator): Promise<void> {
  await element.focus();
  await element.evaluate((one) => (one as HTMLInputElement).select());
  await element.page().keyboard.press('Delete');
}

async function composed(input: CDPSession, text: string): Promise<void> {
  for (let n = 1; n <= text.length; n++)
    await input.send('Input.imeSetComposition', {
      text: text.slice(0, n),
      selectionStart: n,
      selectionEnd: n,
    });
  await input.send('Input.insertText', { text });
}

/** As the browser itself puts it in, so that the page hears of it. */
async function pasted(page: Page, text: string): Promise<void> {
  await page.evaluate(`document.execCommand('insertText', false, ${JSON.stringify(text)})`);
}

/** Letters that the field takes at most, from what it says of far too many. */
async function limitOf(page: Page, element: Locator): Promise<number> {
  await emptied(element);
  await pasted(page, 'y'.repeat(30_000));
  await element.blur();
  const said = await element.evaluate((one) => {
    const ids = (one.getAttribute('aria-describedby') ?? '').split(' ');
    const told = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    return `${told} ${(one as HTMLInputElement).validationMessage}`;
  });
  const found = /at most ([\d.,]+) can be kept/.exec(said)?.[1]?.replace(/\D/g, '');
  if (found === undefined) throw new Error(`30,000 letters are too many, and that is not told: ${said}`);
  return Number(found);
}
