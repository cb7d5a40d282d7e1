/** What the brief says, statement by statement, in our words and with its place. */
import { useBrief } from '../context.ts';
import { Locator } from '../parts/locator.tsx';
import './behind.css';

export function Statements({ ids }: { ids: readonly string[] }) {
  const { words } = useBrief();
  return (
    <ul class="cited brief">
      {ids.map((id) => (
        <li key={id}>
          <span>{words.value.statements[id]}</span>
          <Locator statement={id} />
        </li>
      ))}
    </ul>
  );
}
