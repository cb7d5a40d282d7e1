/** Who does what by when: agreed in the debrief, one after the other. */
import { useRef, useState } from 'preact/hooks';
import type { AgreedAction } from '../../session/workshop/room.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useApp } from '../context.ts';
import { sayCalendarDay } from '../dates.ts';
import { newId } from '../new-id.ts';
import { Brought } from '../parts/brought.tsx';
import { dayIn } from '../parts/day.ts';
import { DayField } from '../parts/day-field.tsx';
import { useDraft } from '../parts/draft.ts';
import { FieldRow } from '../parts/field-row.tsx';
import { useOnce } from '../parts/once.ts';
import { tooLong } from '../parts/too-long.ts';

const LONGEST = { what: 500, owner: 100 };

export function Actions({ room: { state } }: { room: OpenRoom }) {
  const { t, workshop, language } = useApp();
  const agree = async (action: AgreedAction) =>
    (await workshop.peek()?.add(state.id, { type: 'agreed', action }))?.kind === 'saved';
  return (
    <section>
      <h2 class="group">{t('workshop.actions')}</h2>
      <ul class="ruled actions-of">
        {state.actions.map((action) => (
          <li key={action.id}>
            <span>
              <span class="own">{action.what}</span>
              <small>
                {t('workshop.actionIs', {
                  owner: action.owner || t('workshop.nobodyYet'),
                  due: sayCalendarDay(action.due, language.value) || t('workshop.noDay'),
                })}
              </small>
            </span>
            <button
              type="button"
              class="word"
              onClick={() => void agree({ ...action, what: '', owner: '', due: '' })}
            >
              {t('workshop.dropAction')} <span class="unseen">{action.what}</span>
            </button>
          </li>
        ))}
      </ul>
      <ActionForm room={state.id} onAgree={agree} />
    </section>
  );
}

interface ActionFormProps {
  room: string;
  /** Resolves to whether it is kept. */
  onAgree: (action: AgreedAction) => Promise<boolean>;
}

function ActionForm({ room, onAgree }: ActionFormProps) {
  const { t } = useApp();
  const draft = useDraft(`action.${room}`, { what: '', owner: '', due: '' });
  const { now, change } = draft;
  const due = useRef<HTMLInputElement>(null);
  /** Another one at each try. */
  const [tried, setTried] = useState({});
  const [refused, setRefused] = useState(false);
  const problemOf = (name: 'what' | 'owner') => tooLong(t, now[name], LONGEST[name]);
  const add = useOnce(async () => {
    setTried({});
    const day = due.current ? dayIn(due.current) : '';
    const what = now.what.trim();
    if (what === '' || day === undefined || problemOf('what') !== '' || problemOf('owner') !== '')
      return undefined;
    const kept = await onAgree({ id: newId(), what, owner: now.owner.trim(), due: day });
    setRefused(!kept);
    if (kept) draft.end();
    return undefined;
  });
  const text = (name: 'what' | 'owner') => (
    <FieldRow label={t(`workshop.${name}`)} problem={problemOf(name)}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          name={name}
          autoComplete="off"
          value={now[name]}
          onInput={(event) => change({ [name]: event.currentTarget.value })}
        />
      )}
    </FieldRow>
  );
  return (
    <>
      <Brought by={draft} />
      <form
        class="action-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        {text('what')}
        {text('owner')}
        <DayField
          key={draft.turn}
          label={t('workshop.due')}
          name="due"
          text={now.due}
          field={due}
          tried={tried}
          onType={(day) => change({ due: day })}
        />
        <button type="submit" class="button second">
          {t('workshop.addAction')}
        </button>
      </form>
      {refused && (
        <p class="problem" role="alert">
          {t('workshop.notSaved')}
        </p>
      )}
    </>
  );
}
