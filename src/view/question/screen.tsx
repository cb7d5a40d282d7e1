/** One question a screen, with the standing always in sight. */
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { later } from '../later.tsx';
import { Missing } from '../missing.tsx';
import { Frame } from '../parts/frame.tsx';
import { StandingBand } from '../standing/band.tsx';
import { StandingSide } from '../standing/side.tsx';
import { Ask } from './ask.tsx';
import { useUndoKeys } from './hands.tsx';
import { QuestionBar } from './question-bar.tsx';
import { useTold } from './told.ts';
import { FINISH } from './way.ts';

const Finish = later(async () => (await import('./finish.tsx')).Finish);

export function QuestionScreen({ session, route }: SessionScreenProps) {
  const { pack } = useBrief();
  const { item } = route;
  useUndoKeys(session);
  useTold(session, item);
  if (item === FINISH) return <Finish session={session} />;
  const question = pack.questions.find(({ id }) => id === item);
  if (question === undefined) return <Missing what="page" />;
  return <QuestionPage key={question.id} session={session} question={question} />;
}

function QuestionPage({ session, question }: { session: OpenSession; question: Question }) {
  return (
    <Frame
      session={session}
      class="question-screen"
      side={<StandingSide session={session} />}
      band={<StandingBand session={session} />}
      bar={<QuestionBar session={session} question={question} />}
    >
      <Ask session={session} question={question} />
    </Frame>
  );
}
