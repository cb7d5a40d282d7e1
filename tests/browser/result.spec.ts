/** The result and the readings: every verdict with its reasons, and the way from each reason to its answer and back. */
import type { Locator, Page } from '@playwright/test';
import { goTo, heading, PORTRAIT, press, said, shows, startSession, tap } from './asking.ts';
import { expect, test } from './served.ts';

test.use({ viewport: PORTRAIT });

function item(page: Page, output: string): Locator {
  return page.locator(`#output-${output}`);
}

function turn(page: Page, output: string): Locator {
  return item(page, output).getByRole('heading').getByRole('button');
}

/** A row behind an opened item, by its name. */
function row(page: Page, output: string, name: string): Locator {
  return item(page, output)
    .locator('.row')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) });
}

/** Opens an item by its address. */
async function open(page: Page, output: string): Promise<void> {
  await goTo(page, `result/${output}`);
  await expect(turn(page, output)).toHaveAttribute('aria-expanded', 'true');
}

test('says first what applies, in words, with the option apart', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result');
  await expect(heading(page)).toHaveText(
    'Four recommendations apply, three do not for now. One option is there to use or leave.',
  );
  await expect(page.locator('.result h2')).toHaveText([
    'To saythe EU',
    'To dothe EU and each Member State',
    'An option, not advicethe EU',
    'Not nowand what it takes',
    /^Consequences/,
    /^Indicators/,
    /^The course/,
    /^What the brief is silent on/,
    /^Background/,
  ]);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await expect(contents.getByRole('button', { name: 'Advice 4' })).toBeVisible();
  await contents.getByRole('button', { name: 'Silent on 3' }).click();
  await expect(page.getByRole('heading', { name: /^What the brief is silent on/ })).toBeFocused();
  await expect(page.getByRole('heading', { name: /^What the brief is silent on/ })).toBeInViewport();
});

test('an answer is changed from the reason that it gives, and back one is', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result');
  await turn(page, 'R1').click();
  const because = row(page, 'R1', 'Because');
  await expect(because.getByRole('listitem')).toHaveText([/Change 2$/, /Change 3$/, /Change 4$/]);
  await because.getByRole('link', { name: /^Change 3: / }).click();
  await shows(page, 3);
  await tap(page, 'Yes');
  await press(page, 'Back to the result');
  await expect(turn(page, 'R1')).toBeFocused();
  await expect(item(page, 'R1')).toBeInViewport();
  await expect(item(page, 'R1').locator('.state').first()).toHaveText(/not now/);
  await expect(row(page, 'R1', 'Why not').getByRole('listitem')).toHaveText([/Change 3$/]);
  await expect(row(page, 'R1', 'It takes')).toContainText('society does not back them');
});

test('the browser’s Back leads to the item that was left, still open', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result');
  await turn(page, 'R2b').click();
  await row(page, 'R2b', 'Because').getByRole('link').click();
  await shows(page, 5);
  await page.goBack();
  await expect(turn(page, 'R2b')).toHaveAttribute('aria-expanded', 'true');
  await expect(turn(page, 'R2b')).toBeInViewport();
});

test('an open one leads to the questions it depends on', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await goTo(page, 'result');
  await expect(heading(page)).toHaveText('Three recommendations apply, four are open. One option is open.');
  await expect(item(page, 'R5').getByRole('link', { name: /^Answer / })).toHaveText([
    'Answer 14',
    'Answer 15',
  ]);
  await open(page, 'R5');
  await row(page, 'R5', 'Depends on')
    .getByRole('link', { name: /^Answer 14/ })
    .click();
  await shows(page, 14);
  await tap(page, 'No');
  await press(page, 'Back to the result');
  await expect(item(page, 'R5').locator('.state').first()).toHaveText(/not now/);
});

test('what is not confirmed says what would end it', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await open(page, 'R2a');
  const unless = row(page, 'R2a', 'Unless');
  await expect(unless).toContainText('It is known that this untrue claim is not being spread.');
  await expect(unless.getByRole('link')).toHaveText(['Answer 5']);
});

test('what rests on the brief’s own answers is marked as unchecked', async ({ page, served }) => {
  await startSession(page, served.url, 'brief');
  await open(page, 'R1');
  await expect(row(page, 'R1', 'Because').getByText('from the brief, unchecked')).toHaveCount(3);
});

test('another reading is taken from where it matters, said in words, and undone', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await open(page, 'R7');
  const readAs = row(page, 'R7', 'Read as');
  await expect(readAs).toContainText('Read otherwise: The rules for private firms stand on their own');
  await expect(readAs).toContainText('here both come to the same');
  await readAs.getByRole('link').first().click();
  const reading = page.locator('#reading-A6');
  await expect(reading).toBeInViewport();
  await expect(reading.getByRole('row', { name: /^Private firms/ })).toHaveText(/not now.*applies/);
  await reading.getByRole('radio', { name: /stand on their own/ }).check({ force: true });
  await expect(said(page)).toContainText('Reading taken: The rules for private firms stand on their own');
  await expect(said(page)).toContainText('now applies');
  await press(page, 'Back to the result');
  await expect(item(page, 'R7').locator('.state').first()).toHaveText(/applies/);
  await page.goBack();
  await press(page, 'Undo');
  await expect(reading.getByRole('radio', { name: /default$/ })).toBeChecked();
});

test('military answers bring consequences beside the advice, and no advice', async ({ page, served }) => {
  await startSession(page, served.url, 'P6');
  await open(page, 'R2b');
  const argument = row(page, 'R2b', 'To argue with');
  await expect(argument.getByRole('heading')).toHaveText([
    'Points that back it',
    'The brief also says (it does not link this to the advice)',
  ]);
  await expect(argument).toContainText('NATO’s ability to defend its Eastern Flank is markedly restricted.');
  await expect(argument).toContainText('an inference of this pack');
  await expect(item(page, 'N1')).toContainText('The brief gives no advice on military deployments');
});

test('only what holds gives anything to argue with', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await open(page, 'R6');
  await expect(row(page, 'R6', 'To argue with')).toHaveCount(0);
});

test.describe('whom to support first', () => {
  for (const [how, expected] of [
    ['P6', 'First, by your answer: Media and Religious unions.'],
    ['short', 'All whom the brief names, without an order.'],
  ] as const) {
    test(how, async ({ page, served }) => {
      await startSession(page, served.url, how);
      await open(page, 'R4');
      await expect(row(page, 'R4', 'Whom first')).toContainText(expected);
    });
  }
});

test('what the brief does not say for this case is a step away, and not denied', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result');
  await expect(turn(page, 'C8')).not.toBeVisible();
  await open(page, 'C8');
  await expect(turn(page, 'C8')).toBeInViewport();
  await expect(row(page, 'C8', 'Why not')).toContainText('The brief does not say this for this case.');
});

test('answers that do not go together are told on top', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'question/mandate_political');
  await tap(page, 'Yes');
  await goTo(page, 'result');
  const warnings = page.getByRole('region', { name: 'One thing in the answers does not go together' });
  await expect(warnings.getByRole('link')).toHaveText(['Change 4', 'Change 16', 'Change 17']);
});

test('by keyboard alone: open, go to the answer, come back, close', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result');
  await turn(page, 'R1').focus();
  await page.keyboard.press('Enter');
  await expect(turn(page, 'R1')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await shows(page, 2);
  await page.goBack();
  await expect(turn(page, 'R1')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(turn(page, 'R1')).toHaveAttribute('aria-expanded', 'false');
});

test('every output of the pack is on the page, or is a course or a silence that does not hold', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result');
  await expect(page.locator('[id^="output-"]')).toHaveCount(8 + 14 + 9 + 1 + 3 + 5);
});

test('an item says what would change it: by one answer, by several, and what is still missing', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result/R1');
  const change = row(page, 'R1', 'What would change it');
  await expect(change.locator('.label')).toHaveText('Would lapse if');
  await expect(change.locator('.clause')).toHaveText([
    /^no decisions for deeper integration have been taken/,
    /^or society backs the decisions/,
    /^or those who took the decisions hold a political mandate/,
  ]);
  await change.getByRole('link', { name: /^Change 3: / }).click();
  await shows(page, 3);
  await tap(page, 'Yes');
  await press(page, 'Back to the result');
  await expect(row(page, 'R1', 'What would change it').locator('.label').first()).toHaveText(
    'Would come in if',
  );
  await expect(row(page, 'R1', 'What would change it').locator('.clause').first()).toHaveText(
    /^society does not back the decisions/,
  );

  // One of the two elections is there: closed, the item says what is still missing.
  await goTo(page, 'question/election_pres');
  await tap(page, 'Yes, free and fair');
  await goTo(page, 'result');
  await expect(item(page, 'R6').locator('.in-short')).toContainText(
    'Still missing: a new parliamentary election was free and fair (17).',
  );
  await turn(page, 'R6').click();
  const general = row(page, 'R6', 'What would change it')
    .locator('summary')
    .filter({ hasText: 'in general' });
  await general.click();
  await expect(row(page, 'R6', 'What would change it').locator('details .clause')).toHaveText([
    /^a new presidential election was free and fair/,
    /^and a new parliamentary election was free and fair/,
  ]);
});

test('where several parts of the answers are each enough, all reasons are there', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result/R6');
  const why = row(page, 'R6', 'Why not');
  await why.locator('summary').click();
  await expect(why.locator('details li')).toHaveText([
    /^No new parliamentary election has been held\s*Change 17$/,
  ]);
});

test('readings are tried in every combination, and counts stand apart without a share', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'short');
  await goTo(page, 'result/O3');
  await expect(row(page, 'O3', 'Read as').locator('.however')).toHaveText(
    'However the text is read, it comes to the same here.',
  );
  const change = row(page, 'O3', 'What would change it');
  await change.locator('summary').filter({ hasText: 'In figures' }).click();
  await expect(change).toContainText('2 with it, 5 without it. They are counted, not weighed');
  await expect(change).not.toContainText('%');
  await goTo(page, 'result/R7');
  await expect(row(page, 'R7', 'Read as').locator('.however')).toContainText(
    'hangs on how the text is read at one place',
  );
});
