/** Additions as a file: written, and read with everything that is wrong with it told at once. */
import { type Addition, type AdditionField, faultsOf, LONGEST } from '../session/additions/addition.ts';
import type { AdditionsFile, FileProblem, ReadFile } from '../session/additions/file.ts';
import type { HandOnProblem } from '../session/hand-on/file.ts';
import { isObject, parseHostile } from './hostile.ts';

const FORMAT = 'waymark-additions';
const VERSION = 1;
/** Characters of a file, and additions in it: far more than anybody writes. */
const LARGEST = 5_000_000;
const MOST = 2000;

const HEAD = ['format', 'version', 'pack', 'written', 'additions'];
const FIELDS = Object.keys(LONGEST) as AdditionField[];

/**
 * The text of a file. It is read back before anybody is told that it is there.
 * @throws Error on additions that such a file cannot hold: nothing keeps such ones.
 */
export function writeAdditionsFile(
  pack: AdditionsFile['pack'],
  written: string,
  additions: readonly Addition[],
): string {
  const shared = additions.map((addition) =>
    Object.fromEntries(FIELDS.map((field) => [field, addition[field]])),
  );
  const file = {
    format: FORMAT,
    version: VERSION,
    pack: { id: pack.id, version: pack.version },
    written,
    additions: shared,
  };
  const text = `${JSON.stringify(file, undefined, 2)}\n`;
  const back = readAdditionsFile(text, pack.id);
  if ('problems' in back || JSON.stringify(back.file) !== JSON.stringify(file))
    throw new Error('the file of additions does not read back to what was written');
  return text;
}

/** @param text of a file from anywhere. @param pack id of the pack for which additions are read. */
export function readAdditionsFile(text: string, pack: string): ReadFile {
  if (text.length > LARGEST) return { problems: [{ code: 'tooLarge' }] };
  const parsed = parseHostile(new TextEncoder().encode(text));
  if ('problem' in parsed) return { problems: [troubleOf(parsed.problem)] };
  const found = parsed.value;
  if (!isObject(found) || found.format !== FORMAT || !Number.isSafeInteger(found.version))
    return { problems: [{ code: 'notSuchAFile' }] };
  // A later version may differ in anything, so that nothing else of it is judged.
  if (Number(found.version) > VERSION)
    return { problems: [{ code: 'later', version: Number(found.version) }] };
  const problems = [...problemsOfHead(found, pack), ...problemsOfAdditions(found.additions)];
  return problems.length > 0 ? { problems } : { file: found as unknown as AdditionsFile };
}

function problemsOfHead(file: Record<string, unknown>, pack: string): FileProblem[] {
  const head = (field: string, fault: 'missing' | 'malformed' | 'unknown'): FileProblem => ({
    code: 'head',
    field,
    fault,
  });
  const problems: FileProblem[] = Object.keys(file)
    .filter((field) => !HEAD.includes(field))
    .map((field) => head(field, 'unknown'));
  if (file.version !== VERSION) problems.push(head('version', 'malformed'));
  if (file.pack === undefined) problems.push(head('pack', 'missing'));
  else if (!isObject(file.pack) || typeof file.pack.id !== 'string' || typeof file.pack.version !== 'string')
    problems.push(head('pack', 'malformed'));
  else if (file.pack.id !== pack) problems.push({ code: 'otherPack', pack: file.pack.id });
  if (file.written === undefined) problems.push(head('written', 'missing'));
  else if (typeof file.written !== 'string' || Number.isNaN(Date.parse(file.written)))
    problems.push(head('written', 'malformed'));
  if (file.additions === undefined) problems.push(head('additions', 'missing'));
  else if (!Array.isArray(file.additions)) problems.push(head('additions', 'malformed'));
  return problems;
}

function problemsOfAdditions(additions: unknown): FileProblem[] {
  if (!Array.isArray(additions)) return [];
  if (additions.length > MOST) return [{ code: 'tooMany', most: MOST }];
  const ids = new Set<string>();
  return additions.flatMap((addition: unknown, i): FileProblem[] => {
    const place = i + 1;
    if (!isObject(addition)) return [{ code: 'addition', place, fault: 'malformed' }];
    const unknown = Object.keys(addition).filter((field) => !FIELDS.some((known) => known === field));
    const twice = typeof addition.id === 'string' && ids.has(addition.id);
    if (typeof addition.id === 'string') ids.add(addition.id);
    return [
      ...unknown.map((field): FileProblem => ({ code: 'unknownField', place, field })),
      ...faultsOf(addition).map((one): FileProblem => ({ code: 'field', place, ...one })),
      ...(twice ? [{ code: 'addition', place, fault: 'twice' } as const] : []),
    ];
  });
}

function troubleOf(problem: HandOnProblem): FileProblem {
  switch (problem.code) {
    case 'badName':
    case 'badNumber':
    case 'doubledName':
      return problem;
    case 'tooDeep':
    case 'tooLarge':
      return { code: problem.code };
    default:
      return { code: 'notSuchAFile' };
  }
}
