/** `waymark evaluate|check|schema`: a thin shell over the engine. Interface and exit codes: docs/command-line.md. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { formatDiagnostic } from '../../engine/compile/report.ts';
import { check } from './check.ts';
import { evaluateText, OUTPUT_VERSION } from './evaluate.ts';
import type { InputProblem } from './input.ts';
import { loadPack } from './load.ts';
import { schema } from './schema.ts';
import { noSuchPack, packFolder, refuse, type Where } from './shell.ts';

const USAGE = `Usage:
  npm run --silent waymark -- evaluate --pack PACK FILE    verdicts as JSON; FILE - is standard input
  npm run --silent waymark -- check [--json] [PACK]         all mistakes, then the proof; without PACK, every pack
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
  const { pack: name, file, problems } = evaluateArguments(args);
  if (problems.length > 0) return refuse(...problems, USAGE);
  const folder = packFolder(name, where);
  if (folder === undefined) return noSuchPack(name, where);
  const { pack, diagnostics } = loadPack(folder);
  if (pack === undefined) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return refuse(
      `The pack "${name}" has mistakes; see: npm run waymark -- check ${name}`,
      ...errors.map((error) => formatDiagnostic(error, relative(where.cwd, folder) || '.')),
    );
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
  const result = evaluateText(pack, text);
  if ('problems' in result) return refuse(...result.problems.map((p) => problemLine(file, p)));
  await print(result.output);
  return 0;
}

interface EvaluateArguments {
  pack: string;
  file: string;
  problems: string[];
}

function evaluateArguments(args: readonly string[]): EvaluateArguments {
  const values: Record<string, string> = {};
  const files: string[] = [];
  const problems: string[] = [];
  const rest = args.flatMap((arg) => /^(--[a-z-]+)=(.*)$/s.exec(arg)?.slice(1) ?? [arg]);
  for (let i = 0; i < rest.length; i++) {
    const arg = rest[i] ?? '';
    if (arg === '-' || !arg.startsWith('-')) {
      files.push(arg);
    } else if (arg === '--pack' || arg === '--output-version') {
      const value = rest[++i];
      if (!value) problems.push(`${arg} wants a value after it.`);
      if (arg in values) problems.push(`${arg} is given twice.`);
      values[arg] = value ?? '';
    } else problems.push(`"${arg}" is not known.`);
  }
  const version = values['--output-version'];
  if (version && version !== String(OUTPUT_VERSION))
    problems.push(`Output version ${version} is not known; this Waymark prints version ${OUTPUT_VERSION}.`);
  const [file, second] = files;
  if (values['--pack'] === undefined) problems.push('Which pack? Write --pack and its id.');
  if (file === undefined)
    problems.push('Which file? Name one with answers as JSON, or - for standard input.');
  if (second !== undefined) problems.push(`One file at a time; "${second}" is a second one.`);
  return { pack: values['--pack'] ?? '', file: file ?? '', problems };
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

/** Resolves when all of it has left, however slow the reader, or when the reader (`head`, say) wants no more. */
function print(text: string): Promise<void> {
  return new Promise((done, failed) => {
    const ended = (error?: Error | null) => {
      if (!error || ('code' in error && error.code === 'EPIPE')) done();
      else failed(error);
    };
    process.stdout.once('error', ended);
    process.stdout.write(text, ended);
  });
}
