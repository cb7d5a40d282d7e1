/** All additions to one output, and the way to add one more. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Addition } from '../../session/additions/addition.ts';
import type { OwnAdditions } from '../app.ts';
import { useBrief } from '../context.ts';
import { isBegun } from '../parts/draft.ts';
import './additions.css';
import { DeletedNow } from './deleted-now.tsx';
import { Entry } from './entry.tsx';
import { additionDraft, Form } from './form.tsx';

/** What had the focus is gone, and nobody has moved it since. */
const isLost = () => document.activeElement === document.body;

interface OwnListProps {
  own: OwnAdditions;
  output: string;
  /** Beside the way to add. */
  children?: ComponentChildren;
}

export function OwnList({ own, output, children }: OwnListProps) {
  const { t, words } = useBrief();
  const [adding, setAdding] = useState(() => isBegun(additionDraft(output)));
  const [changing, setChanging] = useState(
    () => own.of(output).find(({ id }) => isBegun(additionDraft(output, id)))?.id ?? '',
  );
  const [deleted, setDeleted] = useState<Addition>();
  const add = useRef<HTMLButtonElement>(null);
  const list = own.of(output);
  /** The form is gone, and the focus with it: back to where it came from. */
  const done = (id: string) => {
    setChanging('');
    setTimeout(() => {
      const change = document.querySelector(`[data-change="${id}"]`);
      if (isLost() && change instanceof HTMLElement) change.focus();
    });
  };
  return (
    <div class="additions-of">
      {list.length > 0 && (
        <ul>
          {list.map((addition) =>
            changing === addition.id ? (
              <li key={addition.id}>
                <Form own={own} output={output} base={addition} onDone={() => done(addition.id)} />
              </li>
            ) : (
              <Entry
                key={addition.id}
                own={own}
                addition={addition}
                onChange={() => setChanging(addition.id)}
                onDeleted={setDeleted}
              />
            ),
          )}
        </ul>
      )}
      {deleted && <DeletedNow own={own} addition={deleted} onDone={() => setDeleted(undefined)} />}
      {adding && (
        <Form
          own={own}
          output={output}
          onDone={() => {
            setAdding(false);
            setTimeout(() => isLost() && add.current?.focus());
          }}
        />
      )}
      <p class="ways" hidden={adding}>
        <button
          type="button"
          class="word go"
          ref={add}
          aria-label={t('additions.addTo', { title: words.value.outputs[output]?.title ?? output })}
          onClick={() => setAdding(true)}
        >
          {t('additions.add')}
        </button>
        {children}
      </p>
    </div>
  );
}
