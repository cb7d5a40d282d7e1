/** Every text that was ever typed in a session, also what was changed since; any of them can be erased for good. */
import { useMemo, useState } from 'preact/hooks';
import { fold } from '../../session/fold.ts';
import { type KeptText, textsOf } from '../../session/hand-on/texts.ts';
import type { SessionScreenProps } from '../app.ts';
import { useApp } from '../context.ts';
import { sayDay } from '../dates.ts';
import { go, useHeading } from '../navigation.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { sessionHref } from '../routes.ts';
import './hand-on.css';

export function Texts({ session }: SessionScreenProps) {
  const { t, handOn, language } = useApp();
  const heading = useHeading(t('handing.textsTitle'));
  const [asking, setAsking] = useState<KeptText>();
  const [refused, setRefused] = useState('');
  const entries = session.entries.value;
  const texts = useMemo(() => textsOf(entries), [entries]);
  const state = useMemo(() => JSON.stringify(fold(entries)), [entries]);
  const inUse = ({ text }: KeptText) => state.includes(JSON.stringify(text));
  const isTitle = ({ text }: KeptText) => text === session.state.value.details.title;
  const day = (time: string) => sayDay(new Date(time), language.value, true);
  const erase = async ({ text }: KeptText) => {
    setAsking(undefined);
    const done = await handOn.value?.erase(session, text);
    if (done === undefined) return;
    if ('refused' in done) return setRefused(done.refused);
    announce(t('handing.erased'));
    go(sessionHref(done.id, 'texts'), 'replace');
  };
  return (
    <Frame
      session={session}
      class="texts-screen"
      bar={
        <a class="button second" href={sessionHref(session.id, 'hand-on')}>
          {t('handing.toGive')}
        </a>
      }
    >
      <div class="page texts">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('handing.textsTitle')}
        </h1>
        <p class="lead">{t('handing.textsLead')}</p>
        {refused && (
          <p class="problem" role="alert">
            {t('handing.notErased', { reason: refused })}
          </p>
        )}
        {texts.length === 0 && <p>{t('handing.noTexts')}</p>}
        <ul class="kept-texts">
          {texts.map((one) => (
            <li key={one.text}>
              <div class="own">
                <p>{one.text}</p>
              </div>
              <p class="small quiet">
                {t('handing.textIs', {
                  kinds: one.kinds.map((kind) => t('handing.textKind', { kind })).join(', '),
                  use: inUse(one) ? 'now' : 'before',
                  day: day(one.last),
                  n: one.entries,
                })}
              </p>
              {isTitle(one) ? (
                <p class="small quiet">{t('handing.titleStays')}</p>
              ) : (
                <button
                  type="button"
                  class="word"
                  aria-label={t('handing.eraseOne', { text: one.text })}
                  onClick={() => setAsking(one)}
                >
                  {t('handing.erase')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
      {asking && (
        <Dialog title={t('handing.eraseAsk')} onClose={() => setAsking(undefined)}>
          <div class="own">
            <p>{asking.text}</p>
          </div>
          <p>{t('handing.eraseWhat', { n: asking.entries, use: inUse(asking) ? 'now' : 'before' })}</p>
          <p class="small">{t('handing.eraseNot')}</p>
          <div class="choices">
            <button type="button" class="button second" onClick={() => setAsking(undefined)}>
              {t('handing.keep')}
            </button>
            <button type="button" class="button first" onClick={() => void erase(asking)}>
              {t('handing.erase')}
            </button>
          </div>
        </Dialog>
      )}
    </Frame>
  );
}
