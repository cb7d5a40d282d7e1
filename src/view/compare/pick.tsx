/** Which sessions to put side by side. */
import { useState } from 'preact/hooks';
import { useBrief } from '../context.ts';
import { sayWhen } from '../dates.ts';
import { go } from '../navigation.ts';
import { Strip } from '../parts/shape.tsx';
import { StretchList, useStretch } from '../parts/stretch.tsx';
import { href } from '../routes.ts';
import { MOST } from './columns.ts';

export function Pick() {
  const { pack, t, desk, language } = useBrief();
  const [chosen, setChosen] = useState<string[]>([]);
  const [problem, setProblem] = useState('');
  const { shown, more } = useStretch();
  const all = desk.sessions.value;
  const tap = (id: string, on: boolean) => {
    const next = on ? [...chosen, id] : chosen.filter((one) => one !== id);
    setChosen(next);
    setProblem(next.length > MOST ? t('compare.tooMany') : '');
  };
  const compare = (event: Event) => {
    event.preventDefault();
    if (chosen.length < 2) return setProblem(t('compare.tooFew'));
    if (chosen.length > MOST) return setProblem(t('compare.tooMany'));
    go(href({ name: 'compare', item: chosen.join(',') }));
  };
  return (
    <form class="pick" noValidate onSubmit={compare}>
      <fieldset>
        <legend class="lead">{t('compare.pick')}</legend>
        <StretchList shown={shown} all={all.length} more={more} words={t('home.showMore')}>
          {all.slice(0, shown).map(({ id, details, strip, changed }) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={(event) => tap(id, event.currentTarget.checked)}
                />
                <span>{details.title}</span>
                <small>{sayWhen(changed, language.value, new Date()).day}</small>
              </label>
              <Strip items={strip} outputs={pack.outputs} />
            </li>
          ))}
        </StretchList>
      </fieldset>
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="submit" class="button second">
        {t('compare.go')}
      </button>
    </form>
  );
}
