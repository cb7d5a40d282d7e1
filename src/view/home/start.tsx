/** The brief in a few lines, and the ways to begin. */
import { useBrief } from '../context.ts';
import { href } from '../routes.ts';

export function Start() {
  const { shortPath, pack, words, t, say } = useBrief();
  const { title, authors, publisher } = pack.brief;
  const { dated, dateNote } = words.value.brief;
  const count = (kind: string) => pack.outputs.filter((output) => output.kind === kind).length;
  return (
    <>
      <div class="pack">
        <p class="label">{t('home.theBrief')}</p>
        <cite>
          <a href={href({ name: 'brief', item: '' })}>{title}</a>
        </cite>
        <p>
          {t('home.byline', { authors: say.list(authors), publisher, dated, note: dateNote })}{' '}
          {t('home.contents', { recommendations: count('recommendation'), options: count('option') })}
        </p>
      </div>
      <div class="begin">
        <a class="button first" href={href({ name: 'new', start: 'short' })}>
          {t('home.start')}
        </a>
        <p>
          {t('home.shortPath', { n: shortPath.length })}
          <small>{t('home.shortPathIs')}</small>
        </p>
      </div>
      <ul class="ways">
        {pack.scenarios.some(({ origin }) => origin === 'brief') && (
          <li>
            <a href={href({ name: 'new', start: 'brief' })}>{t('home.briefsPicture', { dated })}</a>
          </li>
        )}
        <li>
          <a href={href({ name: 'new', start: 'whole' })}>
            {t('home.wholePath', { n: pack.questions.length })}
          </a>
        </li>
      </ul>
    </>
  );
}
