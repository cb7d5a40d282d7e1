/** The page's virtual module (src/waymark-build.d.ts): where the content lies, and which release this is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from './content.ts';

export const VIRTUAL = 'virtual:waymark';
export const RESOLVED = `\0${VIRTUAL}`;

/** The content's files by the path that the page asks for. */
export type DataFiles = Map<string, string>;
/** The path of a file of the content, from what it is and its text. */
export type Naming = (name: string, text: string) => string;

interface Edition {
  /** Version of the app. */
  app: string;
  /** JavaScript for the id of the build. */
  build: string;
  /** URL of the service worker; '' where there is none. */
  worker: string;
  /** The names of its files are told apart by the pack, since they hold no hash. */
  named?: boolean;
}

/** Its code. Puts every file that it names into `files`. */
export function virtualModule(
  content: Content,
  naming: Naming,
  files: DataFiles,
  { app, build, worker, named = false }: Edition,
): string {
  const url = (name: string, text: string) => {
    const path = naming(name, text);
    files.set(path, text);
    return `./${path}`;
  };
  const urls = (kind: string, texts: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(texts).map(([language, text]) => [language, url(`${kind}.${language}`, text)]),
    );
  const packs = content.packs.map(({ id, pack, proof, exercises, words }) => {
    const nameOf = (kind: string) => (named ? `${kind}.${id}` : kind);
    return {
      id,
      url: url(nameOf('pack'), pack),
      proof: url(nameOf('proof'), proof),
      exercises: url(nameOf('exercises'), exercises),
      words: urls(nameOf('words'), words),
    };
  });
  return [
    `export const packs = ${JSON.stringify(packs)};`,
    `export const messages = ${JSON.stringify(urls('messages', content.messages))};`,
    `export const version = { app: ${JSON.stringify(app)}, build: ${build} };`,
    `export const worker = ${JSON.stringify(worker)};`,
  ].join('\n');
}

/** What is wrong with the content, as the build says it. */
export function problemsInWords(problems: readonly string[]): string {
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
  return `${count} in the content:\n\n${problems.join('\n\n')}`;
}

/** @param root the project's folder */
export function versionOf(root: string): string {
  const described: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return described.version;
}
