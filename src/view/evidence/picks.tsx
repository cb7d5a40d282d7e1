/** One of a few words in a row, chosen with a tap and kept at once. */
import { useId } from 'preact/hooks';
import '../parts/filters.css';

interface PicksProps<T extends string> {
  legend: string;
  values: readonly T[];
  chosen: T;
  name: (value: T) => string;
  /** Below the row: what the chosen one means. */
  meaning?: string;
  onChoose: (value: T) => void;
}

export function Picks<T extends string>({ legend, values, chosen, name, meaning, onChoose }: PicksProps<T>) {
  const id = useId();
  return (
    <fieldset class="picks" aria-describedby={meaning === undefined ? undefined : `${id}-meaning`}>
      <legend>{legend}</legend>
      <div class="filters">
        {values.map((value) => (
          <label key={value}>
            <input type="radio" name={id} checked={value === chosen} onChange={() => onChoose(value)} />
            {name(value)}
          </label>
        ))}
      </div>
      {meaning !== undefined && (
        <p class="small quiet" id={`${id}-meaning`}>
          {meaning}
        </p>
      )}
    </fieldset>
  );
}
