/** One thing the brief says: where, of what kind, and where in Waymark it counts. */
import type { Statement } from '../../engine/pack.ts';
import { useBrief } from '../context.ts';
import { Locator } from '../parts/locator.tsx';
import './brief.css';

interface StatementEntryProps {
  statement: Statement;
  /** The one that was asked for. */
  here?: boolean;
  /** With its kind, and what it is shown with. */
  explained?: boolean;
}

export function StatementEntry({ statement, here = false, explained = false }: StatementEntryProps) {
  const { words } = useBrief();
  return (
    <li
      class={here ? 'statement here' : 'statement'}
      {...(explained ? { 'data-item': statement.id, tabIndex: -1, 'aria-current': here || undefined } : {})}
    >
      <Locator statement={statement.id} plain />
      <p class="brief">{words.value.statements[statement.id]}</p>
      {explained && <Bearing statement={statement} />}
    </li>
  );
}

/** "recommendation; asked in 11; counts for Sanctions" */
function Bearing({ statement }: { statement: Statement }) {
  const { pack, words, t, say } = useBrief();
  const { id, kind } = statement;
  const { questions, outputs, readings, remarks } = pack;
  const numbers = questions
    .filter((question) => question.statements.includes(id))
    .map(({ number }) => String(number));
  const names = outputs
    .filter(({ source, argument }) =>
      [source, argument?.backs ?? [], argument?.also ?? [], argument?.expect ?? []].flat().includes(id),
    )
    .map((output) => words.value.outputs[output.id]?.name ?? output.id);
  const ambiguous = [...readings, ...remarks].some(({ statements }) => statements.includes(id));
  const parts = [
    t('brief.kind', { kind }),
    ...(numbers.length > 0 ? [t('brief.askedIn', { n: numbers.length, list: say.list(numbers) })] : []),
    ...(names.length > 0
      ? [t('brief.shownWith', { list: say.list(names.map((text) => t('explain.quoted', { text }))) })]
      : []),
    ...(ambiguous ? [t('brief.ambiguous')] : []),
  ];
  return <p class="small quiet">{say.sentence(parts.join(t('explain.semicolon')))}</p>;
}
