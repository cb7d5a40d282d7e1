/** On a question that is asked because it matters most: what its answer can settle. */
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { fewInWords } from '../question/few.ts';
import { whyAsked, without } from './step.ts';

/** More outputs than these are counted. */
const NAMED = 3;

export function WhyNow({ session, question }: { session: OpenSession; question: Question }) {
  const app = useBrief();
  const { pack, t, say, words, reasoner } = app;
  if (reasoner.value === undefined) return null;
  const situation = session.situation.value;
  const why = whyAsked(situation, reasoner.value, pack, question.id);
  if (why === undefined) return null;
  const names = why.outputs.map((output) => {
    const said = words.value.outputs[output];
    return t('next.whether', { what: said?.short ?? said?.name ?? output });
  });
  const more = names.length - NAMED;
  const what = more > 0 ? [...names.slice(0, NAMED), t('next.others', { n: more })] : names;
  return (
    <p class="context why-now">
      {names.length > 0 ? t('next.why', { what: say.list(what) }) : t('next.whyTogether')}{' '}
      {fewInWords(app, without(situation, question.id))}
    </p>
  );
}
