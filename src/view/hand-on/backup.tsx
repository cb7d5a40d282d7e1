/** Everything on this device as one file, and how long ago that was last done. */
import { useEffect, useState } from 'preact/hooks';
import { HANDLING_LABELS } from '../../session/journal.ts';
import { useApp } from '../context.ts';
import { sayWhen } from '../dates.ts';
import { painted } from '../painted.ts';
import { announce } from '../parts/live.tsx';
import { backedUp, changedSince, lastBackup } from './last-backup.ts';
import { Outcome } from './outcome.tsx';
import { PickFile } from './pick-file.tsx';
import { isReady, Protect } from './protect.tsx';
import { fileName, type SaveOutcome, saveFile } from './save.ts';

interface Made {
  text: string;
  name: string;
  at: string;
  /** What cannot be read, and is not in it. */
  left: { sessions: number; workshops: number };
}

/** @param quiet something else on the screen is to be done first */
export function Backup({ quiet }: { quiet: boolean }) {
  const { t, desk, handOn, additions, bringAdditions, workshop, bringWorkshop, language } = useApp();
  // Whoever has only rooms has something to back up too.
  useEffect(() => void bringWorkshop().catch(() => undefined), []);
  const [outcome, setOutcome] = useState<SaveOutcome | 'making' | 'different'>();
  const [made, setMade] = useState<Made>();
  const [passphrase, setPassphrase] = useState<string>();
  const memory = lastBackup.value;
  const sessions = desk.sessions.value;
  // Deleted ones are in it too.
  const held = [...sessions, ...desk.deleted.value];
  const all = held.length;
  const shops = workshop.value;
  const rooms = shops
    ? shops.rooms.value.length +
      shops.tables.value.length +
      shops.drafts.value.length +
      shops.editions.value.filter(({ shipped }) => !shipped).length
    : 0;
  const labels = sessions.map(({ details }) => details.handling);
  const strictest = [...HANDLING_LABELS].reverse().find((label) => labels.includes(label)) ?? '';
  const { day, time } = sayWhen(memory.at, language.value, new Date());

  const save = async () => {
    const own = handOn.value;
    if (own === undefined) return;
    setOutcome('making');
    const at = new Date();
    const name = fileName(
      strictest,
      t(passphrase === undefined ? 'handing.backupName' : 'handing.lockedBackupName'),
      at,
    );
    let left = { sessions: 0, workshops: 0 };
    const { outcome: became, text } = await saveFile(async () => {
      // Without own additions and workshops it would not be everything.
      await Promise.all([bringAdditions(), bringWorkshop(), painted()]);
      const ofWorkshops = await workshop.peek()?.backedUp();
      const written = await own.writeBackup(additions.value?.all.peek() ?? [], ofWorkshops?.records);
      left = { sessions: written.damaged, workshops: ofWorkshops?.damaged ?? 0 };
      return passphrase === undefined ? written.text : own.lock(written.text, passphrase);
    }, name);
    setMade({ text, name, at: at.toISOString(), left });
    say(became);
    if (became === 'saved' || became === 'handed') backedUp(at.toISOString(), became === 'saved');
  };
  const check = async (file: File) => {
    const same = made !== undefined && (await file.text().catch(() => '')) === made.text;
    say(same ? 'saved' : 'different');
    if (same) backedUp(made.at, true);
  };
  function say(became: SaveOutcome | 'different'): void {
    setOutcome(became);
    announce(t('handing.outcome', { outcome: became, name: '' }));
  }

  return (
    <section>
      <h2 class="group">{t('handing.backup')}</h2>
      <p>{t('handing.backupWhy')}</p>
      <p class="last">
        {t('handing.lastBackup', {
          state: memory.at === '' ? 'never' : memory.checked ? 'checked' : 'handed',
          day: time ? t('home.dayAndTime', { day, time }) : day,
        })}{' '}
        {all > 0 &&
          memory.at !== '' &&
          t('handing.changedSinceBackup', { n: changedSince(memory, held), all: held.length })}
      </p>
      {strictest && <p class="small quiet">{t('handing.strictest', { label: strictest })}</p>}
      {all + rooms > 0 && (
        <Protect
          name="backup"
          passphrase={passphrase}
          onChange={(chosen) => {
            setPassphrase(chosen);
            setOutcome(undefined);
          }}
        />
      )}
      <p class="choices">
        <button
          type="button"
          class={`button ${quiet ? 'second' : 'first'}`}
          disabled={all + rooms === 0 || !isReady(passphrase)}
          aria-disabled={outcome === 'making'}
          onClick={() => outcome !== 'making' && void save()}
        >
          {t('handing.saveAll')}
        </button>
        {outcome === 'handed' && (
          <PickFile class="button second" onFile={(file) => void check(file)}>
            {t('handing.check')}
          </PickFile>
        )}
      </p>
      {outcome && (
        <Outcome outcome={outcome} name={made?.name ?? ''} locked={passphrase !== undefined}>
          {made && made.left.sessions > 0 && t('handing.damagedLeft', { n: made.left.sessions })}{' '}
          {made && made.left.workshops > 0 && t('handing.workshopsLeft', { n: made.left.workshops })}
        </Outcome>
      )}
    </section>
  );
}
