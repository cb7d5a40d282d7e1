/** Where the brief says it: "¶15, s1", read out as "paragraph 15, sentence 1", leading to the brief. */
import { useBrief } from '../context.ts';
import { href } from '../routes.ts';

interface LocatorProps {
  statement: string;
  /** Not a link: inside another link, or on the brief's own screen. */
  plain?: boolean;
}

export function Locator({ statement, plain = false }: LocatorProps) {
  const { say } = useBrief();
  const words = (
    <>
      <span aria-hidden="true">{say.shortLocator(statement)}</span>
      <span class="unseen">{say.locator(statement)}</span>
    </>
  );
  if (plain) return <span class="locator">{words}</span>;
  return (
    <a class="locator" href={href({ name: 'brief', item: statement })}>
      {words}
    </a>
  );
}
