/** What Waymark is, and what it is not. */
import { useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { href } from '../routes.ts';
import './about.css';

export function About() {
  const { pack, words, t, version } = useBrief();
  const { dated, dateNote, citation } = words.value.brief;
  const heading = useHeading(t('about.title'));
  return (
    <Frame bar={<BackBar />}>
      <div class="page about-page">
        <h1 ref={heading} tabIndex={-1}>
          {t('about.title')}
        </h1>
        <p>{t('about.what')}</p>
        <p>{t('about.exact')}</p>
        <p>
          <a class="word go" href={href({ name: 'proof' })}>
            {t('proof.heading')}
          </a>
        </p>
        <h2 class="group">
          <span>{t('about.notTitle')}</span>
        </h2>
        <ul class="sentences">
          <li>{t('about.notOfficial')}</li>
          <li>{t('about.notClassified')}</li>
          <li>{t('about.notNames')}</li>
          <li>{t('about.notBeyond')}</li>
        </ul>
        <h2 class="group">
          <span>{t('about.keptTitle')}</span>
        </h2>
        <ul class="sentences">
          <li>{t('about.keptHere')}</li>
          <li>{t('about.keptReadable')}</li>
          <li>{t('about.keptBrowser')}</li>
          <li>{t('about.keptHidden')}</li>
        </ul>
        <h2 class="group">
          <span>{t('about.briefTitle')}</span>
        </h2>
        <p>{citation}</p>
        <p>{t('about.briefDated', { dated, note: dateNote })}</p>
        <p>{t('about.ownWords')}</p>
        <p>
          <a class="word go" href={href({ name: 'brief', item: '' })}>
            {t('about.toBrief')}
          </a>
        </p>
        <h2 class="group">
          <span>{t('about.versionTitle')}</span>
        </h2>
        <dl class="facts">
          <dt>{t('about.appVersion')}</dt>
          <dd class="num">
            {t('about.appBuild', { version: version.app, build: version.build.slice(0, 12) })}
          </dd>
          <dt>{t('about.packVersion')}</dt>
          <dd class="num">
            {t('about.packIs', { id: pack.id, version: pack.version, hash: pack.hash.slice(0, 12) })}
          </dd>
          <dt>{t('ready.state')}</dt>
          <dd>
            <a class="word go" href={href({ name: 'ready' })}>
              {t('ready.title')}
            </a>
          </dd>
          <dt>{t('about.licence')}</dt>
          <dd>{t('about.licenceIs')}</dd>
        </dl>
      </div>
    </Frame>
  );
}
