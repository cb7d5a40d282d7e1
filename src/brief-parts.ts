/** What a brief brings to the screens that are about it: its words, what is said with them, and what comes later. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Brief } from './brief/brief.ts';
import type { createNote } from './documents/note.ts';
import type { createExplain } from './documents/wording/explain.ts';
import { createWording } from './documents/wording/wording.ts';
import type { Reasoner } from './engine/reasoner.ts';
import type { Soundness } from './engine/soundness/soundness.ts';
import type { PackWords } from './engine/words.ts';
import { fetchJson } from './fetch-json.ts';
import type { App, BriefParts } from './view/app.ts';
import { sayCalendarDay, sayDay } from './view/dates.ts';

interface Around
  extends Pick<App, 'desk' | 't' | 'language' | 'additions' | 'bringAdditions' | 'bringExplain'> {
  brief: Brief;
  words: ReadonlySignal<PackWords>;
  /** The address of what is proved of it. */
  proof: string;
  /** Once `bringExplain` has resolved. */
  explainer: () => typeof createExplain | undefined;
}

export function createBriefParts(around: Around): BriefParts {
  const { brief, words, t, language, desk, additions, bringAdditions, bringExplain, explainer } = around;
  const { pack, engine, shortPath } = brief;
  const source = () => ({ pack, words: words.value, t, language: language.value });
  const say = createWording(source);
  const reasoner = signal<Reasoner | undefined>(undefined);
  let explain: ReturnType<typeof createExplain> | undefined;
  let makeNote: typeof createNote | undefined;
  const explained = () => {
    explain ??= explainer()?.(source);
    if (explain === undefined) throw new Error('something is explained before the words for it were brought');
    return explain;
  };

  async function bringReasoner(): Promise<void> {
    const { createReasoner } = await import('./engine/create-reasoner.ts');
    reasoner.value ??= createReasoner(pack);
  }

  return {
    brief,
    pack,
    shortPath,
    words,
    say,
    get explain() {
      return explained();
    },
    reasoner,
    bringReasoner,
    async prepareNote() {
      // All that goes into it, so that no note is shown or printed without a part of it.
      const [{ createNote }] = await Promise.all([
        import('./documents/note.ts'),
        bringExplain(),
        bringAdditions(),
        bringReasoner(),
      ]);
      makeNote = createNote;
    },
    note(session, frozen) {
      const reasons = reasoner.value;
      if (makeNote === undefined || reasons === undefined)
        throw new Error('a note is shown before it was prepared');
      return makeNote(
        {
          ...source(),
          say,
          explain: explained(),
          additions: frozen ?? additions.value?.all.value ?? [],
          asOf: desk.asOf,
          reasoner: reasons,
          calendarDay: (day) => sayCalendarDay(day, language.value),
          dayOf: (time) => sayDay(new Date(time), language.value, true),
        },
        session,
      );
    },
    async proof() {
      const [report, { witnessChecks }] = await Promise.all([
        fetchJson<Soundness>(around.proof),
        import('./engine/soundness/recheck.ts'),
      ]);
      return { report, checks: witnessChecks(engine, report) };
    },
  };
}
