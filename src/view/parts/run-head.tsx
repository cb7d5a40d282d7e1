/** The quiet line at the head of each screen that shows the brief's content: which brief, and of when. */
import { useBrief } from '../context.ts';
import { href } from '../routes.ts';

export function RunHead() {
  const { pack, words, t } = useBrief();
  const { dated, dateNote } = words.value.brief;
  return (
    <p class="running-head">
      <a href={href({ name: 'brief', item: '' })}>
        <cite>{pack.brief.title}</cite>
      </a>
      {t('app.ofWhen', { dated })}
      <span class="more">{t('app.dateNote', { note: dateNote })}</span>
    </p>
  );
}
