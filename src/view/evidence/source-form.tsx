/** Names a source for or against an answer, or changes what was said of it. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OpenSession } from '../../session/desk.ts';
import { CREDIBILITIES, RELIABILITIES, type SourceUse } from '../../session/journal.ts';
import { useApp } from '../context.ts';
import { newId } from '../new-id.ts';
import { Brought } from '../parts/brought.tsx';
import { dayIn } from '../parts/day.ts';
import { DayField } from '../parts/day-field.tsx';
import { useDraft } from '../parts/draft.ts';
import { FieldRow } from '../parts/field-row.tsx';
import { Fold } from '../parts/fold.tsx';
import { announce } from '../parts/live.tsx';
import { useOnce } from '../parts/once.ts';
import { tooLong } from '../parts/too-long.ts';
import { Picks } from './picks.tsx';

const LONGEST = 200;
const NEW = '';

/** Names what is half filled in. @param source that is changed; undefined: a new one */
export const sourceDraft = (session: string, question: string, source = NEW) =>
  `source.${session}.${question}.${source}`;

interface SourceFormProps {
  session: OpenSession;
  /** Id of the question. */
  question: string;
  /** What is changed; undefined: a new one. */
  base?: SourceUse;
  /** Sources that the answer has already. */
  taken?: readonly string[];
  /** Resolves once it is kept. */
  onKeep: (use: SourceUse) => Promise<unknown>;
  onCancel: () => void;
}

export function SourceForm({ session, question, base, taken = [], onKeep, onCancel }: SourceFormProps) {
  const { t, desk } = useApp();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const known = desk.sources.value;
  const own = session.state.value.sources;
  const found = (source: string) =>
    own.find((one) => one.id === source) ?? known.find((one) => one.id === source);
  const before = base === undefined ? undefined : found(base.source);
  const draft = useDraft(sourceDraft(session.id, question, base?.source), {
    chosen: base?.source ?? NEW,
    title: before?.title ?? '',
    stance: base?.stance ?? 'for',
    date: base?.informationOf ?? '',
    reliability: before?.reliability ?? '',
    credibility: base?.credibility ?? '',
  });
  const { now, change } = draft;
  /** Another one at each try, once there was one. */
  const [tried, setTried] = useState<object>();
  const date = useRef<HTMLInputElement>(null);
  const offered = known.filter((one) => !taken.includes(one.id));
  useLayoutEffect(() => {
    const first = form.current?.elements[0];
    if (first instanceof HTMLElement) first.focus();
  }, []);

  const choose = (source: string) =>
    change({
      chosen: source,
      title: found(source)?.title ?? '',
      reliability: found(source)?.reliability ?? '',
    });
  const titleProblem = () =>
    now.title.trim() === '' ? t('evidence.titleProblem') : tooLong(t, now.title, LONGEST);
  const keep = useOnce(async () => {
    const day = date.current ? dayIn(date.current) : '';
    setTried({});
    if (titleProblem() !== '') {
      document.getElementById(`${id}-title`)?.focus();
      return undefined;
    }
    if (day === undefined) {
      date.current?.focus();
      return undefined;
    }
    const title = now.title.trim();
    const same = known.find((one) => one.title.toLowerCase() === title.toLowerCase());
    const source = now.chosen || same?.id || newId();
    const { stance, reliability, credibility } = now;
    const had = own.find((one) => one.id === source);
    if (had?.title !== title || had.reliability !== reliability)
      void session.keepSource({ id: source, title, reliability });
    announce(t('evidence.kept', { title }));
    await onKeep({ source, stance, informationOf: day, credibility });
    draft.end();
    return 'gone';
  });
  const cancel = () => {
    draft.end();
    onCancel();
  };
  return (
    <form
      class="source-form"
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Brought by={draft} />
      {base === undefined && offered.length > 0 && (
        <div class="field">
          <label for={`${id}-which`}>{t('evidence.which')}</label>
          <select
            class="input"
            id={`${id}-which`}
            value={now.chosen}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value={NEW}>{t('evidence.another')}</option>
            {offered.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </div>
      )}
      <FieldRow
        id={`${id}-title`}
        label={t('evidence.title')}
        hint={t('evidence.titleHint')}
        problem={tried === undefined ? tooLong(t, now.title, LONGEST) : titleProblem()}
      >
        {(ids) => (
          <input
            {...ids}
            class="input"
            type="text"
            value={now.title}
            autoComplete="off"
            onInput={(event) => change({ title: event.currentTarget.value })}
          />
        )}
      </FieldRow>
      <Picks
        legend={t('evidence.speaks')}
        values={['for', 'against'] as const}
        chosen={now.stance}
        name={(one) => t('evidence.stance', { stance: one })}
        onChoose={(stance) => change({ stance })}
      />
      <DayField
        key={draft.turn}
        label={t('evidence.dateOf')}
        hint={t('evidence.dateHint')}
        text={now.date}
        field={date}
        tried={tried}
        onType={(day) => change({ date: day })}
      />
      <Fold summary={t('evidence.gradeTitle')} open={now.reliability !== '' || now.credibility !== ''}>
        <div class="grades">
          <Grade
            label={t('evidence.reliability')}
            grades={['', ...RELIABILITIES] as const}
            chosen={now.reliability}
            name={(grade) => t('evidence.reliabilityName', { grade })}
            onChoose={(reliability) => change({ reliability })}
          />
          <Grade
            label={t('evidence.credibility')}
            grades={['', ...CREDIBILITIES] as const}
            chosen={now.credibility}
            name={(grade) => t('evidence.credibilityName', { grade: grade === '' ? '' : `g${grade}` })}
            onChoose={(credibility) => change({ credibility })}
          />
        </div>
      </Fold>
      <p class="ways">
        <button type="submit" class="button second">
          {t('evidence.keepSource')}
        </button>
        <button type="button" class="button third" onClick={cancel}>
          {t('evidence.cancel')}
        </button>
      </p>
    </form>
  );
}

interface GradeProps<T extends string> {
  label: string;
  grades: readonly T[];
  chosen: T;
  name: (grade: T) => string;
  onChoose: (grade: T) => void;
}

function Grade<T extends string>({ label, grades, chosen, name, onChoose }: GradeProps<T>) {
  return (
    <FieldRow label={label} problem="">
      {(ids) => (
        <select
          {...ids}
          class="input"
          value={chosen}
          onChange={({ currentTarget: { value } }) => onChoose(grades.find((one) => one === value) ?? chosen)}
        >
          {grades.map((grade) => (
            <option key={grade} value={grade}>
              {name(grade)}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  );
}
