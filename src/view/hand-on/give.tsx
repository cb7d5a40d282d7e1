/** A session handed on: as a file, with what goes along chosen and shown first; its answers as a link or QR code. */
import { useMemo, useState } from 'preact/hooks';
import type { Giving } from '../../session/hand-on/giving.ts';
import { issuesOf } from '../../session/issues.ts';
import type { SessionScreenProps } from '../app.ts';
import { useApp } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { Choice } from '../readings/choice.tsx';
import { sessionHref } from '../routes.ts';
import { AnswersCode } from './code.tsx';
import './hand-on.css';
import { Outcome } from './outcome.tsx';
import { PickFile } from './pick-file.tsx';
import { isReady, Protect } from './protect.tsx';
import { fileName, type SaveOutcome, saveFile } from './save.ts';
import '../parts/options.css';

export function Give({ session }: SessionScreenProps) {
  const { t, handOn } = useApp();
  const heading = useHeading(t('handing.giveTitle'));
  // The history keeps what was later deleted: it goes along only when asked for.
  const [giving, setGiving] = useState<Giving>({ history: false, notes: true });
  const [passphrase, setPassphrase] = useState<string>();
  const [outcome, setOutcome] = useState<SaveOutcome | 'making' | 'different'>();
  const [made, setMade] = useState('');
  const state = session.state.value;
  const { title, handling, handlingNote } = state.details;
  const name = fileName(handling, passphrase === undefined ? title : t('handing.lockedName'), new Date());

  const say = (became: SaveOutcome | 'different') => {
    setOutcome(became);
    announce(t('handing.outcome', { outcome: became, name }));
  };
  const save = async () => {
    const own = handOn.value;
    if (own === undefined) return;
    const saved = await saveFile(async () => {
      const { text } = own.writeSession(session, giving);
      if (passphrase === undefined) return text;
      setOutcome('making');
      return own.lock(text, passphrase);
    }, name);
    setMade(saved.text);
    say(saved.outcome);
  };
  const check = async (file: File) => {
    say((await file.text().catch(() => '')) === made ? 'saved' : 'different');
  };
  const choose = (change: Partial<Giving>) => {
    setGiving((now) => ({ ...now, ...change }));
    setOutcome(undefined);
  };

  return (
    <Frame
      session={session}
      class="give-screen"
      bar={
        <>
          <a class="button second" href={sessionHref(session.id, 'note')}>
            {t('handing.toNote')}
          </a>
          <span class="room" />
          <button
            type="button"
            class="button first"
            disabled={!isReady(passphrase)}
            aria-disabled={outcome === 'making'}
            onClick={() => outcome !== 'making' && void save()}
          >
            {t('handing.save')}
          </button>
        </>
      }
    >
      <div class="page give">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('handing.giveTitle')}
        </h1>
        <p class="lead">{t('handing.giveLead')}</p>
        <section>
          <h2 class="group">{t('handing.asFile')}</h2>
          <div class="both-choices">
            <fieldset class="options one">
              <legend>{t('handing.history')}</legend>
              <div class="rows">
                <Choice
                  name="history"
                  chosen={!giving.history}
                  onChoose={() => choose({ history: false })}
                  below={t('handing.historyNot')}
                >
                  {t('handing.without')}
                </Choice>
                <Choice
                  name="history"
                  chosen={giving.history}
                  onChoose={() => choose({ history: true })}
                  below={t('handing.historyIs')}
                >
                  {t('handing.with')}
                </Choice>
              </div>
            </fieldset>
            <fieldset class="options one">
              <legend>{t('handing.notes')}</legend>
              <div class="rows">
                <Choice
                  name="notes"
                  chosen={giving.notes}
                  onChoose={() => choose({ notes: true })}
                  below={t('handing.notesAre')}
                >
                  {t('handing.with')}
                </Choice>
                <Choice
                  name="notes"
                  chosen={!giving.notes}
                  onChoose={() => choose({ notes: false })}
                  below={t('handing.notesNot')}
                >
                  {t('handing.without')}
                </Choice>
              </div>
            </fieldset>
          </div>
          <Protect
            name="session"
            passphrase={passphrase}
            onChange={(chosen) => {
              setPassphrase(chosen);
              setOutcome(undefined);
            }}
          />
          <Inside session={session} giving={giving} />
          <p class="file-name">
            <span class="label">{t('handing.fileName')}</span> <span class="num">{name}</span>
          </p>
          {(handling || handlingNote) && (
            <p class="small">
              {t('handing.handle', { label: [handling, handlingNote].filter(Boolean).join(', ') })}
            </p>
          )}
          {outcome && (
            <Outcome outcome={outcome} name={name} locked={passphrase !== undefined}>
              {outcome === 'handed' && (
                <PickFile class="word go" onFile={(file) => void check(file)}>
                  {t('handing.check')}
                </PickFile>
              )}
            </Outcome>
          )}
        </section>
        <AnswersCode session={session} />
        <section>
          <h2 class="group">{t('handing.textsTitle')}</h2>
          <p>{t('handing.textsWhy')}</p>
          <p>
            <a class="word go" href={sessionHref(session.id, 'texts')}>
              {t('handing.toTexts')}
            </a>
          </p>
        </section>
      </div>
    </Frame>
  );
}

/** What the file holds, told before it is made. */
function Inside({ session, giving }: { session: SessionScreenProps['session']; giving: Giving }) {
  const { t } = useApp();
  const entries = session.entries.value;
  const issues = useMemo(() => issuesOf(entries).length, [entries]);
  const { answers, evidence, sources, news } = session.state.value;
  const written = Object.values(evidence);
  const notes = written.filter(({ note }) => note !== '').length;
  const views = written.filter(({ ownView }) => ownView !== '').length;
  const parts = [
    t('handing.insideAnswers', { n: Object.keys(answers).length }),
    ...(giving.notes
      ? [t('handing.insideNotes', { notes, views, sources: sources.length, news: news.length })]
      : []),
    ...(giving.history ? [t('handing.insideHistory', { n: entries.length, issues })] : []),
  ];
  return (
    <div class="inside" aria-live="polite">
      <p class="label">{t('handing.inside')}</p>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </div>
  );
}
