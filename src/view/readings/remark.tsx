/** An ambiguity that changes no verdict: what is unclear, and how the pack deals with it. */
import type { Remark } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { faceOf } from '../modality.ts';
import { Statements } from '../result/statements.tsx';
import { sessionHref } from '../routes.ts';
import './readings.css';

export function RemarkEntry({ session, remark }: { session: OpenSession; remark: Remark }) {
  const { pack, t, words } = useBrief();
  const said = words.value.remarks[remark.id];
  const outputs = pack.outputs.filter(({ id }) => remark.outputs.includes(id));
  return (
    <section class="reading" id={`reading-${remark.id}`}>
      <h3 tabIndex={-1}>{said?.title}</h3>
      <Statements ids={remark.statements} />
      <p class="reason">{said?.text}</p>
      {outputs.length > 0 && (
        <p class="shown-with">
          <span class="quiet">{t('readings.shownWith')}</span>
          {outputs.map((output) => (
            <a
              key={output.id}
              class={`word ${faceOf(output)}`}
              href={sessionHref(session.id, 'result', output.id)}
            >
              {words.value.outputs[output.id]?.name}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
