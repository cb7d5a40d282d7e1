/** All own additions by output: written, changed, deleted and brought back; given to colleagues and taken from them. */
import type { Output } from '../../engine/pack.ts';
import type { OwnAdditions } from '../app.ts';
import { useApp, useBrief } from '../context.ts';
import { faceOf } from '../modality.ts';
import { useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { Locator } from '../parts/locator.tsx';
import { RunHead } from '../parts/run-head.tsx';
import './additions.css';
import { Deleted } from './deleted.tsx';
import { OwnList } from './own-list.tsx';
import { Share } from './share.tsx';

export function AdditionsScreen() {
  const { t, additions, storage } = useApp();
  const heading = useHeading(t('additions.title'));
  const own = additions.value;
  return (
    <Frame bar={<BackBar />}>
      <div class="page additions" aria-busy={own === undefined || !own.ready.value}>
        <RunHead />
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('additions.title')}
        </h1>
        <p class="lead">{t('additions.lead')}</p>
        <p class="lead">{t('additions.namesNobody')}</p>
        {storage.value !== 'none' && <p class="small quiet">{t('additions.where')}</p>}
        {own && <Own own={own} />}
      </div>
    </Frame>
  );
}

function Own({ own }: { own: OwnAdditions }) {
  const { pack, t } = useBrief();
  const isAdvice = ({ kind }: Output) => kind === 'recommendation' || kind === 'option';
  const further = pack.outputs.filter((output) => !isAdvice(output) && own.of(output.id).length > 0);
  const known = new Set(pack.outputs.map(({ id }) => id));
  const lost = [...new Set(own.all.value.map(({ output }) => output))].filter((output) => !known.has(output));
  if (own.unreadable.value !== '' && !own.ready.value)
    return (
      <p class="trouble" role="alert">
        {t('additions.unreadable')}
      </p>
    );
  return (
    <>
      {own.damaged.value > 0 && (
        <p class="trouble" role="alert">
          {t('additions.damaged', { n: own.damaged.value })}
        </p>
      )}
      <section>
        <h2 class="group">{t('additions.byOutput')}</h2>
        {pack.outputs.filter(isAdvice).map((output) => (
          <ToOutput key={output.id} own={own} output={output} />
        ))}
        <p class="small quiet">{t('additions.furtherHow')}</p>
      </section>
      {further.length > 0 && (
        <section>
          <h2 class="group">{t('additions.further')}</h2>
          {further.map((output) => (
            <ToOutput key={output.id} own={own} output={output} />
          ))}
        </section>
      )}
      {lost.length > 0 && (
        <section>
          <h2 class="group">{t('additions.lost')}</h2>
          {lost.map((output) => (
            <OwnList key={output} own={own} output={output} />
          ))}
        </section>
      )}
      <Deleted own={own} />
      <Share own={own} />
    </>
  );
}

function ToOutput({ own, output }: { own: OwnAdditions; output: Output }) {
  const { say } = useBrief();
  const [statement] = output.source;
  return (
    <article class="to-output">
      {statement && <Locator statement={statement} />}
      <h3 class={faceOf(output, 'holds')}>{say.title(output, 'holds')}</h3>
      <OwnList own={own} output={output.id} />
    </article>
  );
}
