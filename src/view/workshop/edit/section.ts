/** What the parts of the editor share: whose draft, in which language, where they are. */
import type { Draft } from '../../../session/workshop/draft.ts';
import { href } from '../../routes.ts';
import type { DraftWork } from './draft-work.ts';

export interface SectionProps {
  work: DraftWork;
  /** The language whose words are being written. */
  tag: string;
}

/** '' where it has none yet. */
export function titleOf({ exercise }: Draft): string {
  return exercise.texts[exercise.language]?.title.trim() ?? '';
}

/** @param item a section, or a section and a field of it: `news:injects-inject-1-word` */
export function editHref(id: string, item = ''): string {
  return href({ name: 'workshop', part: 'edit', id, item });
}
