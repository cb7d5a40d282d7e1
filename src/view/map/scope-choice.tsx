/** How much the map shows: the way to one output, all advice, everything. */
import type { OpenSession } from '../../session/desk.ts';
import { stripOrder } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { ledgerGroups } from '../standing/groups.ts';
import type { Scope } from './scope.ts';
import '../parts/filters.css';

interface ScopeChoiceProps {
  session: OpenSession;
  scope: Scope;
  onChange: (scope: Scope) => void;
}

export function ScopeChoice({ session, scope, onChange }: ScopeChoiceProps) {
  const { pack, t } = useBrief();
  const [first = ''] = stripOrder(pack);
  const scopes: Scope[] = [
    scope.kind === 'one' ? scope : { kind: 'one', output: first },
    { kind: 'advice' },
    { kind: 'all' },
  ];
  const messages = { one: 'map.scopeOne', advice: 'map.scopeAdvice', all: 'map.scopeAll' } as const;
  return (
    <div class="scope-choice">
      <fieldset class="filters">
        <legend class="unseen">{t('map.scope')}</legend>
        {scopes.map((one) => (
          <label key={one.kind}>
            <input
              type="radio"
              name="map-scope"
              checked={scope.kind === one.kind}
              onChange={() => onChange(one)}
            />
            <span>{t(messages[one.kind])}</span>
          </label>
        ))}
      </fieldset>
      {scope.kind === 'one' && <OutputChoice session={session} output={scope.output} onChange={onChange} />}
    </div>
  );
}

interface OutputChoiceProps {
  session: OpenSession;
  output: string;
  onChange: (scope: Scope) => void;
}

/** Each with its state, so that one sees which to look at. */
function OutputChoice({ session, output, onChange }: OutputChoiceProps) {
  const { pack, t, say, words } = useBrief();
  const kinds = ['scenario', 'consequence', 'indicator', 'silence'] as const;
  const groups = [
    ...ledgerGroups(pack).map(({ modality, actor, outputs }) => ({
      name: say.leadIn(modality, [actor]),
      outputs,
    })),
    ...kinds.map((kind) => ({
      name: t('map.kind', { kind }),
      outputs: pack.outputs.filter((one) => one.kind === kind),
    })),
  ];
  return (
    <label class="output-choice">
      <span>{t('map.to')}</span>
      <select
        class="input"
        value={output}
        onChange={(event) => onChange({ kind: 'one', output: event.currentTarget.value })}
      >
        {groups.map(({ name, outputs }) => (
          <optgroup key={name} label={name}>
            {outputs.map((one) => {
              const own = words.value.outputs[one.id];
              const state = say.stateWord(one, session.verdict(one.id).status);
              return (
                <option key={one.id} value={one.id}>
                  {t('map.place', { title: own?.short ?? own?.name ?? one.id, state })}
                </option>
              );
            })}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
