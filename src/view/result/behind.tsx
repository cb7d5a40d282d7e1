/** Everything behind one verdict, row by row: from the answers through the text to what it gives to argue with. */
import type { Output } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { OwnRow } from '../additions/own-row.tsx';
import type { Facts } from '../app.ts';
import { useBrief } from '../context.ts';
import { sessionHref } from '../routes.ts';
import { Argument } from './argument.tsx';
import { FirmRow } from './firm-row.tsx';
import { ReadAs } from './read-as.tsx';
import { hasLapsed, needsOf } from './readings-taken.ts';
import { Row } from './row.tsx';
import { Statements } from './statements.tsx';
import { Addressees, Reasons, Unless } from './why.tsx';
import { WouldChange } from './would-change.tsx';
import './behind.css';

interface BehindProps {
  session: OpenSession;
  output: Output;
  facts: Facts;
}

export function Behind({ session, output, facts }: BehindProps) {
  const { pack, t, words } = useBrief();
  const { status } = facts.verdict;
  const said = words.value.outputs[output.id];
  const notes = (session.evaluation.value.notes[output.id] ?? []).flatMap((id) => said?.notes?.[id] ?? []);
  const needs = status === 'holds' ? undefined : needsOf(pack, words.value, session, output);
  const lapsed = hasLapsed(pack, session, output) ? said?.lapses : undefined;
  return (
    <>
      <dl>
        <Reasons session={session} output={output} facts={facts} />
        {status === 'holds' && <Unless session={session} output={output} facts={facts} />}
        {lapsed && <Row term={t('result.itLapsed')}>{lapsed}</Row>}
        {needs && (
          <Row term={t(needs.byDefault ? 'result.itTakesByDefault' : 'result.itTakes')}>{needs.text}</Row>
        )}
        {status === 'holds' && said?.line && (
          <Row term={t('result.line')}>
            <p class="brief">{t('result.quoted', { text: said.line })}</p>
          </Row>
        )}
        {status === 'holds' && output.focus && (
          <Addressees session={session} question={output.focus} output={output} />
        )}
        {(notes.length > 0 || said?.remark) && (
          <Row term={t('result.toNote')}>
            {[...notes, ...(said?.remark ? [said.remark] : [])].map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Row>
        )}
        {output.source.length > 0 && (
          <Row term={t('result.briefSays')}>
            <Statements ids={output.source} />
          </Row>
        )}
        <ReadAs session={session} output={output} />
        {output.kind !== 'background' && <FirmRow session={session} output={output} />}
        {output.kind !== 'background' && <WouldChange session={session} output={output} />}
        {status === 'holds' && output.argument && <Argument session={session} argument={output.argument} />}
        <OwnRow output={output} />
      </dl>
      {output.kind !== 'background' && (
        <a class="word go" href={sessionHref(session.id, 'map', output.id)}>
          {t('map.wayFromResult')}
        </a>
      )}
    </>
  );
}
