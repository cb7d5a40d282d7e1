/** Every screen with the fields that stand on it, how each is come by, and where what is typed is seen again. */
/// <reference lib="dom" />
import type { Page } from '@playwright/test';

export interface Field {
  /** A selector of CSS: what it does not match is another field. */
  at: string;
  kind: 'text' | 'line' | 'day' | 'number';
  /** Why what is typed there is not kept, where that is meant so. */
  unkept?: string;
  /** How what is kept of a text differs from it: documented cleaning. */
  cleaned?: (text: string) => string;
}

export interface Made {
  session: string;
  room: string;
  draft: string;
  digest: string;
}

export interface Screen {
  /** As in the addresses: `session/news`, `workshop/debrief`, `home`. */
  name: string;
  /** Behind `#/`. */
  address: (made: Made) => string;
  /** Waits for what comes after the screen itself, before folds are opened. */
  ready?: (page: Page) => Promise<void>;
  /** What else is to be pressed until its fields are there; folds are open by then. */
  open?: (page: Page) => Promise<void>;
  fields: readonly Field[];
  /** A form that is handed in: what is pressed, and where each text is seen from then on. */
  handIn?: { press: string; shown: string };
}

export const SEARCH = 'a search: what is sought is no work, and gone with the screen';
export const CODE = 'a code: read at once, and then of no use';
export const PASSPHRASE = 'a passphrase is kept nowhere';
const TABLES = 'how many ballots are printed, for as long as the page is open';

const paragraphs = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean)
    .join('\n\n');
const lines = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .join('\n');
/** Line breaks as word processors write them. */
const tidied = (text: string) => text.replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n').trim();

/** What is for the trainer alone stands behind a step. */
export async function runIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I run this workshop' }).click();
}

/** Presses what opens a form, unless it is open already: what is half filled in comes back so. */
const press = (button: string, field: string) => async (page: Page) => {
  await page.locator(`${button}, ${field}`).first().waitFor();
  if (!(await page.locator(field).first().isVisible())) await page.locator(button).first().click();
};
const locked = async (page: Page) => page.locator('.protect label').nth(1).check();
const session = (view: string, item = '') => `session/${view}${item && `/${item}`}`;
const sessionScreen = (view: string, item = '', rest: Partial<Screen> = {}): Screen => ({
  name: session(view),
  address: ({ session: id }) => `session/${id}/${view}${item && `/${item}`}`,
  fields: [],
  ...rest,
});
const roomScreen = (part: string, item = '', rest: Partial<Screen> = {}): Screen => ({
  name: `workshop/${part}`,
  address: ({ room }) => `workshop/${part}/${room}${item && `/${item}`}`,
  fields: [],
  ...rest,
});
const editScreen = (section: string, fields: readonly Field[], open?: Screen['open']): Screen => ({
  name: 'workshop/edit',
  address: ({ draft }) => `workshop/edit/${draft}/${section}`,
  fields,
  ...(open && { open }),
});

export const SESSION_SCREENS: readonly Screen[] = [
  sessionScreen('question', 'buyout', {
    ready: (page) => page.locator('.evidence').waitFor(),
    open: press('.source-list > .ways:not([hidden]) .go', '.source-form'),
    fields: [
      { at: '.evidence > .folded > .field > textarea', kind: 'text' },
      { at: '.evidence > .folded > .field > [type=date]', kind: 'day' },
      { at: '.source-form [type=text]', kind: 'line' },
      { at: '.source-form [type=date]', kind: 'day' },
    ],
    handIn: { press: '.source-form [type=submit]', shown: '.source-use .own' },
  }),
  sessionScreen('news', '', {
    fields: [
      { at: '#news-what', kind: 'text' },
      { at: '#news-source', kind: 'line' },
      { at: '#news-date', kind: 'day' },
    ],
    open: async (page) => page.locator('#news label:has([type=checkbox])').first().check(),
    handIn: { press: '.bar [type=submit]', shown: '.news .own' },
  }),
  sessionScreen('details', '', {
    fields: [
      { at: '.details [type=text]', kind: 'line' },
      { at: '.details [type=date]', kind: 'day' },
    ],
  }),
  sessionScreen('review', '', { fields: [{ at: '.to-review [type=date]', kind: 'day' }] }),
  sessionScreen('result', 'R1', {
    open: async (page) => {
      await press('#output-R1 .additions-of > .ways:not([hidden]) .go', '.addition-form')(page);
      // One that was half written on another screen comes back, and may be of another kind.
      await page.locator('.addition-form select').first().selectOption('body');
    },
    fields: [
      { at: '.addition-form textarea', kind: 'text', cleaned: tidied },
      { at: '.addition-form [name=author]', kind: 'line', cleaned: tidied },
    ],
    handIn: { press: '.addition-form [type=submit]', shown: '.addition .own' },
  }),
  // In the bar of each screen of a session.
  sessionScreen('overview', '', {
    open: press('button.title', '.title-input'),
    fields: [{ at: '.title-input', kind: 'line' }],
  }),
  sessionScreen('hand-on', '', {
    open: locked,
    fields: [{ at: '#session-passphrase', kind: 'text', unkept: PASSPHRASE }],
  }),
  ...['next', 'note', 'readings', 'map', 'texts', 'sources', 'history', 'what-if'].map((view) =>
    sessionScreen(view),
  ),
];

export const WORKSHOP_SCREENS: readonly Screen[] = [
  {
    name: 'workshop/start',
    address: () => 'workshop',
    fields: [{ at: '.code-form .code', kind: 'line', unkept: CODE }],
  },
  { name: 'workshop/exercise', address: ({ digest }) => `workshop/exercise/${digest}`, fields: [] },
  {
    name: 'workshop/table',
    address: ({ digest }) => `workshop/table/${digest}/join-1`,
    fields: [{ at: '.code-form [type=number]', kind: 'number', unkept: CODE }],
  },
  {
    name: 'workshop/table',
    address: ({ digest }) => `workshop/table/${digest}/join-1`,
    open: async (page) => {
      await page.locator('.code-form [type=number]').fill('1');
      await page.locator('.code-form [type=submit]').click();
      await page.waitForURL(/table\/[^/]+\/1$/);
      await unfold(page);
    },
    fields: [{ at: '.folded .code-form input:not([type])', kind: 'line', unkept: CODE }],
  },
  // Where the tablet goes round no table, its screen is that of collecting.
  ...['collect', 'pass'].map((part) =>
    roomScreen(part, '', {
      fields: [
        { at: '.code-form .code', kind: 'line', unkept: CODE },
        { at: '.folded [type=number]', kind: 'number' },
      ],
    }),
  ),
  roomScreen('debrief', '', {
    fields: [
      { at: '.debrief-part textarea', kind: 'text' },
      { at: '.action-form [name=what]', kind: 'line' },
      { at: '.action-form [name=owner]', kind: 'line' },
      { at: '.action-form [name=due]', kind: 'day' },
    ],
    handIn: { press: '.action-form [type=submit]', shown: '.actions-of li' },
  }),
  roomScreen('paper', '', { fields: [{ at: '.kit-choice [type=number]', kind: 'number', unkept: TABLES }] }),
  ...['board', 'wall', 'give'].map((part) => roomScreen(part)),
  roomScreen('ballot', '1'),
  { name: 'workshop/take', address: () => 'workshop/take/codes', fields: [] },
  editScreen(
    'texts',
    [
      { at: '#title, #objective', kind: 'line' },
      { at: '#situation, #hopes', kind: 'text', cleaned: paragraphs },
      { at: '#sources [type=text], #roles [type=text]', kind: 'line' },
      { at: '#sources textarea, #roles textarea', kind: 'text' },
    ],
    async (page) => {
      for (const id of ['sources', 'roles'])
        if ((await page.locator(`#${id} fieldset`).count()) === 0)
          await page.locator(`#${id} > .choices .button`).click();
    },
  ),
  editScreen(
    'news',
    [
      { at: '#injects [type=text]', kind: 'line' },
      { at: '#injects textarea', kind: 'text' },
    ],
    async (page) => {
      if ((await page.locator('#injects fieldset').count()) === 0)
        await page.locator('#injects > .choices .button').click();
    },
  ),
  editScreen('questions', []),
  editScreen('course', [{ at: '.edit [type=number]', kind: 'number' }]),
  editScreen(
    'course',
    [
      { at: '#table-names', kind: 'text', cleaned: lines },
      { at: '.edit [type=number]', kind: 'number' },
    ],
    async (page) => page.locator('#tables label:has([type=radio])').nth(1).check(),
  ),
  editScreen('check', []),
];

export const DEVICE_SCREENS: readonly Screen[] = [
  {
    name: 'home',
    address: () => '',
    open: async (page) => {
      await page.locator('.rows .more').first().click();
      await page.locator('.rows .actions:not([hidden]) .word').first().click();
    },
    // Leaving the field of a title closes it.
    fields: [
      { at: '.row > .input', kind: 'line' },
      { at: '.find input', kind: 'line', unkept: SEARCH },
    ],
  },
  {
    name: 'additions',
    address: () => 'additions',
    ready: (page) => page.locator('.additions[aria-busy=false]').waitFor(),
    open: async (page) => {
      await press('.additions-of > .ways:not([hidden]) .go', '.addition-form')(page);
      await page.locator('.addition-form select').first().selectOption('deadline');
    },
    fields: [
      { at: '.addition-form [type=date]', kind: 'day' },
      { at: '.addition-form [name=author]', kind: 'line', cleaned: tidied },
    ],
    handIn: { press: '.addition-form [type=submit]', shown: '.addition .own' },
  },
  // Both offer a backup.
  ...['files', 'check'].map((name) => ({
    name,
    address: () => name,
    open: locked,
    fields: [{ at: '#backup-passphrase', kind: 'text' as const, unkept: PASSPHRASE }],
  })),
  {
    name: 'protection',
    address: () => 'protection',
    fields: [{ at: '#device-passphrase', kind: 'text', unkept: PASSPHRASE }],
  },
  ...['about', 'proof', 'ready', 'brief', 'compare'].map((name) => ({
    name,
    address: () => name,
    fields: [],
  })),
  { name: 'answers', address: () => 'answers/none', fields: [] },
];

/** Everything that is folded is opened. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
}

/** What text can be typed into, on the page as it runs; `known` are selectors. */
export function fieldsOn(page: Page, known: readonly string[]): Promise<{ all: number; unknown: string[] }> {
  return page.evaluate((selectors) => {
    const taking =
      'textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=file], [type=range], [type=hidden], [readonly])';
    const shown = [...document.querySelectorAll<HTMLElement>(taking)].filter((one) => one.checkVisibility());
    const unknown = shown.filter((one) => !selectors.some((selector) => one.matches(selector)));
    return { all: shown.length, unknown: unknown.map((one) => one.outerHTML.slice(0, 200)) };
  }, known);
}
