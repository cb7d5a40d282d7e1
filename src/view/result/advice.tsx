/** What applies, by who acts; the option apart from it; then what is open, and what is not now. */
import type { ComponentChildren } from 'preact';
import type { Output } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { headingId } from './contents.tsx';
import { Item } from './item.tsx';
import type { SectionId, Sections } from './sections.ts';
import './result.css';

interface AdviceProps {
  session: OpenSession;
  sections: Sections;
  /** The output that the address names. */
  item: string;
}

export function Advice({ session, sections, item }: AdviceProps) {
  const { t, say } = useBrief();
  const { option } = sections;
  return (
    <>
      {sections.advice.map(({ act, actors, outputs }, i) => (
        <section key={`${act} ${actors.join(' ')}`}>
          <GroupHeading id={i === 0 ? 'advice' : undefined} title={t('result.act', { act })}>
            {say.actors(actors)}
          </GroupHeading>
          <Items session={session} outputs={outputs} item={item} />
        </section>
      ))}
      {option.length > 0 && (
        <section class="apart">
          <GroupHeading id="option" title={t('result.option')} option>
            {say.actors(option[0]?.actors ?? [])}
          </GroupHeading>
          <Items session={session} outputs={option} item={item} />
        </section>
      )}
      {sections.open.length > 0 && (
        <section>
          <GroupHeading id="open" title={t('result.open')}>
            {t('result.openAside')}
          </GroupHeading>
          <Items session={session} outputs={sections.open} item={item} />
        </section>
      )}
      {sections.notNow.length > 0 && (
        <section>
          <GroupHeading id="notNow" title={t('result.notNow')}>
            {t('result.notNowAside')}
          </GroupHeading>
          <Items session={session} outputs={sections.notNow} item={item} />
        </section>
      )}
    </>
  );
}

interface GroupHeadingProps {
  /** Where the list of contents leads; undefined: it leads elsewhere. */
  id?: SectionId | undefined;
  title: string;
  option?: boolean;
  children?: ComponentChildren;
}

export function GroupHeading({ id, title, option = false, children }: GroupHeadingProps) {
  return (
    <h2
      class={option ? 'group apart' : 'group'}
      id={id && headingId(id)}
      tabIndex={id === undefined ? undefined : -1}
    >
      <span>{title}</span>
      {children && <small>{children}</small>}
    </h2>
  );
}

interface ItemsProps {
  session: OpenSession;
  outputs: readonly Output[];
  item: string;
}

export function Items({ session, outputs, item }: ItemsProps) {
  return outputs.map((output) => (
    <Item key={output.id} session={session} output={output} named={output.id === item} />
  ));
}
