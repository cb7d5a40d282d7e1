/** What the user added to an output, behind it: shown and changed in place. */
import type { Output } from '../../engine/pack.ts';
import { useApp } from '../context.ts';
import { Row } from '../result/row.tsx';
import { href } from '../routes.ts';
import { OwnList } from './own-list.tsx';

export function OwnRow({ output }: { output: Output }) {
  const { t, additions } = useApp();
  const own = additions.value;
  if (own === undefined || !own.ready.value) return null;
  return (
    <Row term={t('additions.row')}>
      <OwnList own={own} output={output.id}>
        <a class="word" href={href({ name: 'additions' })}>
          {t('additions.all')}
        </a>
      </OwnList>
    </Row>
  );
}
