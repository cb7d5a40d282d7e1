/** Keeps what was written as an exercise that can be run. */
import { useMemo, useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { go } from '../../navigation.ts';
import { announce } from '../../parts/live.tsx';
import { href } from '../../routes.ts';
import { openToTrainer } from '../for-trainer.tsx';
import type { DraftWork } from './draft-work.ts';

export function Keep({ work }: { work: DraftWork }) {
  const { t, workshop } = useApp();
  const { exercise } = work.draft;
  const [refused, setRefused] = useState(false);
  const problems = useMemo(() => workshop.peek()?.check(exercise) ?? [], [exercise]);
  const finish = async () => {
    const done = await workshop.peek()?.finish(await work.settled());
    // What is wrong stands on the page.
    if (done === undefined || 'problems' in done) return;
    if ('refused' in done) return setRefused(true);
    announce(t('edit.kept'));
    openToTrainer(done.digest);
    go(href({ name: 'workshop', part: 'exercise', id: done.digest, item: '' }), 'replace');
  };
  return (
    <>
      {refused && (
        <span class="problem" role="alert">
          {t('workshop.notSaved')}
        </span>
      )}
      <button
        type="button"
        class="button first"
        disabled={problems.length > 0 || work.keeping === 'stale'}
        onClick={() => void finish()}
      >
        {t('edit.keep')}
      </button>
    </>
  );
}
