/** `check`: every mistake of a pack, then what was proved of it, in short or (`--json`) whole. Exit code 1 on an error. */
import { relative } from 'node:path';
import { formatDiagnostic } from '../../engine/compile/report.ts';
import { createEngine } from '../../engine/create-engine.ts';
import type { Pack } from '../../engine/pack.ts';
import { proveSoundness } from '../../engine/soundness/prove-soundness.ts';
import { SOUNDNESS_VERSION, type Soundness } from '../../engine/soundness/soundness.ts';
import type { Diagnostic } from '../../engine/source.ts';
import { evaluated } from './evaluate.ts';
import { type Loaded, loadPack, packIds } from './load.ts';
import { noSuchPack, packFolder, refuse, type Where } from './shell.ts';

export function check(given: readonly string[], where: Where): number {
  const asJson = given.includes('--json');
  const args = given.filter((arg) => arg !== '--json');
  const unknown = args.find((arg) => arg.startsWith('-'));
  if (unknown !== undefined)
    return refuse(`"${unknown}" is not known.`, 'Usage: waymark -- check [--json] [PACK]');
  const names = args.length > 0 ? args : packIds(where.root);
  const folders = names.map((name) => packFolder(name, where));
  const missing = names.find((_, i) => folders[i] === undefined);
  if (missing !== undefined) return noSuchPack(missing, where);
  const there = folders.filter((folder) => folder !== undefined);
  if (asJson) return printJson(there.map((folder) => reportOf(folder, where)));
  const sound = there.map((folder) => checkOne(folder, where));
  return sound.includes(false) ? 1 : 0;
}

/** One pack as `check --json` prints it: docs/command-line.md. */
interface PackReport {
  /** From where the user stands. */
  folder: string;
  diagnostics: Diagnostic[];
  /** null where an error stands in its way. */
  soundness: Soundness | null;
}

function reportOf(folder: string, { cwd }: Where): PackReport {
  const loaded = loadPack(folder);
  const { pack, cases, declared } = loaded;
  const diagnostics = [...loaded.diagnostics, ...(pack === undefined ? [] : failingCases(pack, loaded))];
  const isWrong = pack === undefined || diagnostics.some(({ severity }) => severity === 'error');
  return {
    folder: relative(cwd, folder) || '.',
    diagnostics,
    soundness: isWrong ? null : proveSoundness(pack, cases, declared),
  };
}

function printJson(packs: readonly PackReport[]): number {
  console.log(JSON.stringify({ version: SOUNDNESS_VERSION, packs }, null, 2));
  return packs.some(({ soundness }) => soundness === null) ? 1 : 0;
}

/** Whether there is no error. */
function checkOne(folder: string, where: Where): boolean {
  const shown = relative(where.cwd, folder) || '.';
  const loaded = loadPack(folder);
  const { pack, cases, declared } = loaded;
  const diagnostics = [...loaded.diagnostics, ...(pack === undefined ? [] : failingCases(pack, loaded))];
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic, shown));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0 && pack !== undefined) {
    console.log(report(pack, proveSoundness(pack, cases, declared)).join('\n'));
    return true;
  }
  console.error(`${shown}: ${errors === 1 ? 'one error' : `${errors} errors`}.`);
  return false;
}

/** Every verdict, and every list, of a worked case that does not come out as its author expects. */
export function failingCases(pack: Pack, { cases, places }: Pick<Loaded, 'cases' | 'places'>): Diagnostic[] {
  const engine = createEngine(pack);
  return cases.flatMap(({ id, situation, expected }) => {
    const found = evaluated(engine, situation);
    const compared: [string, string, string][] = [
      ...Object.entries(expected.verdicts).map(([output, wanted]): [string, string, string] => [
        output,
        written(wanted),
        written(found.verdicts[output] ?? { status: 'missing' }),
      ]),
      ['setAside', JSON.stringify(expected.setAside), JSON.stringify(found.setAside)],
      ['warnings', JSON.stringify(expected.warnings), JSON.stringify(found.warnings)],
    ];
    return compared
      .filter(([, wanted, is]) => wanted !== is)
      .map(([what, wanted, is]) => ({
        severity: 'error',
        code: 'other-verdict',
        at: places[`case:${id}.${what}`] ??
          places[`case:${id}`] ?? { file: 'cases.yaml', line: 1, column: 1 },
        message: `Case "${id}" expects ${what} to be ${wanted}; it is ${is}`,
        advice: 'Correct the rules, or what the case expects.',
      }));
  });
}

/** One text for a verdict, whether its empty lists are written or left out. */
function written(verdict: { status: string; dependsOn?: string[]; unconfirmed?: string[] }): string {
  const { status, dependsOn = [], unconfirmed = [] } = verdict;
  const rests = (words: string, ids: string[]) => (ids.length > 0 ? ` ${words} ${ids.join(', ')}` : '');
  return `${status}${rests('depending on', dependsOn)}${rests('unconfirmed by', unconfirmed)}`;
}

function report(pack: Pack, { figures, questions, outputs, situations, coverage }: Soundness): string[] {
  const of = ([so, all]: readonly [number, number]): string => `${so} of ${all}`;
  const unless = (words: string, ids: readonly string[]): string =>
    ids.length > 0 ? `, or are declared ${words} (${ids.join(', ')})` : '';
  const standing = outputs.filter((one) => one.standing).map(({ id }) => id);
  const informative = questions.filter((one) => one.informative).map(({ id }) => id);
  const every =
    situations === undefined ? '' : ` Over all ${Number(situations).toLocaleString('en')} sets of answers:`;
  return [
    `${pack.id} ${pack.version}: no errors.${every}`,
    `  ${of(figures.outputs)} outputs can hold and can fail${unless('standing', standing)}.`,
    `  ${of(figures.warnings)} warnings and ${of(figures.notes)} notes can hold and can fail.`,
    `  ${of(figures.questions)} questions can change a verdict${unless('informative', informative)}.`,
    `  ${of(figures.asked)} questions can be reached, none by way of a dead end.`,
    `  ${of(figures.exclusive)} pairs of outputs declared exclusive never hold together.`,
    `  ${of(figures.letters)} pairs of letters of a reading differ.`,
    `  ${of(figures.statements)} statements are shown where they can be reached.`,
    `  ${of(figures.cases)} worked cases come out as written.`,
    `  ${of(figures.branches)} branches of the conditions are exercised by a worked case; ${coverage.closing.length} more cases would exercise all (--json tells them), ${figures.impossible} branches can occur in no situation.`,
    `  ${pack.diagrams.nodes.length} numbers hold all its diagrams. Content hash ${pack.hash.slice(0, 16)}.`,
  ];
}
