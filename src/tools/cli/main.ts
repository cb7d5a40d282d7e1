/** `waymark evaluate|check|schema`: a thin shell over the engine. Interface and exit codes: docs/command-line.md. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check } from './check.ts';
import { evaluateText, OUTPUT_VERSION } from './evaluate.ts';
import type { InputProblem } from './input.ts';
import { loadPack, packIds } from './load.ts';
import { schema } from './schema.ts';
import { packFolder, refuse, type Where } from './shell.ts';

const USAGE = `Usage:
  npm run --silent waymark -- evaluate --pack PACK FILE    verdicts as JSON; FILE - is standard input
  npm run --silent waymark -- check [PACK]                  all mistakes, then the proof; without PACK, every pack
  npm run --silent waymark -- schema PACK                  write the JSON schemas that let an editor complete ids
  npm run --silent waymark -- --version

PACK is an id under rules/ or a folder. docs/command-line.md says what goes in and what comes out.`;

/** Runs one command; the exit code. */
export async function main(args: readonly string[], where: Where): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'evaluate':
      return evaluate(rest, where);
    case 'check':
      return check(rest, where);
    case 'schema':
      return schema(rest, where);
    case '--version':
    case 'version': {
      const { version } = JSON.parse(readFileSync(join(where.root, 'package.json'), 'utf8')) as {
        version: string;
      };
      console.log(JSON.stringify({ waymark: version, evaluate: OUTPUT_VERSION }));
      return 0;
    }
    case '--help':
    case 'help':
      console.log(USAGE);
      return 0;
    default:
      return refuse(command === undefined ? 'Which command?' : `"${command}" is not a command.`, USAGE);
  }
}

async function evaluate(args: readonly string[], where: Where): Promise<number> {
  const { pack: name, file, problem } = evaluateArguments(args);
  if (problem !== undefined) return refuse(problem, USAGE);
  const folder = packFolder(name, where);
  if (folder === undefined)
    return refuse(
      `There is no pack "${name}".`,
      `There are: ${packIds(where.root).join(', ')}; or name a folder with a pack.yaml.`,
    );
  const loaded = loadPack(folder);
  if (loaded.pack === undefined) {
    const errors = loaded.lines.filter((line) => line.severity === 'error').map((line) => line.text);
    return refuse(`The pack "${name}" has mistakes; see: npm run waymark -- check ${name}`, ...errors);
  }
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : resolve(where.cwd, file), 'utf8');
  } catch (error) {
    return refuse(
      `${file} cannot be read: ${reasonOf(error)}`,
      'Name a file with answers as JSON, or - for standard input.',
    );
  }
  const result = evaluateText(loaded.pack, text);
  if ('problems' in result) return refuse(...result.problems.map((p) => problemLine(file, p)));
  await print(result.output);
  return 0;
}

interface EvaluateArguments {
  pack: string;
  file: string;
  problem?: string;
}

function evaluateArguments(args: readonly string[]): EvaluateArguments {
  const found: { pack?: string; files: string[]; problem?: string } = { files: [] };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const next = args[i + 1];
    if (arg === '--pack' || arg === '--output-version') {
      if (next === undefined) found.problem ??= `${arg} wants a value after it.`;
      i++;
    }
    if (arg === '--pack' && next !== undefined) found.pack = next;
    else if (arg.startsWith('--pack=')) found.pack = arg.slice('--pack='.length);
    else if (arg === '--output-version') {
      if (next !== undefined && next !== String(OUTPUT_VERSION))
        found.problem ??= `Output version ${next} is not known; this Waymark prints version ${OUTPUT_VERSION}.`;
    } else if (arg.startsWith('-') && arg !== '-') found.problem ??= `"${arg}" is not known.`;
    else if (arg !== '--pack') found.files.push(arg);
  }
  const [file, second] = found.files;
  if (found.pack === undefined) found.problem ??= 'Which pack? Write --pack and its id.';
  if (file === undefined)
    found.problem ??= 'Which file? Name one with answers as JSON, or - for standard input.';
  if (second !== undefined) found.problem ??= `One file at a time; "${second}" is a second one.`;
  return {
    pack: found.pack ?? '',
    file: file ?? '',
    ...(found.problem === undefined ? {} : { problem: found.problem }),
  };
}

function problemLine(file: string, { place, message, advice }: InputProblem): string {
  const where = [file === '-' ? 'standard input' : file, place].filter((part) => part !== '').join(': ');
  return `${where}: ${message}. ${advice}`;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Record<string, string> = {
    ENOENT: 'it is not there',
    EISDIR: 'it is a folder',
    EACCES: 'reading it is not allowed',
  };
  return known[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Resolves when all of it has left, however slow the reader. */
function print(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()));
  });
}
