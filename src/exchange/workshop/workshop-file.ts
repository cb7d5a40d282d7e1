/** What files of workshops share: format, version, when and by what written, one thing in them, a digest over all. */
import type { HandOnProblem } from '../../session/hand-on/file.ts';
import { isObject, isTime, parseHostile } from '../hostile.ts';
import { digestOf, sealed } from '../sealed.ts';

const VERSION = 1;
/** Letters of a version of the app. */
const APP = 64;

export interface WrittenBy {
  /** ISO time. */
  written: string;
  /** Version of Waymark. */
  app: string;
}

/** @param part the name of what the file holds */
export function writeWorkshopFile(
  format: string,
  { written, app }: WrittenBy,
  part: string,
  value: unknown,
): string {
  return sealed({ format, version: VERSION, written, app, [part]: value });
}

/** What the file holds, not yet judged. Never throws, whatever the file is. */
export function readWorkshopFile(
  bytes: Uint8Array,
  format: string,
  part: string,
): { value: unknown } | { problems: HandOnProblem[] } {
  const parsed = parseHostile(bytes);
  if ('problem' in parsed) return { problems: [parsed.problem] };
  const file = parsed.value;
  if (!isObject(file) || file.format !== format || !Number.isSafeInteger(file.version))
    return { problems: [{ code: 'notSuchAFile' }] };
  // A later version may differ in anything, so that nothing else of it is judged.
  if (Number(file.version) > VERSION) return { problems: [{ code: 'later', version: Number(file.version) }] };
  const problems = problemsOf(file, part);
  return problems.length > 0 ? { problems } : { value: file[part] };
}

function problemsOf(file: Record<string, unknown>, part: string): HandOnProblem[] {
  const checks: Record<string, (value: unknown) => boolean> = {
    format: () => true,
    version: (value) => value === VERSION,
    written: isTime,
    app: (value) => typeof value === 'string' && value.length <= APP,
    [part]: () => true,
    digest: (value) => typeof value === 'string',
  };
  const unknown = Object.keys(file)
    .filter((field) => !Object.hasOwn(checks, field))
    .map((field): HandOnProblem => ({ code: 'head', field, fault: 'unknown' }));
  const wrong = Object.entries(checks).flatMap(([field, check]): HandOnProblem[] => {
    if (!Object.hasOwn(file, field)) return [{ code: 'head', field, fault: 'missing' }];
    return check(file[field]) ? [] : [{ code: 'head', field, fault: 'malformed' }];
  });
  const altered = typeof file.digest === 'string' && file.digest !== digestOf(file);
  return [...(altered ? [{ code: 'altered' } as const] : []), ...unknown, ...wrong];
}
