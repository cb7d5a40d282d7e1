/** What the tables read, in one language: the title, the situation with its graded sources, roles; and the hopes. */
import type { Exercise, ExerciseTexts } from '../../../engine/exercise/exercise.ts';
import { CREDIBILITIES, RELIABILITIES } from '../../../session/journal.ts';
import { paragraphsOf, withOneMore, withoutOne, withTexts } from '../../../session/workshop/draft.ts';
import { useApp } from '../../context.ts';
import { TypedField } from './fields.tsx';
import { fieldOf } from './places.ts';
import type { SectionProps } from './section.ts';

const TITLE = 120;
const SENTENCE = 500;
const PARAGRAPH = 3000;
const PAGE = 20_000;

export function Texts({ work: { draft, change }, tag }: SectionProps) {
  const { t } = useApp();
  const { exercise } = draft;
  const texts = exercise.texts[tag];
  if (texts === undefined) return null;
  const first = tag === exercise.language ? undefined : exercise.texts[exercise.language];
  const write = (next: (before: ExerciseTexts) => Partial<ExerciseTexts>) =>
    change((now) => withTexts(now, tag, next(now.texts[tag] ?? texts)));
  const field = (name: 'title' | 'objective', longest: number) => (
    <TypedField
      id={name}
      label={t('edit.field', { name })}
      hint={t('edit.hint', { name })}
      original={first?.[name]}
      lang={tag}
      value={texts[name]}
      longest={longest}
      onType={(text) => write(() => ({ [name]: text }))}
    />
  );
  const paragraphs = (name: 'situation' | 'hopes', lines: number) => (
    <TypedField
      id={name}
      label={t('edit.field', { name })}
      hint={t('edit.hint', { name })}
      original={first?.[name].join('\n\n')}
      lang={tag}
      value={texts[name].join('\n\n')}
      longest={PAGE}
      lines={lines}
      onType={(text) => write(() => ({ [name]: paragraphsOf(text) }))}
    />
  );
  return (
    <>
      <section class="fields">
        {field('title', TITLE)}
        {field('objective', SENTENCE)}
        {paragraphs('situation', 10)}
      </section>
      <section id="sources" tabIndex={-1}>
        <h2 class="group">{t('workshop.sources')}</h2>
        {exercise.sources.map((source, i) => (
          <fieldset key={source.id} class="one-of fields">
            <legend class="label">{t('edit.nth', { kind: 'sources', n: i + 1 })}</legend>
            <TypedField
              id={fieldOf('sources', source.id, 'name')}
              label={t('edit.field', { name: 'sourceName' })}
              original={first?.sources[source.id]?.name}
              lang={tag}
              value={texts.sources[source.id]?.name ?? ''}
              longest={TITLE}
              onType={(name) => write((now) => ({ sources: worded(now.sources, source.id, { name }) }))}
            />
            <TypedField
              id={fieldOf('sources', source.id, 'says')}
              label={t('edit.field', { name: 'says' })}
              original={first?.sources[source.id]?.says}
              lang={tag}
              value={texts.sources[source.id]?.says ?? ''}
              longest={PARAGRAPH}
              lines={3}
              onType={(says) => write((now) => ({ sources: worded(now.sources, source.id, { says }) }))}
            />
            <Grades exercise={exercise} id={source.id} onGrade={change} />
            <Drop
              kind="sources"
              n={i + 1}
              onDrop={() => change((now) => withoutOne(now, 'sources', source.id))}
            />
          </fieldset>
        ))}
        <p class="choices">
          <button
            type="button"
            class="button second"
            onClick={() => change((now) => withOneMore(now, 'sources'))}
          >
            {t('edit.more', { kind: 'sources' })}
          </button>
        </p>
      </section>
      <section id="roles" tabIndex={-1}>
        <h2 class="group">{t('edit.roles')}</h2>
        {exercise.roles.map((id, i) => (
          <fieldset key={id} class="one-of fields">
            <legend class="label">{t('edit.nth', { kind: 'roles', n: i + 1 })}</legend>
            <TypedField
              id={fieldOf('roles', id, 'name')}
              label={t('edit.field', { name: 'roleName' })}
              original={first?.roles[id]?.name}
              lang={tag}
              value={texts.roles[id]?.name ?? ''}
              longest={TITLE}
              onType={(name) => write((now) => ({ roles: worded(now.roles, id, { name }) }))}
            />
            <TypedField
              id={fieldOf('roles', id, 'card')}
              label={t('edit.field', { name: 'card' })}
              original={first?.roles[id]?.card}
              lang={tag}
              value={texts.roles[id]?.card ?? ''}
              longest={PARAGRAPH}
              lines={3}
              onType={(card) => write((now) => ({ roles: worded(now.roles, id, { card }) }))}
            />
            <Drop kind="roles" n={i + 1} onDrop={() => change((now) => withoutOne(now, 'roles', id))} />
          </fieldset>
        ))}
        <p class="choices">
          <button
            type="button"
            class="button second"
            onClick={() => change((now) => withOneMore(now, 'roles'))}
          >
            {t('edit.more', { kind: 'roles' })}
          </button>
        </p>
      </section>
      <section class="fields">{paragraphs('hopes', 5)}</section>
    </>
  );
}

/** Words of one thing, changed in part. */
export function worded<W>(all: Record<string, W>, id: string, change: Partial<W>): Record<string, W> {
  return { ...all, [id]: { ...all[id], ...change } as W };
}

interface GradesProps {
  exercise: Exercise;
  id: string;
  onGrade: SectionProps['work']['change'];
}

/** The Admiralty code: two choices, never one score. */
function Grades({ exercise, id, onGrade }: GradesProps) {
  const { t } = useApp();
  const source = exercise.sources.find((one) => one.id === id);
  if (source === undefined) return null;
  const grade = (change: Partial<typeof source>) =>
    onGrade((now) => ({
      ...now,
      sources: now.sources.map((one) => (one.id === id ? { ...one, ...change } : one)),
    }));
  return (
    <div class="side-by-side">
      <label class="field">
        <span>{t('evidence.reliability')}</span>
        <select
          class="input"
          value={source.reliability}
          onChange={(event) => grade({ reliability: event.currentTarget.value as typeof source.reliability })}
        >
          {RELIABILITIES.map((one) => (
            <option key={one} value={one}>
              {t('evidence.reliabilityName', { grade: one })}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t('evidence.credibility')}</span>
        <select
          class="input"
          value={source.credibility}
          onChange={(event) => grade({ credibility: event.currentTarget.value as typeof source.credibility })}
        >
          {CREDIBILITIES.map((one) => (
            <option key={one} value={one}>
              {t('evidence.credibilityName', { grade: `g${one}` })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface DropProps {
  kind: 'sources' | 'roles' | 'injects';
  n: number;
  onDrop: () => void;
}

export function Drop({ kind, n, onDrop }: DropProps) {
  const { t } = useApp();
  return (
    <p>
      <button type="button" class="word" onClick={onDrop}>
        {t('edit.drop', { kind, n })}
      </button>
    </p>
  );
}
