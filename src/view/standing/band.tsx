/** The standing as a bar below the page, in portrait and on phones; it opens to the whole ledger. */
import { useState } from 'preact/hooks';
import type { Output } from '../../engine/pack.ts';
import type { Status } from '../../engine/verdict.ts';
import { type Change, type OpenSession, stripOrder } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { faceOf } from '../modality.ts';
import { Chevron } from '../parts/chevron.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Shape } from '../parts/shape.tsx';
import { changeInWords, nameOf, outputOf, sortChanges } from './change-words.ts';
import { Ledger } from './ledger.tsx';
import './standing.css';
import './standing-band.css';

/** Stands in a message where a node will be put. */
const HERE = '\u0000';
const STATUSES: readonly Status[] = ['holds', 'open', 'fails'];

export function StandingBand({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const [open, setOpen] = useState(false);
  return (
    <section class="band standing-band" aria-label={t('standing.title')}>
      <div class="handle">
        <h2>{t('standing.title')}</h2>
        <Counts session={session} />
        <LastChange session={session} />
        <button type="button" class="open-all" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <span>{t('standing.showAll')}</span> <Chevron to="up" />
        </button>
      </div>
      <Cells session={session} />
      {open && (
        <Dialog class="standing-all" title={t('standing.title')} onClose={() => setOpen(false)}>
          <form method="dialog">
            <button type="submit" class="word">
              {t('standing.close')}
            </button>
          </form>
          {/* A line leads to the result; the dialog does not stay behind. */}
          <Ledger session={session} />
        </Dialog>
      )}
    </section>
  );
}

/** "advice: 4 apply, 1 open, 2 not now"; options are not counted as advice. */
function Counts({ session }: { session: OpenSession }) {
  const { pack, t } = useBrief();
  const advice = pack.outputs.filter(({ kind }) => kind === 'recommendation');
  return (
    <p class="counts">
      <span>{t('standing.countsOf')}</span>
      {STATUSES.map((status) => (
        <span key={status}>
          <Shape status={status} size={12} />{' '}
          {t('standing.counts', {
            status,
            n: advice.filter(({ id }) => session.verdict(id).status === status).length,
          })}
        </span>
      ))}
    </p>
  );
}

/** The first thing that changed, by name, and how many more. */
function LastChange({ session }: { session: OpenSession }) {
  const app = useBrief();
  const { advice, besides } = sortChanges(app.pack, session.changes.value);
  const [first, ...more] = advice;
  if (first === undefined && besides.length > 0) {
    return <p class="change">{app.t('standing.besides', { n: besides.length })}</p>;
  }
  if (first === undefined) {
    // Where there is no room for the counts with their shapes, they stand here in words.
    const statuses = stripOrder(app.pack).map((output) => session.verdict(output).status);
    return <p class="change nothing">{app.say.tally(statuses)}</p>;
  }
  const [before = '', after = ''] = changeInWords(app, first, session.verdict, HERE).split(HERE);
  return (
    <p class="change">
      {before}
      <span class={faceOf(outputOf(app.pack, first.output))}>{nameOf(app, first.output)}</span>
      {after} {more.length > 0 && <span class="quiet">{app.t('standing.andMore', { n: more.length })}</span>}
    </p>
  );
}

/** Eight cells in portrait; on phones the shapes alone, over the words of their modality. */
function Cells({ session }: { session: OpenSession }) {
  const { pack, say } = useBrief();
  const outputs = stripOrder(pack).map((id) => outputOf(pack, id));
  const changes = new Map(session.changes.value.map((change) => [change.output, change]));
  return (
    <ul class="cells">
      {outputs.map((output, i) => (
        <Cell
          key={output.id}
          session={session}
          output={output}
          change={changes.get(output.id)}
          modality={
            outputs[i - 1]?.modality === output.modality || output.modality === undefined
              ? ''
              : say.modality(output.modality)
          }
        />
      ))}
    </ul>
  );
}

interface CellProps {
  session: OpenSession;
  output: Output;
  change: Change | undefined;
  /** The word of the modality, in the first cell that has it. */
  modality: string;
}

function Cell({ session, output, change, modality }: CellProps) {
  const app = useBrief();
  const { status } = session.verdict(output.id);
  const weak = session.restsOnWeak(output.id).length > 0;
  const classes = [change && 'changed', modality && 'first-of-modality'].filter(Boolean).join(' ');
  return (
    <li class={classes || undefined}>
      <Shape status={status} size={20} weak={weak} />
      <span class={`name ${faceOf(output, status)}`}>{nameOf(app, output.id)}</span>
      <span class="unseen">{app.say.stateWord(output, status)}</span>
      {modality && (
        <span class={`modality ${faceOf(output)}`} aria-hidden="true">
          {modality}
        </span>
      )}
    </li>
  );
}
