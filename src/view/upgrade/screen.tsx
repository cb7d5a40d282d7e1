/** A session of an older version of the pack: what taking it over would change, before anything else is shown of it. */
import { useEffect, useState } from 'preact/hooks';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { go, useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { href, sessionHref } from '../routes.ts';
import { AnswersThen } from './answers.tsx';
import type { Looked } from './looked.ts';
import { Turns } from './turns.tsx';
import './upgrade.css';

export function UpgradeScreen({ session }: SessionScreenProps) {
  const app = useBrief();
  const { t } = app;
  const heading = useHeading(t('upgrade.title'), `${session.id}/upgrade`);
  const [looked, setLooked] = useState<Looked>();
  const { pack, details } = session.state.value;
  useEffect(() => {
    void app.bringOlderPacks().then(async (older) => {
      await older.bring(session.entries.peek());
      setLooked({ older, upgrade: older.upgradeOf(session) });
    });
  }, [session.id, session.entries.value]);
  const versions = { from: pack.version, to: app.pack.version };
  const take = async () => {
    if (looked === undefined) return;
    announce(t('upgrade.taken', versions));
    void session.takeOver(looked.upgrade.before ?? {});
    go(sessionHref(session.id, 'overview'), 'replace');
  };
  return (
    <Frame
      class="upgrade-screen"
      bar={
        <>
          <a class="button second" href={href({ name: 'home' })}>
            {t('upgrade.notNow')}
          </a>
          <span class="room" />
          <button
            type="button"
            class="button first"
            disabled={looked === undefined}
            onClick={() => void take()}
          >
            {t('upgrade.take', versions)}
          </button>
        </>
      }
    >
      <div class="page upgrade">
        <p class="running-head">{details.title}</p>
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('upgrade.heading', versions)}
        </h1>
        <p class="lead">{t('upgrade.lead', versions)}</p>
        {looked && (
          <>
            {looked.upgrade.before === undefined && <p class="note-box">{t('upgrade.unknown', versions)}</p>}
            <Turns session={session} looked={looked} />
            <AnswersThen session={session} looked={looked} />
            <p class="small">{t('upgrade.after')}</p>
            <p class="ways">
              <a class="word go" href={sessionHref(session.id, 'history')}>
                {t('upgrade.asItWas')}
              </a>
            </p>
          </>
        )}
      </div>
    </Frame>
  );
}
