/** `check`: every mistake of a pack, then a short report of what was proved. Exit code 1 on an error. */
import { relative } from 'node:path';
import { formatDiagnostic } from '../../engine/compile/report.ts';
import { createEngine } from '../../engine/create-engine.ts';
import type { Pack } from '../../engine/pack.ts';
import type { Proof } from '../../engine/prove.ts';
import type { Diagnostic } from '../../engine/source.ts';
import { evaluated } from './evaluate.ts';
import { type Loaded, loadPack, packIds } from './load.ts';
import { noSuchPack, packFolder, refuse, type Where } from './shell.ts';

export function check(args: readonly string[], where: Where): number {
  const unknown = args.find((arg) => arg.startsWith('-'));
  if (unknown !== undefined) return refuse(`"${unknown}" is not known.`, 'Usage: waymark -- check [PACK]');
  const names = args.length > 0 ? args : packIds(where.root);
  const folders = names.map((name) => packFolder(name, where));
  const missing = names.find((_, i) => folders[i] === undefined);
  if (missing !== undefined) return noSuchPack(missing, where);
  const sound = folders.filter((folder) => folder !== undefined).map((folder) => checkOne(folder, where));
  return sound.includes(false) ? 1 : 0;
}

/** Whether there is no error. */
function checkOne(folder: string, where: Where): boolean {
  const shown = relative(where.cwd, folder) || '.';
  const loaded = loadPack(folder);
  const { pack, proof, cases } = loaded;
  const diagnostics = [...loaded.diagnostics, ...(pack === undefined ? [] : failingCases(pack, loaded))];
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic, shown));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0 && pack !== undefined && proof !== undefined) {
    console.log(report(pack, proof, cases.length).join('\n'));
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

function report(pack: Pack, proof: Proof, cases: number): string[] {
  const both = proof.outputs.filter((o) => o.canHold && o.canFail).length;
  const standing = proof.outputs.filter((o) => o.standing).map((o) => o.id);
  const mattering = proof.questions.filter((q) => q.matters).length;
  const informative = proof.questions.filter((q) => !q.matters).map((q) => q.id);
  const letters = pack.readings.reduce((sum, reading) => sum + reading.letters.length, 0);
  return [
    `${pack.id} ${pack.version}: no errors.`,
    `  ${both} of ${proof.outputs.length} outputs can hold and can fail${standing.length > 0 ? `; declared standing: ${standing.join(', ')}` : ''}.`,
    `  ${mattering} of ${proof.questions.length} questions can change a verdict${informative.length > 0 ? `; declared informative: ${informative.join(', ')}` : ''}.`,
    `  ${pack.readings.length} readings: their ${letters} letters all differ.`,
    `  ${pack.warnings.length} warnings can hold and can fail.`,
    `  ${pack.statements.length} statements, each shown somewhere.`,
    `  ${cases} worked cases come out as written.`,
    `  ${pack.diagrams.nodes.length} numbers hold all its diagrams. Content hash ${pack.hash.slice(0, 16)}.`,
  ];
}
