/** The whole proof report of a pack: every claim with a witness, or with what speaks against it. */
import type { Case, Declared } from '../compile/checked.ts';
import { Core } from '../core.ts';
import { createEngine } from '../create-engine.ts';
import { FALSE, TRUE } from '../diagram/nodes.ts';
import type { Pack } from '../pack.ts';
import { askingOf } from './asking.ts';
import { differencesIn } from './cases.ts';
import { coverageOf } from './coverage.ts';
import { exclusionsOf } from './exclusion.ts';
import { figuresOf } from './figures.ts';
import { lettersOf } from './letters.ts';
import { reachOf } from './reach.ts';
import { type CasesProof, SOUNDNESS_VERSION, type Soundness } from './soundness.ts';
import { statementsOf } from './statements.ts';
import { Witnesses } from './witness.ts';
import { Workbench } from './workbench.ts';

/**
 * Pure: same pack and cases, same report.
 * @param declared what the author vouches for; the outputs' own `standing` stands in the pack
 */
export function proveSoundness(pack: Pack, cases: readonly Case[], declared: Declared): Soundness {
  const bench = new Workbench(new Core(pack));
  const witnesses = new Witnesses(bench);
  const reach = reachOf(bench, witnesses, declared.standing);
  const questions = askingOf(bench, witnesses, declared.informative);
  const claims = {
    ...reach,
    questions,
    exclusive: exclusionsOf(bench, witnesses, declared.exclusive),
    readings: lettersOf(bench, witnesses),
    statements: statementsOf(pack, reach.outputs, questions),
    cases: casesOf(pack, cases),
    coverage: coverageOf(bench, witnesses, cases),
  };
  const situations = situationsOf(bench);
  return {
    version: SOUNDNESS_VERSION,
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    ...(situations === undefined ? {} : { situations: situations.toString() }),
    figures: figuresOf(claims),
    ...claims,
  };
}

function casesOf(pack: Pack, cases: readonly Case[]): CasesProof {
  const engine = createEngine(pack);
  const wrong = cases.filter((one) => differencesIn(engine, one).length > 0);
  return { total: cases.length, wrong: wrong.map(({ id }) => id) };
}

/** Answers to a question that does not apply make no difference: of them only the first is counted. */
function situationsOf(bench: Workbench): bigint | undefined {
  const { pack, index } = bench.core;
  const { table } = bench;
  const variables = pack.questions.flatMap(({ id }) => index.allOf(id));
  return bench.within(() => {
    let once = TRUE;
    for (const { id } of [...pack.questions].reverse()) {
      const first = table.all(index.allOf(id).map((variable) => table.test(variable, [0])));
      once = table.and(once, table.or(bench.applies(id), first));
    }
    return once === FALSE ? 0n : bench.algebra.count(once, variables, index.everything());
  });
}
