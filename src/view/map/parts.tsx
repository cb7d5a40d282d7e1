/** The links that lead to a place, part by part: what would have to be so, and whether it is. */
import type { MapLink } from '../../engine/brief-map.ts';
import { useBrief } from '../context.ts';
import { linkInWords, type Places, partInWords } from './place.ts';
import { linkKeyOf } from './scope.ts';

interface PartsProps {
  places: Places;
  links: readonly MapLink[];
  /** In the table: the parts are what the lines of the picture are. */
  inTable?: boolean;
}

export function Parts({ links, inTable = false }: PartsProps) {
  const app = useBrief();
  const { t, say } = app;
  return (
    <ul class="parts">
      {links.map((link) => {
        const key = linkKeyOf(link);
        const data = inTable ? { 'data-link': key, 'data-weight': link.lit ? 'lit' : link.value } : {};
        const role = t('map.role', { role: link.role });
        return (
          <li key={key} class={link.lit ? 'lit' : ''} {...data}>
            {link.parts.length === 0 && <span>{say.sentence(linkInWords(app, link))}</span>}
            {link.parts.map((part) => (
              <span key={`${part.not} ${part.options.join(' ')}`} class={`part ${part.value}`}>
                {say.sentence(partInWords(app, link, part))}
                <b>{t('map.partState', { value: part.value })}</b>
              </span>
            ))}
            {role && <small>{role}</small>}
          </li>
        );
      })}
    </ul>
  );
}
