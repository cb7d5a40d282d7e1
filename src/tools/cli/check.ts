/** `check`: every mistake of a pack, then a short report of what was proved. Exit code 1 on an error. */
import { relative } from 'node:path';
import type { Case } from '../../engine/compile/checked.ts';
import { createEngine } from '../../engine/create-engine.ts';
import type { Pack } from '../../engine/pack.ts';
import type { Proof } from '../../engine/prove.ts';
import { parseSituation } from '../../engine/situation.ts';
import { evaluated } from './evaluate.ts';
import { loadPack, packIds } from './load.ts';
import { packFolder, refuse, type Where } from './shell.ts';

export function check(args: readonly string[], where: Where): number {
  const unknown = args.find((arg) => arg.startsWith('-'));
  if (unknown !== undefined) return refuse(`"${unknown}" is not known.`, 'Usage: waymark -- check [PACK]');
  const names = args.length > 0 ? args : packIds(where.root);
  let failed = false;
  for (const name of names) {
    const folder = packFolder(name, where);
    if (folder === undefined)
      return refuse(
        `There is no pack "${name}".`,
        `There are: ${packIds(where.root).join(', ')}; or name a folder.`,
      );
    const shown = relative(where.cwd, folder) || '.';
    const { pack, proof, cases, lines } = loadPack(folder);
    for (const { severity, text } of lines) console.error(`${severity}: ${shown}/${text}`);
    const wrong = pack === undefined ? [] : failingCases(pack, cases);
    for (const line of wrong) console.error(`error: ${shown}/cases.yaml: ${line}`);
    failed ||= pack === undefined || wrong.length > 0;
    if (pack !== undefined && proof !== undefined)
      console.log(report(pack, proof, cases.length - wrong.length).join('\n'));
    else console.error(`${name}: ${lines.filter((l) => l.severity === 'error').length} errors.`);
  }
  return failed ? 1 : 0;
}

/** The worked cases that do not come out as their author expects, each with the first difference. */
export function failingCases(pack: Pack, cases: readonly Case[]): string[] {
  const engine = createEngine(pack);
  return cases.flatMap(({ id, title, input, expected }) => {
    const parsed = parseSituation(pack, input);
    if ('problems' in parsed) return [`${id} "${title}": ${parsed.problems[0]?.message}`];
    const found = evaluated(engine, parsed.situation);
    const verdicts = Object.entries(expected.verdicts).flatMap(([output, wanted]) =>
      difference(output, canonical(wanted), canonical(found.verdicts[output] ?? { status: 'missing' })),
    );
    const differences = [
      ...verdicts,
      ...difference('setAside', JSON.stringify(expected.setAside), JSON.stringify(found.setAside)),
      ...difference('warnings', JSON.stringify(expected.warnings), JSON.stringify(found.warnings)),
    ];
    return differences.length > 0 ? [`${id} "${title}": ${differences.join('; ')}`] : [];
  });
}

function canonical(verdict: { status: string; dependsOn?: string[]; unconfirmed?: string[] }): string {
  const { status, dependsOn = [], unconfirmed = [] } = verdict;
  return JSON.stringify({ status, dependsOn, unconfirmed });
}

function difference(what: string, wanted: string, found: string): string[] {
  return wanted === found ? [] : [`${what} is ${found}, expected ${wanted}`];
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
