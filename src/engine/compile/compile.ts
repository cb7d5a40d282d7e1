/** From the sources of a pack to the compiled pack, proved sound. */
import { canonicalJson } from '../canonical.ts';
import { buildDiagrams } from '../diagram/build.ts';
import { PACK_FORMAT, type Pack } from '../pack.ts';
import { type Proof, prove } from '../prove.ts';
import type { Diagnostic } from '../source.ts';
import type { PackWords } from '../words.ts';
import type { Case, CheckedPack, Declared, Places } from './checked.ts';
import { RULE_FILES } from './files.ts';
import { reportProof, reportTooLarge } from './findings.ts';
import { inOrder, Report } from './report.ts';
import { compileSources, type Sources } from './sources.ts';

export interface CompiledPack {
  /** Absent where there is an error among the diagnostics. */
  pack?: Pack;
  /** What was found out about all situations; absent where the sources themselves are wrong. */
  proof?: Proof;
  /** By language. */
  words: Record<string, PackWords>;
  cases: Case[];
  /** What the author vouches for, for the proof report (soundness/prove-soundness.ts). */
  declared: Declared;
  /** Where everything stands in the sources, see Places. */
  places: Places;
  /** Errors and warnings, in the order of the files, then of lines and columns. */
  diagnostics: Diagnostic[];
}

/**
 * Pure: same sources, same result, byte for byte.
 * @param hash SHA-256 of a text in UTF-8, as hex
 */
export function compilePack(sources: Sources, hash: (text: string) => string): CompiledPack {
  const { checked, places, declared, words, cases, diagnostics } = compileSources(sources);
  if (checked === undefined) return { words, cases, declared, places, diagnostics };
  const { diagrams, problems } = buildDiagrams(checked);
  const report = new Report();
  const pack = seal({ format: PACK_FORMAT, ...checked, diagrams }, hash);
  if (problems.length > 0) {
    reportTooLarge(problems, places, report);
    return {
      words,
      cases,
      declared,
      places,
      diagnostics: inOrder([...diagnostics, ...report.diagnostics], RULE_FILES),
    };
  }
  const proof = prove(pack, declared.exclusive);
  reportProof(proof, pack, declared, places, report);
  return {
    ...(report.failed ? {} : { pack }),
    proof,
    words,
    cases,
    declared,
    places,
    diagnostics: inOrder([...diagnostics, ...report.diagnostics], RULE_FILES),
  };
}

type Unsealed = CheckedPack & Pick<Pack, 'format' | 'diagrams'>;

function seal(pack: Unsealed, hash: (text: string) => string): Pack {
  const { format, id, version, ...rest } = pack;
  return { format, id, version, hash: hash(canonicalJson(pack)), ...rest };
}
