/**
 * Types what people and machines type into every field of every form, leaves at once, and looks for it wherever it is to
 * be read again: after a reload, in files, and out of a backup on another device. A field that stands on a screen and
 * was not typed into is a failure.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { ROOT } from '../run.mjs';
import type { Campaign, Harm, Row } from './campaign.ts';
import { keepHanded } from './files.ts';
import { checkFiles, type Kept } from './forms-files.ts';
import {
  DEVICE_SCREENS,
  type Field,
  fieldsOn,
  type Made,
  runIt,
  type Screen,
  SESSION_SCREENS,
  unfold,
  WORKSHOP_SCREENS,
} from './forms-screens.ts';
import { TYPINGS } from './forms-texts.ts';
import { type Typed, textIn, textsOf, typeInto } from './forms-typing.ts';
import { startSession, troubles } from './person.ts';

const PARTS = { sessions: SESSION_SCREENS, workshops: WORKSHOP_SCREENS, device: DEVICE_SCREENS };
export type Part = keyof typeof PARTS;

/**
 * @param parts of the app, for whoever has little time
 * @param tests into which these screens are dealt
 */
export function formsOf(parts: readonly Part[], tests = 1): Campaign {
  return {
    name: 'forms',
    about: 'texts and days of every kind typed into every field, and read again everywhere',
    full: TYPINGS.length,
    short: 1,
    parts: tests,
    browsers: ['chromium'],
    run: (harm) => run(harm, parts),
  };
}

export const forms = formsOf(['sessions', 'workshops', 'device']);

interface Counts {
  screens: Set<string>;
  fields: Set<string>;
  typed: number;
  readBack: number;
  refused: number;
  files: number;
  lost: number;
  untyped: number;
  damaged: number;
}

async function run(harm: Harm, parts: readonly Part[]): Promise<{ rows: Row[]; failed: number }> {
  const counts: Counts = {
    screens: new Set(),
    fields: new Set(),
    typed: 0,
    readBack: 0,
    refused: 0,
    files: 0,
    lost: 0,
    untyped: 0,
    damaged: 0,
  };
  const browser = await harm.start(join(harm.profile, 'one'));
  const other = await harm.start(join(harm.profile, 'other'));
  try {
    const { page, context } = browser;
    await keepHanded(page);
    await keepHanded(other.page);
    const input = await context.newCDPSession(page);
    // Each field gets another text in each pass; with which it begins is drawn.
    const first = Math.floor(harm.random() * TYPINGS.length);
    for (let pass = 0; pass < harm.times; pass++) {
      const made = await begin(page, harm.url);
      const kept: Kept[] = [];
      let turn = first + pass;
      for (const part of parts)
        for (const screen of dealt(PARTS[part], harm)) {
          turn = await visit({ page, input, harm, counts, made, kept }, screen, turn);
          harm.progress(`pass ${pass + 1}, ${screen.name}: ${counts.typed} typed, ${counts.lost} lost`);
        }
      const found = await checkFiles(page, other.page, harm, made, kept);
      counts.files += found.read;
      counts.lost += found.lost;
      for (const one of [page, other.page]) {
        await one.goto(`${harm.url}#/`);
        await one.locator('.sessions:not([aria-busy])').waitFor();
        const said = await troubles(one);
        if (said !== '') counts.damaged += 1;
        if (said !== '') harm.progress(`home says: ${said}`);
      }
    }
  } finally {
    await browser.close();
    await other.close();
  }
  if (harm.parts === undefined && parts.length === Object.keys(PARTS).length) {
    const missing = addressed().filter((name) => !counts.screens.has(name));
    counts.untyped += missing.length;
    if (missing.length > 0) harm.progress(`never visited: ${missing.join(', ')}`);
  }
  const { screens, fields, typed, readBack, refused, files, lost, untyped, damaged } = counts;
  return {
    rows: [
      {
        screens: screens.size,
        fields: fields.size,
        'texts typed': typed,
        'read back after a reload': readBack,
        'refused, and said so': refused,
        'read out of files and a backup': files,
        lost,
        'fields not typed into': untyped,
        'sessions or rooms damaged': damaged,
      },
    ],
    failed: lost + untyped + damaged,
  };
}

function dealt(screens: readonly Screen[], { part = 0, parts = 1 }: Harm): readonly Screen[] {
  return screens.filter((_, i) => i % parts === part);
}

/** Every kind of address that the app knows, as in src/view/routes.ts. */
function addressed(): string[] {
  const source = readFileSync(join(ROOT, 'src/view/routes.ts'), 'utf8');
  const listOf = (name: string) =>
    [
      ...(new RegExp(`const ${name}[^=]*= \\[([^\\]]*)\\]`).exec(source)?.[1] ?? '').matchAll(/'([\w-]+)'/g),
    ].map(([, word]) => word);
  const alone = [...source.matchAll(/if \(name === '([\w-]+)'/g)].map(([, word]) => word ?? '');
  return [
    'home',
    ...alone.filter((name) => !['new', 'session', 'workshop'].includes(name)),
    ...listOf('VIEWS').map((view) => `session/${view}`),
    ...listOf('PARTS').map((part) => `workshop/${part}`),
  ];
}

/** A session with an answer to say something of, a room, an exercise that is being written. */
async function begin(page: Page, url: string): Promise<Made> {
  await startSession(page, url);
  const session = await startSession(page, url);
  await page.goto(`${url}#/session/${session}/question/buyout`);
  await page.locator('.option label').first().click();
  await page.locator('.evidence').waitFor();
  await page.goto(`${url}#/workshop`);
  await page.locator('.page.workshop .choices .button').first().click();
  await page.waitForURL(/workshop\/edit\//);
  const draft = /edit\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  await page.goto(`${url}#/workshop`);
  await page.locator('.page.workshop a.row-link[href*="/exercise/"]').first().click();
  await page.waitForURL(/workshop\/exercise\//);
  const digest = /exercise\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  await runIt(page);
  await page.getByRole('button', { name: 'Open a room' }).click();
  // Not its address alone: a browser that is still on its way there would not go elsewhere.
  await page.locator('.code-box .characters').first().waitFor();
  const room = /collect\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  return { session, room, draft, digest };
}

interface At {
  page: Page;
  input: CDPSession;
  harm: Harm;
  counts: Counts;
  made: Made;
  kept: Kept[];
}

/** @returns the turn of the text after the last one */
async function visit(at: At, screen: Screen, turn: number): Promise<number> {
  const { page, input, harm, counts, made, kept } = at;
  counts.screens.add(screen.name);
  const open = async () => {
    await page.goto(`${harm.url}#/${screen.address(made)}`);
    await page.locator('main h1, .wall').first().waitFor();
    await screen.ready?.(page);
    await unfold(page);
    await screen.open?.(page);
  };
  await open();
  // With what stands in the bar of every screen.
  const { unknown } = await fieldsOn(
    page,
    screen.fields.map((field) => field.at),
  );
  counts.untyped += unknown.length;
  for (const one of unknown) harm.progress(`${screen.name}: not typed into: ${one}`);

  const done: { field: Field; n: number; typed: Typed }[] = [];
  for (const field of screen.fields) {
    const all = page.locator(field.at);
    const n = await all.count();
    if (n === 0) counts.untyped += 1;
    if (n === 0) harm.progress(`${screen.name}: not there: ${field.at}`);
    for (let i = 0; i < n; i++) {
      const typed = await typeInto(page, input, all.nth(i), field, turn++);
      counts.fields.add(`${screen.name} ${field.at} ${i}`);
      counts.typed += 1;
      if (typed.refused) counts.refused += 1;
      if (!typed.asTyped) lose(at, screen, field, typed, typed.value);
      done.push({ field, n: i, typed });
    }
  }
  if (done.length === 0 || screen.fields.every(({ unkept }) => unkept)) return turn;

  await page.reload();
  await open();
  for (const { field, n, typed } of done) {
    if (field.unkept !== undefined) continue;
    const found = await textIn(page.locator(field.at).nth(n));
    if (isKept(field, typed, found)) counts.readBack += 1;
    else lose(at, screen, field, typed, found);
  }
  const handed = screen.handIn ? await handIn(at, screen, done) : true;
  for (const { field, typed } of done)
    if (handed && !typed.refused && field.unkept === undefined && field.kind !== 'number')
      kept.push({ screen: screen.name, text: cleaned(field, typed.value) });
  return turn;
}

const cleaned = (field: Field, text: string) => (field.cleaned?.(text) ?? text).trim();

function isKept({ kind, cleaned: clean }: Field, { value, refused }: Typed, found: string): boolean {
  // What is no number of that range is told, and kept nowhere but in the field.
  if (kind === 'number') return refused || found === String(value === '' ? -1 : Number(value));
  // A day half typed, or one that no calendar has, cannot be read by the page: that is told, and what was kept stays.
  if (kind === 'day') return found === value || (value === '' && refused);
  return found.trim() === value.trim() || found.trim() === (clean?.(value) ?? value).trim();
}

/** @returns whether the form was taken, and not refused with words at its fields */
async function handIn(at: At, screen: Screen, done: { field: Field; typed: Typed }[]): Promise<boolean> {
  const { page, counts } = at;
  const { press, shown } = screen.handIn ?? { press: '', shown: '' };
  const before = await page.locator(shown).count();
  await page.locator(press).first().click();
  const taken = page.locator(shown).nth(before);
  const refused = page.locator('main [aria-invalid=true]').first();
  await taken.or(refused).first().waitFor();
  if (!(await taken.isVisible())) {
    counts.refused += 1;
    return false;
  }
  const texts = (await textsOf(page.locator(shown))).join('\n');
  for (const { field, typed } of done) {
    if (field.kind === 'day' || (await page.locator(field.at).count()) > 0) continue;
    if (texts.includes(cleaned(field, typed.value))) counts.readBack += 1;
    else lose(at, screen, field, typed, texts);
  }
  return true;
}

function lose(
  { counts, harm }: At,
  screen: Screen,
  field: Field,
  { name, value }: Typed,
  found: string,
): void {
  counts.lost += 1;
  // From where they differ on.
  const at = Math.max(0, value.split('').findIndex((letter, i) => letter !== found[i]) - 10);
  const part = (text: string) => `${JSON.stringify(text.slice(at, at + 60))} of ${text.length}`;
  harm.progress(`LOST ${screen.name} ${field.at}, ${name}: ${part(value)} became ${part(found)}`);
}
