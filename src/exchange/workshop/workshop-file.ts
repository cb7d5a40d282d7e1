/** What files of workshops share: format, version, when and by what written, one thing in them, a digest over all. */
import type { HandOnProblem } from '../../session/hand-on/file.ts';
import { isObject, parseHostile } from '../hostile.ts';
import { problemsOfFields, sealed } from '../sealed.ts';

const VERSION = 1;

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
  const problems = problemsOfFields(file, VERSION, { [part]: () => true });
  return problems.length > 0 ? { problems } : { value: file[part] };
}
