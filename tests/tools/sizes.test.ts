import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { withScreenshots } from '../../src/tools/manifest.ts';
import { overBudget, PAGE_BUDGET, STYLE_BUDGET, sizesOf, sizeTable } from '../../src/tools/sizes.ts';

const page = (bytes: number) => new Map([['assets/waymark.0123456789.js', randomBytes(bytes)]]);

it('a page over its budget is told, one within it is not', () => {
  expect(overBudget(sizesOf(page(PAGE_BUDGET + 1)))).toHaveLength(1);
  // What is random cannot be compressed; gzip adds a little.
  expect(overBudget(sizesOf(page(PAGE_BUDGET - 100)))).toHaveLength(0);
});

it('the parts of the first load are counted apart, scripts of the page together', () => {
  const names = ['a.1.js', 'b.1.js', 'pack.1.json', 'words.en.1.json', 'messages.en-XA.1.json'];
  const files = new Map(names.map((name) => [`assets/${name}`, Buffer.from('x'.repeat(1500))]));
  const sizes = sizesOf(files);
  expect(sizes.map(({ name, bytes }) => [name, bytes])).toEqual([
    ['page, JavaScript', 3000],
    ['pack', 1500],
    ['words en', 1500],
    ['messages en-XA', 1500],
  ]);
  expect(sizeTable(sizes)).toMatch(/page, JavaScript +3\.0 +0\.\d {2}of 52 at most/);
});

it('styles that the page names count as its own, others as later', () => {
  const files = new Map<string, Buffer>([
    ['index.html', Buffer.from('<link rel="stylesheet" href="./assets/index.1.css">')],
    ['assets/index.1.css', randomBytes(STYLE_BUDGET + 1)],
    ['assets/later.1.css', randomBytes(STYLE_BUDGET + 1)],
  ]);
  expect(overBudget(sizesOf(files)).map(({ name }) => name)).toEqual(['page, CSS']);
});

it('what is imported at once counts as the page, what comes later does not', () => {
  const files = new Map([
    ['assets/waymark.1.js', Buffer.from('import{a}from"./later.parts.1.js";import("./later.map.1.js");')],
    ['assets/later.parts.1.js', Buffer.from('x'.repeat(100))],
    ['assets/later.map.1.js', Buffer.from('x'.repeat(7))],
  ]);
  const sizes = sizesOf(files).map(({ name, bytes }) => [name, bytes]);
  expect(sizes).toEqual([
    ['page, JavaScript', 161],
    ['later screens', 7],
  ]);
});

it('the manifest lists the screenshots that exist, with the size that they have', () => {
  const png = new Uint8Array(24);
  new DataView(png.buffer).setUint32(16, 1180);
  new DataView(png.buffer).setUint32(20, 820);
  const files = new Map([
    ['install/wide-1-home.png', png],
    ['install/notes.txt', png],
    ['icons/any-192.png', png],
  ]);
  expect(JSON.parse(withScreenshots('{"name":"Waymark"}', files))).toEqual({
    name: 'Waymark',
    screenshots: [
      { src: './install/wide-1-home.png', sizes: '1180x820', type: 'image/png', form_factor: 'wide' },
    ],
  });
  expect(withScreenshots('{"name":"Waymark"}', new Map())).toBe('{"name":"Waymark"}');
});
