/** What the brief gives to argue with: points of the brief; that they belong here is the pack's inference. */
import type { Argument as Points } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { Locator } from '../parts/locator.tsx';
import { Row } from './row.tsx';
import './behind.css';

interface ArgumentProps {
  session: OpenSession;
  argument: Points;
}

export function Argument({ session, argument }: ArgumentProps) {
  const { pack, t } = useBrief();
  const outputs = new Map(pack.outputs.map((output) => [output.id, output]));
  /** Statements always; outputs only where they hold. */
  const there = (ids: readonly string[]) =>
    ids.filter((id) => !outputs.has(id) || session.verdict(id).status === 'holds');
  const groups = [
    { title: t('result.backs'), points: there(argument.backs) },
    { title: t('result.also'), points: there(argument.also) },
    { title: t('result.expect'), points: there(argument.expect) },
  ].filter(({ points }) => points.length > 0);
  if (groups.length === 0) return null;
  return (
    <Row term={t('result.argument')}>
      {groups.map(({ title, points }) => (
        <div class="points" key={title}>
          <h4 class="label">{title}</h4>
          <ul class="cited brief">
            {points.map((id) => (
              <Point key={id} id={id} statement={outputs.get(id)?.source[0] ?? id} />
            ))}
          </ul>
        </div>
      ))}
      <p class="small quiet">{t('result.inference')}</p>
    </Row>
  );
}

function Point({ id, statement }: { id: string; statement: string }) {
  const { words } = useBrief();
  return (
    <li>
      <span>{words.value.outputs[id]?.title ?? words.value.statements[id]}</span>
      <Locator statement={statement} />
    </li>
  );
}
