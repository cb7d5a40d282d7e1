/** Ways to another state: what would have to be so, and the way to each question. */
import type { Output } from '../../engine/pack.ts';
import type { Hinge } from '../../engine/reasoner.ts';
import type { OpenSession } from '../../session/desk.ts';
import type { Clause } from '../app.ts';
import { useApp, useBrief } from '../context.ts';
import { Fold } from '../parts/fold.tsx';
import { QuestionLink } from './question-link.tsx';
import './behind.css';

interface WayProps {
  session: OpenSession;
  clauses: readonly Clause[];
  /** Where a changed answer returns to. */
  back: string;
  /** What it begins as: a sentence of its own, the end of one that was begun ("if"), or one more such end. */
  as: 'sentence' | 'first' | 'other';
}

/** Clauses that belong together, a line each, with the way to the question that it is about. */
export function Way({ session, clauses, back, as }: WayProps) {
  const { t, say } = useBrief();
  const begun = (text: string) =>
    as === 'sentence' ? say.sentence(text) : as === 'other' ? t('result.or', { clause: text }) : text;
  return (
    <li class="way">
      {clauses.map(({ text, question }, i) => (
        <span class="clause" key={text}>
          <span>{i === 0 ? begun(text) : t('result.and', { clause: text })} </span>
          {question !== undefined && question !== clauses[i - 1]?.question && (
            <QuestionLink session={session} question={question} back={back} />
          )}
        </span>
      ))}
    </li>
  );
}

/** More ways by a single answer are folded away. */
const MOST_ALONE = 6;
/** Ways by several answers together, shown where there is none by one. */
const MOST_TOGETHER = 3;

interface WaysProps {
  session: OpenSession;
  output: Output;
  /** Cheapest first. */
  ways: readonly Hinge[];
}

/** Those of one answer in sight, those of several behind a fold. */
export function Ways({ session, output, ways }: WaysProps) {
  const { t } = useApp();
  const alone = ways.filter(({ answers }) => answers.length === 1);
  const shown = alone.length > 0 ? alone.slice(0, MOST_ALONE) : ways.slice(0, MOST_TOGETHER);
  const rest = ways.slice(shown.length);
  const together = rest.every(({ answers }) => answers.length > 1) ? 'yes' : 'no';
  return (
    <>
      <WayList session={session} output={output} ways={shown} />
      {rest.length > 0 && (
        <Fold summary={t('result.moreWays', { n: rest.length, together })} class="more-ways">
          <WayList session={session} output={output} ways={rest} />
        </Fold>
      )}
    </>
  );
}

export function WayList({ session, output, ways }: WaysProps) {
  const { explain } = useBrief();
  return (
    <ul class="grounds">
      {ways.map(({ answers }, i) => (
        <Way
          key={JSON.stringify(answers)}
          session={session}
          clauses={explain.change(answers, session.state.value)}
          back={`result/${output.id}`}
          as={i > 0 ? 'other' : 'first'}
        />
      ))}
    </ul>
  );
}
