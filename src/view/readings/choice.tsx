/** One row of a list of which one is chosen, as the options of a question look. */
import type { ComponentChildren } from 'preact';
import { Tick } from '../parts/tick.tsx';
import '../parts/options.css';

interface ChoiceProps {
  /** The same for all rows of a list. */
  name: string;
  chosen: boolean;
  onChoose: () => void;
  id?: string;
  /** In small under the words. */
  below?: ComponentChildren;
  children: ComponentChildren;
}

export function Choice({ name, chosen, onChoose, id, below, children }: ChoiceProps) {
  return (
    <div class="option">
      <label>
        <input type="radio" name={name} id={id} checked={chosen} onChange={onChoose} />
        <span class="box">
          <Tick />
        </span>
        <span class="text">
          <span class="label-text">{children}</span>
          {below && <span class="from">{below}</span>}
        </span>
      </label>
    </div>
  );
}
