/** The paper kit: which parts of it, for how many tables and which round; below, the pages as they print. */
import { useState } from 'preact/hooks';
import { mostTables } from '../../../session/workshop/judge-hand-in.ts';
import { MOST_ROUNDS, tablesOf } from '../../../session/workshop/of-exercise.ts';
import type { Edition, OpenRoom } from '../../../session/workshop/workshop.ts';
import { useBrief } from '../../context.ts';
import { useHeading } from '../../navigation.ts';
import { useRunningFoot } from '../../note/running-foot.ts';
import { BackBar } from '../../parts/back-bar.tsx';
import { FieldRow } from '../../parts/field-row.tsx';
import { Frame } from '../../parts/frame.tsx';
import { textsOf } from '../words.ts';
import { KIT_PARTS, type Kit, type KitPart } from './kit.ts';
import { KitPages } from './pages.tsx';
import './paper.css';

interface PaperKitProps {
  edition: Edition;
  /** What is known of the day once a room is open. */
  room?: OpenRoom | undefined;
}

export function PaperKit({ edition, room }: PaperKitProps) {
  const app = useBrief();
  const { t } = app;
  const { exercise } = edition;
  const { texts, lang } = textsOf(app, exercise);
  const heading = useHeading(t('paper.title'), `workshop paper ${room?.state.id ?? edition.digest}`);
  useRunningFoot(texts.title);
  const [kit, setKit] = useState<Kit>(() => ({
    // In the room what is wanted is mostly the next ballot.
    parts: room ? ['ballots'] : KIT_PARTS,
    size: 'a4',
    tables: room?.state.tables ?? tablesOf(exercise),
    each: false,
    round: room?.state.round ?? 1,
    opened: room?.state.injects.map(({ inject }) => inject) ?? [],
  }));
  return (
    <Frame
      class="kit-screen"
      bar={
        <>
          <BackBar />
          <span class="room" />
          <button
            type="button"
            class="button first"
            disabled={kit.parts.length === 0}
            onClick={() => window.print()}
          >
            {t('workshop.print')}
          </button>
        </>
      }
    >
      <div class="page workshop">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('paper.title')}
        </h1>
        <p class="lead">
          <span lang={lang}>{texts.title}</span>. {t('paper.lead')}
        </p>
        <Choose kit={kit} edition={edition} onChoose={setKit} />
      </div>
      <div class={`kit ${kit.size}`}>
        <KitPages edition={edition} room={room} kit={kit} />
      </div>
    </Frame>
  );
}

interface ChooseProps {
  kit: Kit;
  edition: Edition;
  onChoose: (kit: Kit) => void;
}

function Choose({ kit, edition: { exercise }, onChoose }: ChooseProps) {
  const app = useBrief();
  const { t } = app;
  const { texts, lang } = textsOf(app, exercise);
  const [problem, setProblem] = useState('');
  const most = mostTables(exercise);
  const turn = <T,>(list: readonly T[], one: T, on: boolean): T[] =>
    on ? [...list, one] : list.filter((other) => other !== one);
  const choose = (change: Partial<Kit>) => onChoose({ ...kit, ...change });
  return (
    <section class="kit-choice">
      <fieldset>
        <legend class="label">{t('paper.which')}</legend>
        {KIT_PARTS.filter((part) => hasPart(part, exercise)).map((part) => (
          <Check
            key={part}
            on={kit.parts.includes(part)}
            onTurn={(on) => choose({ parts: turn(kit.parts, part, on) })}
          >
            {t('paper.part', { part })}
          </Check>
        ))}
      </fieldset>
      <fieldset>
        <legend class="label">{t('paper.how')}</legend>
        <FieldRow label={t('workshop.howManyIs')} problem={problem}>
          {(ids) => (
            <input
              {...ids}
              class="input few"
              type="number"
              min={1}
              max={most}
              defaultValue={String(kit.tables)}
              onChange={({ currentTarget: { value } }) => {
                const tables = Number(value);
                const fits = Number.isSafeInteger(tables) && tables >= 1 && tables <= most;
                setProblem(fits ? '' : t('typed.number', { least: 1, most }));
                if (fits) choose({ tables });
              }}
            />
          )}
        </FieldRow>
        <Check on={kit.each} onTurn={(each) => choose({ each })}>
          {t('paper.each')}
        </Check>
        <label class="field few">
          <span>{t('paper.size')}</span>
          <select
            class="input"
            value={kit.size}
            onChange={(event) => choose({ size: event.currentTarget.value === 'letter' ? 'letter' : 'a4' })}
          >
            <option value="a4">A4</option>
            <option value="letter">Letter</option>
          </select>
        </label>
        <label class="field few">
          <span>{t('paper.round')}</span>
          <select
            class="input"
            value={kit.round}
            onChange={(event) => choose({ round: Number(event.currentTarget.value) })}
          >
            {Array.from({ length: MOST_ROUNDS }, (_, i) => i + 1).map((round) => (
              <option key={round} value={round}>
                {t('workshop.roundName', { round })}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      {kit.round > 1 && exercise.injects.length > 0 && (
        <fieldset>
          <legend class="label">{t('paper.newsByThen')}</legend>
          {exercise.injects.map(({ id }) => (
            <Check
              key={id}
              on={kit.opened.includes(id)}
              onTurn={(on) => choose({ opened: turn(kit.opened, id, on) })}
            >
              <span lang={lang}>{texts.injects[id]?.title}</span>
            </Check>
          ))}
        </fieldset>
      )}
    </section>
  );
}

function hasPart(part: KitPart, { roles, injects }: Edition['exercise']): boolean {
  if (part === 'roles') return roles.length > 0;
  return part !== 'injects' || injects.length > 0;
}

interface CheckProps {
  on: boolean;
  onTurn: (on: boolean) => void;
  children: preact.ComponentChildren;
}

function Check({ on, onTurn, children }: CheckProps) {
  return (
    <label class="none-of-it">
      <input type="checkbox" checked={on} onChange={(event) => onTurn(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
