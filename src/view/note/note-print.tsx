/** The note behind another screen: on paper it stands in that screen's place. */
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { Paper } from './paper.tsx';
import { useRunningFoot } from './running-foot.ts';

export function NotePrint({ session }: { session: OpenSession }) {
  const { note } = useBrief();
  const page = note(session);
  useRunningFoot(page.title);
  return (
    <div class="note-print">
      <Paper note={page} />
    </div>
  );
}
