/** What a file would bring, addition by addition, before anything changes; where both sides have one, a choice. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AdditionText } from '../../session/additions/addition.ts';
import type { Choice as Chosen, Incoming } from '../../session/additions/compare.ts';
import type { Kept } from '../../session/additions/create-additions.ts';
import type { OwnAdditions } from '../app.ts';
import { useApp, useBrief } from '../context.ts';
import { Choice } from '../readings/choice.tsx';
import { Said } from './entry.tsx';
import { Trouble } from './trouble.tsx';
import '../parts/options.css';

interface PreviewProps {
  own: OwnAdditions;
  /** Of the file. */
  name: string;
  incoming: readonly Incoming[];
  /** Something changed in another tab: how things stand now. */
  onStale: (incoming: Incoming[]) => void;
  onDone: (words: string) => void;
}

export function Preview({ own, name, incoming, onStale, onDone }: PreviewProps) {
  const { t } = useApp();
  const [choices, setChoices] = useState<Record<string, Chosen>>({});
  const [trouble, setTrouble] = useState<Kept>();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const those = (...states: Incoming['state'][]) => incoming.filter(({ state }) => states.includes(state));
  const fresh = those('new');
  const differing = those('differs', 'deleted');
  const left = those('noOutput').length;
  const chosen = differing.filter(({ theirs }) => (choices[theirs.id] ?? 'ours') !== 'ours').length;
  const n = fresh.length + chosen;

  const takeOver = async () => {
    const kept = await own.takeOver(incoming, choices);
    if (kept.kind === 'kept') return onDone(t('additions.takenOver', { n }));
    setTrouble(kept);
    if (kept.kind === 'stale') onStale(own.compare(incoming.map(({ theirs }) => theirs)));
  };

  return (
    <div class="preview">
      <h3 class="sans" tabIndex={-1} ref={heading}>
        {t('additions.preview', { name })}
      </h3>
      <p>
        {t('additions.previewSum', {
          fresh: fresh.length,
          same: those('same').length,
          differ: differing.length,
        })}
        {left > 0 && ` ${t('additions.previewLeft', { n: left })}`}
      </p>
      {fresh.length > 0 && <h4 class="label">{t('additions.previewNew')}</h4>}
      <ul class="additions-of">
        {fresh.map(({ theirs }) => (
          <li key={theirs.id} class="addition">
            <To addition={theirs} />
            <Said addition={theirs} />
          </li>
        ))}
      </ul>
      {differing.map(({ theirs, ours, state }) => (
        <fieldset key={theirs.id} class="differing options one">
          <legend>
            <span class="label">{t('additions.previewDiffers')}</span>
            <To addition={theirs} />
          </legend>
          <div class="both">
            <div>
              <p class="label">{t(state === 'deleted' ? 'additions.oursDeleted' : 'additions.ours')}</p>
              {ours && <Said addition={ours} />}
            </div>
            <div>
              <p class="label">{t('additions.theirs')}</p>
              <Said addition={theirs} />
            </div>
          </div>
          <div class="rows">
            {(['ours', 'theirs', 'both'] as const)
              .filter((choice) => state === 'differs' || choice !== 'both')
              .map((choice) => (
                <Choice
                  key={choice}
                  name={`choice-${theirs.id}`}
                  chosen={(choices[theirs.id] ?? 'ours') === choice}
                  onChoose={() => setChoices((now) => ({ ...now, [theirs.id]: choice }))}
                >
                  {t('additions.choice', { choice })}
                </Choice>
              ))}
          </div>
        </fieldset>
      ))}
      {trouble?.kind === 'stale' ? (
        <p class="problem" role="alert">
          {t('additions.changedSince')}
        </p>
      ) : (
        <Trouble kept={trouble} />
      )}
      <p class="ways">
        <button type="button" class="button first" disabled={n === 0} onClick={() => void takeOver()}>
          {t('additions.takeOver', { n })}
        </button>
        <button type="button" class="button third" onClick={() => onDone(t('additions.takenOver', { n: 0 }))}>
          {t('additions.notNow')}
        </button>
      </p>
    </div>
  );
}

/** To what it is added, in the brief's own voice. */
function To({ addition }: { addition: AdditionText }) {
  const { words } = useBrief();
  return <p class="brief small">{words.value.outputs[addition.output]?.title ?? addition.output}</p>;
}
