/** An exercise being written: its parts one beside the other, kept at every letter, to be checked at any time. */
import { useEffect, useState } from 'preact/hooks';
import type { Draft } from '../../../session/workshop/draft.ts';
import { useBrief } from '../../context.ts';
import { useHeading } from '../../navigation.ts';
import { Frame } from '../../parts/frame.tsx';
import { href } from '../../routes.ts';
import { Check } from './check.tsx';
import { Course } from './course.tsx';
import { useDraft } from './draft-work.ts';
import { Keep } from './keep.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { News } from './news.tsx';
import { SECTIONS, type Section } from './places.ts';
import { Questions } from './questions.tsx';
import { editHref, titleOf } from './section.ts';
import { Texts } from './texts.tsx';
import './edit.css';

const PARTS = { texts: Texts, questions: Questions, news: News, course: Course };

/** @param item a section, or a section and a field of it: `news:injects-inject-1-word` */
export function Edit({ draft: stored, item }: { draft: Draft; item: string }) {
  const app = useBrief();
  const { t, language } = app;
  const work = useDraft(stored);
  const { exercise } = work.draft;
  const [name = '', field = '', of = ''] = item.split(':');
  const section: Section = SECTIONS.find((one) => one === name) ?? 'texts';
  const [tag, setTag] = useState(
    Object.hasOwn(exercise.texts, language.value) ? language.value : exercise.language,
  );
  const shown = Object.hasOwn(exercise.texts, tag) ? tag : exercise.language;
  useEffect(() => {
    if (of !== '') setTag(of);
  }, [item]);
  const title = t('edit.section', { section });
  const heading = useHeading(title, `workshop edit ${stored.id} ${section}`);
  // Once the words of its language are there.
  useEffect(() => document.getElementById(field)?.focus(), [item, shown]);
  const at = SECTIONS.indexOf(section);
  const Part = section === 'check' ? undefined : PARTS[section];
  return (
    <Frame
      class="workshop-screen"
      bar={
        <>
          <a
            class="button second"
            href={
              at === 0
                ? href({ name: 'workshop', part: 'start', id: '', item: '' })
                : editHref(stored.id, SECTIONS[at - 1])
            }
          >
            {t('app.back')}
          </a>
          <span class="room" />
          {section === 'check' ? (
            <Keep work={work} />
          ) : (
            <a class="button first" href={editHref(stored.id, SECTIONS[at + 1])}>
              {t('edit.section', { section: SECTIONS[at + 1] ?? 'check' })}
            </a>
          )}
        </>
      }
    >
      <div class="page workshop edit">
        <nav class="stages" aria-label={t('edit.sections')}>
          {SECTIONS.map((one) => (
            <a key={one} href={editHref(stored.id, one)} aria-current={one === section ? 'page' : undefined}>
              {t('edit.section', { section: one })}
            </a>
          ))}
        </nav>
        <p class="room-head">
          <b lang={exercise.language}>{titleOf(work.draft) || t('edit.untitled')}</b>{' '}
          <span class="mark-word">{t('app.hypothetical')}</span>{' '}
          <small role={work.keeping === 'refused' || work.keeping === 'stale' ? 'alert' : undefined}>
            {t('edit.keeping', { state: work.keeping })}
          </small>
        </p>
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {(section === 'texts' || section === 'news') && (
          <LanguageChoice work={work} tag={shown} onChoose={setTag} />
        )}
        {Part ? <Part key={`${section} ${shown}`} work={work} tag={shown} /> : <Check work={work} />}
      </div>
    </Frame>
  );
}
