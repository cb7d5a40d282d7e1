/** A session's answers as a link and as a QR code, in several where one would be too fine for a camera. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { announce } from '../parts/live.tsx';
import { href } from '../routes.ts';
import { Qr } from './qr.tsx';

/** Letters of an address that a camera still reads from a screen. */
const READABLE = 150;

export function AnswersCode({ session }: { session: OpenSession }) {
  const { t, handOn } = useApp();
  const [shown, setShown] = useState(false);
  const own = handOn.value;
  const situation = session.situation.value;
  const links = useMemo(() => {
    if (own === undefined) return { whole: '', parts: [] };
    const [whole = ''] = own.codes(session, Number.POSITIVE_INFINITY);
    const room = Math.max(40, READABLE - address('').length);
    return { whole: address(whole), parts: own.codes(session, room).map(address) };
  }, [own, situation, session.state.value]);
  const { handling } = session.state.value.details;
  if (location.protocol === 'file:')
    return (
      <section>
        <h2 class="group">{t('handing.asLink')}</h2>
        <p>{t('place.noLink')}</p>
      </section>
    );
  return (
    <section>
      <h2 class="group">{t('handing.asLink')}</h2>
      <p>{t('handing.linkIs')}</p>
      {handling && <p class="small">{t('handing.handle', { label: handling })}</p>}
      <Link link={links.whole} />
      <p>
        <button type="button" class="button second" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t('handing.showCode', { shown: shown ? 'yes' : 'no' })}
        </button>
      </p>
      {shown && (
        <ol class="codes">
          {links.parts.map((link, i) => (
            <li key={link}>
              <Qr text={link} label={t('handing.codeName', { n: i + 1, of: links.parts.length })} />
              {links.parts.length > 1 && (
                <p class="small">{t('handing.codeName', { n: i + 1, of: links.parts.length })}</p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Link({ link }: { link: string }) {
  const { t } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'yes' | 'no'>();
  useEffect(() => setCopied(undefined), [link]);
  const copy = async () => {
    // Over plain HTTP there is no clipboard.
    const done = await (navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('none')))
      .then(() => 'yes' as const)
      .catch(() => 'no' as const);
    // What cannot be copied for somebody is marked, so that they can.
    if (done === 'no') field.current?.select();
    setCopied(done);
    announce(t('handing.copied', { done }));
  };
  return (
    <div class="link-field">
      <label class="field">
        <span>{t('handing.link')}</span>
        <input class="input num" readOnly value={link} ref={field} onFocus={() => field.current?.select()} />
      </label>
      <button type="button" class="button second" onClick={() => void copy()}>
        {t('handing.copy')}
      </button>
      {copied && <p class="small">{t('handing.copied', { done: copied })}</p>}
    </div>
  );
}

/** Everything behind the #, which no browser sends to any server. */
function address(code: string): string {
  return `${location.origin}${location.pathname}${href({ name: 'answers', code })}`;
}
