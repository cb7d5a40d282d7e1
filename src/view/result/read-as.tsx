/** How the text was read for this output, and whether another reading would change it here. */
import type { Output } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { ANY } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { Shape } from '../parts/shape.tsx';
import { ReadingLink } from './reading-link.tsx';
import { Row } from './row.tsx';
import './behind.css';

interface ReadAsProps {
  session: OpenSession;
  output: Output;
}

export function ReadAs({ session, output }: ReadAsProps) {
  const { pack, t, words } = useBrief();
  const readings = session.readingsOf(output.id);
  const remarks = pack.remarks.filter(({ outputs }) => outputs.includes(output.id));
  if (readings.length + remarks.length === 0) return null;
  return (
    <Row term={t('result.readAs')}>
      <HoweverRead session={session} output={output} />
      <ul class="readings-of">
        {readings.map((one) => (
          <li key={one.reading}>
            <ReadingHere session={session} output={output} {...one} />
          </li>
        ))}
        {remarks.map(({ id }) => (
          <li key={id}>
            <p>
              <b>{words.value.remarks[id]?.title}.</b> {words.value.remarks[id]?.text}
            </p>
          </li>
        ))}
      </ul>
    </Row>
  );
}

/** Over all combinations of readings: whether it comes to the same, or what it can come to. */
function HoweverRead({ session, output }: ReadAsProps) {
  const { t, say, reasoner } = useBrief();
  const report = reasoner.value?.readings(session.situation.value, output.id);
  if (report?.hangsOn === undefined || report.all === undefined || report.readings.length === 0) return null;
  if (report.all.length === 1) return <p class="however">{t('result.howeverRead')}</p>;
  const states = say.list(
    report.all.map((status) => t('explain.quoted', { text: say.stateWord(output, status) })),
  );
  return <p class="however">{t('result.hangsOnReading', { n: report.hangsOn.length, states })}</p>;
}

type ReadingHereProps = ReadAsProps & ReturnType<OpenSession['readingsOf']>[number];

function ReadingHere({ session, output, reading, taken, statuses }: ReadingHereProps) {
  const { t, say, words } = useBrief();
  const said = words.value.readings[reading];
  const { status } = session.verdict(output.id);
  const others = Object.entries(statuses).filter(([letter]) => letter !== taken);
  const link = <ReadingLink session={session} reading={reading} back={`result/${output.id}`} />;
  const same = others.every(([, other]) => other === status);
  return (
    <div>
      <p>
        <span class="quiet">{said?.title}</span> {taken === ANY ? t('result.leftOpen') : said?.letters[taken]}
      </p>
      {same ? (
        <p>
          {t('result.readOtherwise')} <b>{t('result.same', { n: others.length })}</b> {link}
        </p>
      ) : (
        <ul class="letters-of">
          {others.map(([letter, other]) => (
            <li key={letter}>
              <span>
                {t('result.readOtherwise')} {said?.letters[letter]}
              </span>
              <span class="state">
                <Shape status={other} size={12} /> <b>{say.stateWord(output, other)}</b>
              </span>
            </li>
          ))}
          <li>{link}</li>
        </ul>
      )}
    </div>
  );
}
