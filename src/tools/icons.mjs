// @ts-check
/**
 * Draws the PNG icons from public/icons/mark.svg: `node src/tools/icons.mjs`, whenever the mark changes. The results
 * are kept in public/icons/, since an app is built without a browser.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, LAUNCH } from './browser.mjs';
import { ROOT } from './run.mjs';

const FOLDER = join(ROOT, 'public/icons');
const PAPER = '#fcfbf8';

/** `share`: how much of the edge the drawing takes; maskable icons may be cut to a circle of four fifths. */
const ICONS = [
  { name: 'any-192.png', size: 192, share: 1 },
  { name: 'any-512.png', size: 512, share: 1 },
  { name: 'maskable-192.png', size: 192, share: 0.72 },
  { name: 'maskable-512.png', size: 512, share: 0.72 },
  { name: 'apple-touch-icon.png', size: 180, share: 0.86 },
];

const executablePath = await findBrowser();
if (!executablePath) process.exit(1);
const browser = await chromium.launch({ ...LAUNCH, executablePath });
const mark = await readFile(join(FOLDER, 'mark.svg'), 'utf8');
for (const { name, size, share } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const edge = size * share;
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${PAPER}">
     <div style="width:${edge}px;height:${edge}px">${mark}</div>`,
  );
  await page.screenshot({ path: join(FOLDER, name) });
  await page.close();
  console.log(`public/icons/${name}`);
}
await browser.close();
