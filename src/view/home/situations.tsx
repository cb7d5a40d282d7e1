/** Prepared situations to practise on, always called hypothetical. */
import { useBrief } from '../context.ts';
import { href } from '../routes.ts';

/** `explained`: with a sentence on each, where there is room for it. */
export function Situations({ explained }: { explained: boolean }) {
  const { pack, words, t } = useBrief();
  const hypothetical = pack.scenarios.filter(({ origin }) => origin === 'hypothetical');
  if (hypothetical.length === 0) return null;
  return (
    <div class={explained ? 'situations explained' : 'situations'}>
      <h3 class="label">
        {t('home.situations')} <small>{t('home.situationsAre')}</small>
      </h3>
      <ul>
        {hypothetical.map(({ id }) => (
          <li key={id}>
            <a href={href({ name: 'new', start: id })}>
              <span>{words.value.scenarios[id]?.title}</span>
              {explained && <small>{words.value.scenarios[id]?.summary}</small>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
