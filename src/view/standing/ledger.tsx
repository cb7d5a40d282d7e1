/** The standing as a ledger: what applies, what is open, what is not now, and why, one line each. */
import type { Output } from '../../engine/pack.ts';
import type { Change, OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { factsOf } from '../facts.ts';
import { faceOf } from '../modality.ts';
import { Shape } from '../parts/shape.tsx';
import { sessionHref } from '../routes.ts';
import { Besides } from './besides.tsx';
import { nameOf, wasInWords } from './change-words.ts';
import { ledgerGroups } from './groups.ts';
import './standing.css';

/** Letters that the second line of an entry holds, so that no line grows and moves the others. */
const ROOM = 46;
/** The same where it says besides what the line was before. */
const ROOM_BESIDE_WAS = 36;

const STATUSES = ['holds', 'open', 'fails'] as const;

/** What a name stands beside takes as much room whatever it says, so that the name never wraps for an answer. */
function longestOf(words: readonly string[]): string {
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

export function Ledger({ session }: { session: OpenSession }) {
  const { pack, say, t } = useBrief();
  const changes = new Map(session.changes.value.map((change) => [change.output, change]));
  return (
    <div class="ledger">
      {ledgerGroups(pack).map(({ modality, actor, outputs }) => (
        <section key={`${modality} ${actor}`}>
          <h3 class="lead-in">
            <span>{say.leadIn(modality, [actor])}</span>
            {modality === 'may' && <span>{t('standing.optionNote')}</span>}
          </h3>
          <ul>
            {outputs.map((output) => (
              <Line key={output.id} session={session} output={output} change={changes.get(output.id)} />
            ))}
          </ul>
        </section>
      ))}
      <Besides session={session} />
    </div>
  );
}

interface LineProps {
  session: OpenSession;
  output: Output;
  /** What the last action changed in it. */
  change: Change | undefined;
}

function Line({ session, output, change }: LineProps) {
  const app = useBrief();
  const { say, explain, words } = app;
  const { status } = session.verdict(output.id);
  const facts = factsOf(session, output.id);
  return (
    <li class={change ? 'changed' : undefined} data-output={output.id}>
      <a class="line" href={sessionHref(session.id, 'result', output.id)}>
        <Shape status={status} weak={session.restsOnWeak(output.id).length > 0} />
        <span class={faceOf(output, status)}>
          {words.value.outputs[output.id]?.short ?? nameOf(app, output.id)}
        </span>{' '}
        <span class="state" data-room={longestOf(STATUSES.map((one) => say.stateWord(output, one)))}>
          {say.stateWord(output, status)}
        </span>{' '}
        <span class="why">
          <span class="reason">{explain.reason(output, facts, change ? ROOM_BESIDE_WAS : ROOM)}</span>{' '}
          {change && <span class="was">{wasInWords(app, change, session.verdict)}</span>}
        </span>
      </a>
    </li>
  );
}
