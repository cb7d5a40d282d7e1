import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMessages, compareMessages } from '../../src/messages/check.ts';
import { pseudoMessage } from '../../src/tools/pseudo.ts';

const FOLDER = new URL('../../src/messages/', import.meta.url);

function read(language: string): Record<string, string>[] {
  const folder = new URL(`${language}/`, FOLDER);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>);
}

const languages = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const source = Object.assign({}, ...read('en')) as Record<string, string>;

describe('the messages', () => {
  it.each(languages.map(({ name }) => name))('of %s are well formed', (language) => {
    for (const area of read(language)) expect(checkMessages(area)).toEqual([]);
  });

  it.each(languages.map(({ name }) => name))('of %s have the keys and values of the source', (language) => {
    expect(compareMessages(source, Object.assign({}, ...read(language)) as Record<string, string>)).toEqual(
      [],
    );
  });

  it('are all kept by the pseudo-locale', () => {
    const pseudo = Object.fromEntries(
      Object.entries(source).map(([key, text]) => [key, pseudoMessage(text)]),
    );
    expect(checkMessages(pseudo)).toEqual([]);
    expect(compareMessages(source, pseudo)).toEqual([]);
  });

  it('hold no straight quotes and no hyphen for a dash', () => {
    const plain = Object.entries(source).filter(([, text]) => /["']|\w -\w|\.\.\./.test(text));
    expect(plain).toEqual([]);
  });
});

describe('what is wrong with messages is found', () => {
  it.each<[messages: Record<string, unknown>, problem: string]>([
    [{ 'a.b': 7 }, 'is not text'],
    [{ start: 'Start' }, 'is not of the form area.name'],
    [{ 'a.b': '{n, plural, one {x}}' }, 'other is missing (at character 13)'],
  ])('%j', (messages, problem) => {
    expect(checkMessages(messages).map((fault) => fault.problem)).toEqual([problem]);
  });

  it.each<[there: Record<string, string>, key: string, problem: string]>([
    [{ 'a.a': 'x {n}' }, 'a.b', 'is missing'],
    [{ 'a.a': 'x {n}', 'a.b': 'y', 'a.c': 'z' }, 'a.c', 'is not in the source'],
    [{ 'a.a': 'x {m}', 'a.b': 'y' }, 'a.a', 'takes m, the source n'],
    [{ 'a.a': 'x', 'a.b': 'y' }, 'a.a', 'takes no values, the source n'],
    [{ 'a.a': 'x {n', 'a.b': 'y' }, 'a.a', 'takes unreadable, the source n'],
  ])('between languages: %j', (there, key, problem) => {
    expect(compareMessages({ 'a.a': '{n} x', 'a.b': 'y' }, there)).toEqual([{ key, problem }]);
  });
});
