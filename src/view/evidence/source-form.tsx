/** Names a source for or against an answer, or changes what was said of it. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OpenSession } from '../../session/desk.ts';
import {
  CREDIBILITIES,
  type Credibility,
  RELIABILITIES,
  type Reliability,
  type SourceUse,
} from '../../session/journal.ts';
import { useApp } from '../context.ts';
import { sayCalendarDay } from '../dates.ts';
import { newId } from '../new-id.ts';
import { Fold } from '../parts/fold.tsx';
import { announce } from '../parts/live.tsx';
import { Picks } from './picks.tsx';

const LONGEST = 200;
/** Days beyond are a slip of the finger. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2100-12-31';
const NEW = '';

interface SourceFormProps {
  session: OpenSession;
  /** What is changed; undefined: a new one. */
  base?: SourceUse;
  /** Sources that the answer has already. */
  taken?: readonly string[];
  onKeep: (use: SourceUse) => void;
  onCancel: () => void;
}

export function SourceForm({ session, base, taken = [], onKeep, onCancel }: SourceFormProps) {
  const { t, desk, language } = useApp();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const known = desk.sources.value;
  const own = session.state.value.sources;
  const found = (source: string) =>
    own.find((one) => one.id === source) ?? known.find((one) => one.id === source);
  const before = base === undefined ? undefined : found(base.source);
  const [chosen, setChosen] = useState(base?.source ?? NEW);
  const [title, setTitle] = useState(before?.title ?? '');
  const [stance, setStance] = useState<SourceUse['stance']>(base?.stance ?? 'for');
  const [reliability, setReliability] = useState<Reliability>(before?.reliability ?? '');
  const [credibility, setCredibility] = useState<Credibility>(base?.credibility ?? '');
  const [faults, setFaults] = useState<('title' | 'date')[]>([]);
  const offered = known.filter((one) => !taken.includes(one.id));
  useLayoutEffect(() => {
    const first = form.current?.elements[0];
    if (first instanceof HTMLElement) first.focus();
  }, []);

  const choose = (source: string) => {
    setChosen(source);
    setTitle(found(source)?.title ?? '');
    setReliability(found(source)?.reliability ?? '');
  };
  const keep = (event: Event) => {
    event.preventDefault();
    const date = form.current?.elements.namedItem('date');
    const day = date instanceof HTMLInputElement ? date.value : '';
    const badDay =
      date instanceof HTMLInputElement &&
      (date.validity.badInput || (day !== '' && (day < FIRST_DAY || day > LAST_DAY)));
    const named = title.trim();
    const wrong = [
      ...(named === '' || named.length > LONGEST ? (['title'] as const) : []),
      ...(badDay ? (['date'] as const) : []),
    ];
    setFaults(wrong);
    const [first] = wrong;
    if (first !== undefined) {
      const field = form.current?.elements.namedItem(first);
      if (field instanceof HTMLElement) field.focus();
      return;
    }
    const same = known.find((one) => one.title.toLowerCase() === named.toLowerCase());
    const source = chosen || same?.id || newId();
    const had = own.find((one) => one.id === source);
    if (had?.title !== named || had.reliability !== reliability)
      void session.keepSource({ id: source, title: named, reliability });
    announce(t('evidence.kept', { title: named }));
    onKeep({ source, stance, informationOf: day, credibility });
  };
  const problem = (field: 'title' | 'date') => (faults.includes(field) ? `${id}-${field}-problem` : '');
  const described = (field: 'title' | 'date') =>
    [`${id}-${field}-hint`, problem(field)].filter(Boolean).join(' ');
  return (
    <form class="source-form" noValidate ref={form} onSubmit={keep}>
      {base === undefined && offered.length > 0 && (
        <div class="field">
          <label for={`${id}-which`}>{t('evidence.which')}</label>
          <select
            class="input"
            id={`${id}-which`}
            value={chosen}
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
      <div class="field">
        <label for={`${id}-title`}>{t('evidence.title')}</label>
        <p class="small quiet" id={`${id}-title-hint`}>
          {t('evidence.titleHint')}
        </p>
        {faults.includes('title') && (
          <p class="problem" id={`${id}-title-problem`}>
            {t('evidence.titleProblem', { longest: LONGEST })}
          </p>
        )}
        <input
          class="input"
          type="text"
          id={`${id}-title`}
          name="title"
          value={title}
          maxLength={LONGEST}
          autoComplete="off"
          aria-invalid={faults.includes('title')}
          aria-describedby={described('title')}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </div>
      <Picks
        legend={t('evidence.speaks')}
        values={['for', 'against'] as const}
        chosen={stance}
        name={(one) => t('evidence.stance', { stance: one })}
        onChoose={setStance}
      />
      <div class="field">
        <label for={`${id}-date`}>{t('evidence.dateOf')}</label>
        <p class="small quiet" id={`${id}-date-hint`}>
          {t('evidence.dateHint')}
        </p>
        {faults.includes('date') && (
          <p class="problem" id={`${id}-date-problem`}>
            {t('evidence.dateProblem', {
              first: sayCalendarDay(FIRST_DAY, language.value),
              last: sayCalendarDay(LAST_DAY, language.value),
            })}
          </p>
        )}
        <input
          class="input"
          type="date"
          id={`${id}-date`}
          name="date"
          defaultValue={base?.informationOf ?? ''}
          aria-invalid={faults.includes('date')}
          aria-describedby={described('date')}
        />
      </div>
      <Fold summary={t('evidence.gradeTitle')} open={reliability !== '' || credibility !== ''}>
        <div class="grades">
          <div class="field">
            <label for={`${id}-reliability`}>{t('evidence.reliability')}</label>
            <select
              class="input"
              id={`${id}-reliability`}
              value={reliability}
              onChange={({ currentTarget: { value } }) =>
                setReliability(RELIABILITIES.find((one) => one === value) ?? '')
              }
            >
              {['', ...RELIABILITIES].map((grade) => (
                <option key={grade} value={grade}>
                  {t('evidence.reliabilityName', { grade })}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for={`${id}-credibility`}>{t('evidence.credibility')}</label>
            <select
              class="input"
              id={`${id}-credibility`}
              value={credibility}
              onChange={({ currentTarget: { value } }) =>
                setCredibility(CREDIBILITIES.find((one) => one === value) ?? '')
              }
            >
              {['', ...CREDIBILITIES].map((grade) => (
                <option key={grade} value={grade}>
                  {t('evidence.credibilityName', { grade: grade === '' ? '' : `g${grade}` })}
                </option>
              ))}
            </select>
          </div>
        </div>
      </Fold>
      <p class="ways">
        <button type="submit" class="button second">
          {t('evidence.keepSource')}
        </button>
        <button type="button" class="button third" onClick={onCancel}>
          {t('evidence.cancel')}
        </button>
      </p>
    </form>
  );
}
