/** The content of the app: rule packs compiled, their words and the app's messages in every language. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePack } from '../engine/compile/compile.ts';
import { formatDiagnostic } from '../engine/compile/report.ts';
import { proveSoundness } from '../engine/soundness/prove-soundness.ts';
import { readExercises } from './exercises.ts';
import { readPack } from './pack-reader.ts';
import { PSEUDO_LOCALE, pseudoMessage, pseudoTree } from './pseudo.ts';

/** All of it as JSON text, ready to be written to files. */
export interface Content {
  packs: { id: string; pack: string; proof: string; exercises: string; words: Record<string, string> }[];
  /** By language. */
  messages: Record<string, string>;
}

/** The language that everything is first written in, and that the pseudo-locale is made from. */
const SOURCE_LANGUAGE = 'en';

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** The content, or everything that is wrong with it, one problem an entry. */
export async function readContent(
  root: string,
): Promise<{ content: Content; warnings: string[] } | { problems: string[] }> {
  const packs = await Promise.all((await foldersIn(join(root, 'rules'))).map((id) => packContent(root, id)));
  const problems = packs.flatMap((pack) => pack.problems);
  const messages = await readMessages(join(root, 'src/messages'), problems);
  if (problems.length > 0) return { problems };
  return {
    content: { packs: packs.flatMap((pack) => pack.content), messages },
    warnings: packs.flatMap((pack) => pack.warnings),
  };
}

async function packContent(root: string, id: string) {
  const { files, diagnostics: unread } = readPack(join(root, 'rules', id));
  const compiled = compilePack(files, sha256);
  const diagnostics = [...unread, ...compiled.diagnostics];
  const written = (severity: string) =>
    diagnostics
      .filter((diagnostic) => diagnostic.severity === severity)
      .map((diagnostic) => formatDiagnostic(diagnostic, `rules/${id}`));
  const problems = written('error');
  if (!compiled.pack && problems.length === 0)
    problems.push(`rules/${id}: could not be compiled, no reason given`);
  const words = Object.fromEntries(
    Object.entries(compiled.words).map(([tag, text]) => [tag, JSON.stringify(text)]),
  );
  const source = compiled.words[SOURCE_LANGUAGE];
  const { pack, cases, declared } = compiled;
  const prepared = pack ? readExercises(join(root, 'rules', id), pack) : { exercises: [], problems: [] };
  problems.push(...prepared.problems);
  if (source) {
    const exercises = Object.fromEntries(
      prepared.exercises.map((one) => [one.id, one.texts[SOURCE_LANGUAGE]]),
    );
    const pseudo = pseudoTree({ ...source, exercises }) as object;
    words[PSEUDO_LOCALE] = JSON.stringify({ ...pseudo, language: PSEUDO_LOCALE });
  }
  const content = pack
    ? [
        {
          id,
          pack: JSON.stringify(pack),
          proof: JSON.stringify(proveSoundness(pack, cases, declared)),
          exercises: JSON.stringify(prepared.exercises),
          words,
        },
      ]
    : [];
  return { content, problems, warnings: written('warning') };
}

/** One object of messages per language, from its files by area. Each area keeps to keys of its own. */
async function readMessages(folder: string, problems: string[]): Promise<Record<string, string>> {
  const languages: Record<string, string> = {};
  for (const language of await foldersIn(folder)) {
    const merged: Record<string, string> = {};
    for (const file of (await readdir(join(folder, language)))
      .filter((name) => name.endsWith('.json'))
      .sort()) {
      const path = `src/messages/${language}/${file}`;
      for (const [key, text] of Object.entries(
        await readObject(join(folder, language, file), path, problems),
      )) {
        if (typeof text !== 'string') problems.push(`${path}: "${key}" is not a text. Write one in quotes.`);
        else if (key in merged) problems.push(`${path}: "${key}" is in another file too. Keep one of them.`);
        else merged[key] = text;
      }
    }
    languages[language] = JSON.stringify(merged);
    if (language === SOURCE_LANGUAGE) {
      const pseudo = Object.entries(merged).map(([key, text]) => [key, pseudoMessage(text)]);
      languages[PSEUDO_LOCALE] = JSON.stringify(Object.fromEntries(pseudo));
    }
  }
  return languages;
}

async function readObject(file: string, path: string, problems: string[]): Promise<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
    problems.push(`${path}: is not an object. Write { "area.name": "text" }.`);
  } catch (error) {
    problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return {};
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
