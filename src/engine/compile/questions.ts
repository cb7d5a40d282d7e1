/** The questions: where they stand, when they apply, what is shown with them. */
import type { Condition } from '../condition.ts';
import type { Question } from '../pack.ts';
import type { SourceNode } from '../source.ts';
import type { Declared, Places } from './checked.ts';
import { readCondition, type Scope } from './conditions.ts';
import type { DraftQuestion } from './options.ts';
import { capital, type Fields, flagOf, oneOf, wordOf, wordsOf } from './shape.ts';

const MARKS = ['hint', 'outside', 'brief'] as const;

export function readQuestions(
  drafts: readonly DraftQuestion[],
  scope: Scope,
  places: Places,
  declared: Declared,
): Question[] {
  const { names, report } = scope;
  const questions = drafts.map((draft, position): Question => {
    const { id, fields } = draft;
    places[`question:${id}`] ??= fields.at;
    places[`question:${id}.applies`] ??= placeOfGuard(fields);
    const section = wordOf(
      fields.need('section', 'Write one of the sections listed in pack.yaml.'),
      `the section of ${fields.what}`,
      report,
    );
    if (section !== undefined) names.sections.check(section, report);
    const findOut = oneOf(
      fields.need('find_out', `Write where the hint on finding out comes from: ${MARKS.join(', ')}.`),
      `find_out of ${fields.what}`,
      MARKS,
      report,
    );
    if (flagOf(fields.get('informative'), `"informative" of ${fields.what}`, report))
      declared.informative.push(id);
    return {
      id,
      number: position + 1,
      section: section?.value ?? '',
      kind: draft.kind,
      options: draft.options.all.map((option) => ({ id: option, exclusive: option === draft.exclusive })),
      applies: readGuard(fields, scope) ?? { kind: 'always' },
      statements: names.statements.known(
        wordsOf(fields.get('statements'), `the statements of ${fields.what}`, report),
        report,
      ),
      findOut: findOut ?? 'hint',
    };
  });
  reportSectionOrder(drafts, questions, scope);
  return questions;
}

/** `asked_if` or `asked_unless`; `undefined` where neither is there. */
export function readGuard(fields: Fields, scope: Scope): Condition | undefined {
  const asked = fields.get('asked_if');
  const unless = fields.get('asked_unless');
  if (asked !== undefined && unless !== undefined)
    scope.report.error(
      'surplus-key',
      fields.keyAt('asked_unless'),
      `${capital(fields.what)} has both "asked_if" and "asked_unless"`,
      'Keep one; "not" turns a condition round.',
    );
  const read = (node: SourceNode, key: string): Condition =>
    readCondition(node, `${key} of ${fields.what}`, scope);
  if (asked !== undefined) return read(asked, 'asked_if');
  return unless === undefined ? undefined : { kind: 'not', of: read(unless, 'asked_unless') };
}

function placeOfGuard(fields: Fields): Places[string] {
  const key = ['asked_if', 'asked_unless'].find((name) => fields.get(name) !== undefined);
  return key === undefined ? fields.at : fields.keyAt(key);
}

/** The ruler shows the sections side by side, so each must be one stretch. */
function reportSectionOrder(
  drafts: readonly DraftQuestion[],
  questions: readonly Question[],
  { names, report }: Scope,
): void {
  const order = names.sections.all;
  let furthest = 0;
  questions.forEach((question, position) => {
    const rank = order.indexOf(question.section);
    const fields = drafts[position]?.fields;
    if (rank < 0 || fields === undefined) return;
    if (rank < furthest)
      report.error(
        'section-order',
        fields.get('section')?.at ?? fields.at,
        `${capital(fields.what)} is of section "${question.section}" and stands after section "${order[furthest]}"`,
        'Move it to the others of its section, or change the order of the sections in pack.yaml.',
      );
    else furthest = rank;
  });
}
