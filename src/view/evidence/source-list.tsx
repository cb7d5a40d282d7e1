/** The sources that an answer rests on, each with what it says, and the way to name one more. */
import { useRef, useState } from 'preact/hooks';
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import type { Evidence, SourceUse } from '../../session/journal.ts';
import { useApp } from '../context.ts';
import { isBegun } from '../parts/draft.ts';
import { announce } from '../parts/live.tsx';
import { sessionHref } from '../routes.ts';
import { SourceForm, sourceDraft } from './source-form.tsx';
import { useSaid } from './source-words.ts';

interface SourceListProps {
  session: OpenSession;
  question: Question;
  uses: readonly SourceUse[];
  onPut: (part: Pick<Evidence, 'sources'>) => Promise<unknown>;
}

export function SourceList({ session, question, uses, onPut }: SourceListProps) {
  const { t } = useApp();
  /** The source whose form is open; '' for a new one. */
  const [form, setForm] = useState(() => begunForm(session.id, question.id, uses));
  const add = useRef<HTMLButtonElement>(null);
  const said = useSaid();
  const titleOf = (id: string) => session.state.value.sources.find((one) => one.id === id)?.title ?? id;
  const done = () => {
    setForm(undefined);
    // The form is gone, and the focus with it.
    setTimeout(() => document.activeElement === document.body && add.current?.focus());
  };
  const keep = async (use: SourceUse, before?: string) => {
    const others = uses.filter(({ source }) => source !== before && source !== use.source);
    const at = uses.findIndex(({ source }) => source === (before ?? use.source));
    await onPut({ sources: at < 0 ? [...others, use] : [...others.slice(0, at), use, ...others.slice(at)] });
    done();
  };
  const takeAway = (id: string) => {
    void onPut({ sources: uses.filter(({ source }) => source !== id) });
    announce(t('evidence.removed', { title: titleOf(id) }));
    add.current?.focus();
  };
  return (
    <section class="source-list">
      <h2 class="label">{t('evidence.sources')}</h2>
      {uses.length === 0 && form === undefined && <p class="small quiet">{t('evidence.noSources')}</p>}
      {uses.length > 0 && (
        <ul>
          {uses.map((use) =>
            form === use.source ? (
              <li key={use.source}>
                <SourceForm
                  session={session}
                  question={question.id}
                  base={use}
                  onKeep={(next) => keep(next, use.source)}
                  onCancel={done}
                />
              </li>
            ) : (
              <li key={use.source} class="source-use">
                <p class="own">
                  {titleOf(use.source)}
                  <small>{said.use(session, use)}</small>
                </p>
                <p class="ways">
                  <button
                    type="button"
                    class="word"
                    aria-label={t('evidence.changeSourceOf', { title: titleOf(use.source) })}
                    onClick={() => setForm(use.source)}
                  >
                    {t('evidence.changeSource')}
                  </button>
                  <button
                    type="button"
                    class="word"
                    aria-label={t('evidence.removeSourceOf', { title: titleOf(use.source) })}
                    onClick={() => takeAway(use.source)}
                  >
                    {t('evidence.removeSource')}
                  </button>
                </p>
              </li>
            ),
          )}
        </ul>
      )}
      {form === '' && (
        <SourceForm
          session={session}
          question={question.id}
          taken={uses.map(({ source }) => source)}
          onKeep={(use) => keep(use)}
          onCancel={done}
        />
      )}
      <p class="ways" hidden={form === ''}>
        <button type="button" class="word go" ref={add} onClick={() => setForm('')}>
          {t('evidence.addSource')}
        </button>
        {session.state.value.sources.length > 0 && (
          <a class="word" href={sessionHref(session.id, 'sources', question.id)}>
            {t('evidence.allSources')}
          </a>
        )}
      </p>
    </section>
  );
}

/** The form that was begun and left: of a source's id, '' of a new one; undefined where none was. */
export function begunForm(session: string, question: string, uses: readonly SourceUse[]): string | undefined {
  return ['', ...uses.map(({ source }) => source)].find((source) =>
    isBegun(sourceDraft(session, question, source)),
  );
}
