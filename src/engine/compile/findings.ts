/** What only the diagrams show, told where its author can mend it. */
import type { BuildProblem } from '../diagram/build.ts';
import type { Pack } from '../pack.ts';
import type { Proof, Reach } from '../prove.ts';
import type { Situation } from '../verdict.ts';
import type { Declared, Places } from './checked.ts';
import type { Report } from './report.ts';

const TOP = { file: 'pack.yaml', line: 1, column: 1 };

export function reportTooLarge(problems: readonly BuildProblem[], places: Places, report: Report): void {
  for (const { about, problem } of problems) {
    const at =
      places[`${about.kind}:${about.id}.when`] ??
      places[`${about.kind}:${about.id}.applies`] ??
      places[`${about.kind}:${about.id}`] ??
      TOP;
    const what = `${about.kind} "${about.id}"`;
    if (problem === 'too-large')
      report.error(
        'too-large',
        at,
        `The condition of ${what} weighs too many things against each other to be exact about`,
        'Simplify it, or move questions that are tested together next to each other in questions.yaml.',
      );
    else
      report.error(
        'too-large',
        at,
        `The conditions before that of ${what} are so large together that this one and those after it were not looked at`,
        'Simplify those that are told to be too large, or the largest; then check again.',
      );
  }
}

export function reportProof(
  proof: Proof,
  pack: Pack,
  declared: Declared,
  places: Places,
  report: Report,
): void {
  for (const output of proof.outputs)
    reportReach(output, 'output', output.standing, places[`output:${output.id}.when`], report);
  for (const note of proof.notes)
    reportReach(note, 'note', declared.standing.includes(note.id), places[`note:${note.id}`], report);
  for (const warning of proof.warnings)
    reportReach(
      warning,
      'warning',
      declared.standing.includes(warning.id),
      places[`warning:${warning.id}`],
      report,
    );
  for (const question of proof.questions) reportQuestion(question, declared, places, report);
  for (const { outputs, both, beyond } of proof.exclusive) {
    if (both !== null) reportTogether(outputs, both, places, report);
    if (beyond) reportPerhapsTogether(outputs, places, report);
  }
  // A question that is never asked is told as that.
  for (const { id, situation } of proof.deadEnds)
    if (proof.questions.some((question) => question.id === id && question.asked))
      report.warning(
        'dead-end',
        places[`question:${id}.applies`] ?? places[`question:${id}`] ?? TOP,
        `Where ${written(situation)}, all that question "${id}" hangs on is asked, and no answer to it leads to the question`,
        'Correct when it is asked, or when those are asked on which it hangs.',
      );
  for (const id of proof.perhapsDeadEnds)
    report.warning(
      'too-large',
      places[`question:${id}.applies`] ?? places[`question:${id}`] ?? TOP,
      `Whether question "${id}" can always be reached where all that it hangs on is asked weighs too many things against each other to find out`,
      'Simplify when it is asked, or when those are asked on which it hangs.',
    );
  for (const { id, same } of proof.readings)
    for (const [first, second] of same) {
      // The default is the rules themselves: it is the other letter that changes nothing.
      const idle = pack.readings.some((r) => r.id === id && r.default === second) ? first : second;
      report.error(
        'same-letters',
        places[`reading:${id}.${idle}`] ?? TOP,
        `Letters "${first}" and "${second}" of reading "${id}" come to the same in every situation`,
        pack.readings.some((reading) => reading.id === id && reading.letters.length === 2)
          ? 'Correct what the letter replaces; if the ambiguity changes no verdict, write it as a remark.'
          : 'Correct what one of them replaces, or leave one of them out.',
      );
    }
}

function reportTogether(
  [first, second]: [string, string],
  both: Situation,
  places: Places,
  report: Report,
): void {
  report.error(
    'not-exclusive',
    places[`output:${first}.exclusive.${second}`] ?? places[`output:${first}`] ?? TOP,
    `Outputs "${first}" and "${second}" are declared exclusive, and both hold where ${written(both)}`,
    'Correct the condition of one of them, or leave the declaration out.',
  );
}

function reportPerhapsTogether([first, second]: [string, string], places: Places, report: Report): void {
  report.error(
    'too-large',
    places[`output:${first}.exclusive.${second}`] ?? places[`output:${first}`] ?? TOP,
    `Whether outputs "${first}" and "${second}", declared exclusive, never hold together weighs too many things against each other to find out`,
    'Simplify the condition of one of them, or leave the declaration out.',
  );
}

/** As JSON, but for readings and options ruled out where there are none: `{"sale":"yes"}`. */
function written({ answers, readings, ruledOut }: Situation): string {
  const plain = Object.keys(readings).length === 0 && Object.keys(ruledOut).length === 0;
  return JSON.stringify(plain ? answers : { answers, readings, ruledOut });
}

function reportReach(
  { id, canHold, canFail }: Reach,
  sort: 'output' | 'note' | 'warning',
  standing: boolean,
  at: Places[string] = TOP,
  report: Report,
): void {
  if (standing && canHold && canFail)
    report.error(
      'not-standing',
      at,
      `${sort === 'output' ? 'Output' : sort === 'note' ? 'Note' : 'Warning'} "${id}" is declared standing, and it can hold and can fail`,
      'Leave "standing" out, or correct the condition.',
    );
  if (standing || (canHold && canFail)) return;
  const name = `${sort.charAt(0).toUpperCase()}${sort.slice(1)} "${id}"`;
  if (canHold)
    report.error(
      'always-holds',
      at,
      `${name} holds in every situation`,
      'Correct its condition; if it is meant so, write "standing: true".',
    );
  else
    report.error(
      'never-holds',
      at,
      `${name} can never hold, so nobody will ever see it`,
      'Parts of its condition exclude each other, or a question that it tests is then not asked. If it is meant so, write "standing: true".',
    );
}

function reportQuestion(
  { id, matters, asked }: Proof['questions'][number],
  declared: Declared,
  places: Places,
  report: Report,
): void {
  const at = places[`question:${id}`] ?? TOP;
  const informative = declared.informative.includes(id);
  if (!asked)
    report.error(
      'never-holds',
      places[`question:${id}.applies`] ?? at,
      `Question "${id}" is never asked as the readings are by default`,
      'Correct when it is asked: parts of that condition exclude each other.',
    );
  else if (!matters && !informative)
    report.error(
      'no-effect',
      at,
      `Question "${id}" changes no verdict, whatever is answered`,
      'Let an output test it; if it only informs, write "informative: true".',
    );
  else if (matters && informative)
    report.error(
      'not-informative',
      at,
      `Question "${id}" is declared informative, and it changes verdicts`,
      'Leave "informative" out.',
    );
}
