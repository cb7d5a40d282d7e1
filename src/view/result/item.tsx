/** One output: its sentence in its modality, its state, why in a line; opened, everything behind it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Output } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { factsOf } from '../facts.ts';
import { faceOf } from '../modality.ts';
import { Chevron } from '../parts/chevron.tsx';
import { Locator } from '../parts/locator.tsx';
import { Shape } from '../parts/shape.tsx';
import { sessionHref } from '../routes.ts';
import { Behind } from './behind.tsx';
import { InShort } from './in-short.tsx';
import './result.css';
import './behind.css';

interface ItemProps {
  session: OpenSession;
  output: Output;
  /** The address names it: it is open, in sight, and has the focus. */
  named: boolean;
}

export function Item({ session, output, named }: ItemProps) {
  const { say } = useBrief();
  const [open, setOpen] = useState(named);
  const article = useRef<HTMLElement>(null);
  const turn = useRef<HTMLButtonElement>(null);
  const behind = useId();
  const facts = factsOf(session, output.id);
  const { status } = facts.verdict;
  const [statement] = output.source;

  useEffect(() => {
    if (!named) return;
    setOpen(true);
    const { top, bottom } = article.current?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    // Back has restored where the reader was; only what is out of sight is brought in.
    if (top < 0 || Math.min(bottom, top + 100) > innerHeight)
      article.current?.scrollIntoView({ block: 'start' });
    turn.current?.focus({ preventScroll: true });
  }, [named]);

  const toggle = () => {
    setOpen(!open);
    // The address names what was opened last, so that Back and "Change 3" lead to it again; no new screen.
    const address = sessionHref(session.id, 'result', open ? '' : output.id);
    history.replaceState(history.state, '', address);
  };

  return (
    <article class={open ? 'item is-open' : 'item'} id={`output-${output.id}`} ref={article}>
      {statement && <Locator statement={statement} />}
      <h3 class={faceOf(output, status)}>
        <button
          type="button"
          class="turn"
          aria-expanded={open}
          aria-controls={behind}
          onClick={toggle}
          ref={turn}
        >
          {say.title(output, status)}
        </button>
      </h3>
      <p class="state">
        <Shape status={status} weak={session.restsOnWeak(output.id).length > 0} />{' '}
        {say.stateWord(output, status)}
      </p>
      <span class="turns" aria-hidden="true">
        <Chevron to={open ? 'up' : 'down'} />
      </span>
      {!open && <InShort session={session} output={output} facts={facts} />}
      <div class="behind" id={behind} hidden={!open}>
        {open && <Behind session={session} output={output} facts={facts} />}
      </div>
    </article>
  );
}
