/** The trainer's guide names what is on the screens, as it is written there; tests/browser/workshop.spec.ts goes its way. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const guide = readFileSync(join(ROOT, 'docs/workshop.md'), 'utf8');
const english = join(ROOT, 'src/messages/en');
const messages = readdirSync(english).flatMap((file) =>
  Object.values(JSON.parse(readFileSync(join(english, file), 'utf8')) as Record<string, string>),
);
/** Bold words that begin a paragraph or a point say what it is about. */
const named = guide
  .split('\n')
  .flatMap((line) => [...line.replace(/^(- )?\*\*[^*]+\*\*/, '').matchAll(/\*\*([^*]+)\*\*/g)])
  // The number of a round is put in.
  .map(([, words = '']) => words.replace(/ \d+$/, ''));

it('every control that is named in bold is on a screen', () => {
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((words) => !messages.some((message) => message.includes(words)))).toEqual([]);
});

it('has the pictures that it shows, and no others are kept', () => {
  const shown = [...guide.matchAll(/\]\(pictures\/workshop\/([^)]+)\)/g)].map(([, file]) => file);
  expect(shown.length).toBeGreaterThan(2);
  for (const file of shown) expect(existsSync(join(ROOT, 'docs/pictures/workshop', String(file)))).toBe(true);
  expect(readdirSync(join(ROOT, 'docs/pictures/workshop')).sort()).toEqual([...shown].sort());
});
