/** Verdicts side by side: those that differ with the answers that make them differ, the others folded. */
import { useMemo } from 'preact/hooks';
import type { Output } from '../../engine/pack.ts';
import type { Difference } from '../../engine/reasoner.ts';
import { useBrief } from '../context.ts';
import { Fold } from '../parts/fold.tsx';
import { Shape } from '../parts/shape.tsx';
import type { Column } from './columns.ts';
import { SideBySide } from './side-by-side.tsx';

interface ApartProps {
  columns: readonly Column[];
  titles: readonly string[];
}

export function VerdictsApart({ columns, titles }: ApartProps) {
  const { pack, t, reasoner } = useBrief();
  const outputs = pack.outputs.filter(({ kind }) => kind !== 'background');
  const isApart = ({ id }: Output) =>
    new Set(columns.map(({ session }) => session.verdict(id).status)).size > 1;
  const apart = outputs.filter(isApart);
  const alike = outputs.filter((output) => !isApart(output));
  const situations = columns.map(({ session }) => session.situation.value);
  // Each beside the first one.
  const differences = useMemo(() => {
    const [first, ...others] = situations;
    if (first === undefined || reasoner.value === undefined) return [];
    return others.map((other) => reasoner.value?.differences(first, other) ?? []);
  }, [reasoner.value, ...situations]);
  return (
    <>
      <section>
        <h2 class="group">{t('compare.verdicts')}</h2>
        {apart.length === 0 ? (
          <p>{t('compare.noneDiffer')}</p>
        ) : (
          <Table columns={columns} titles={titles} outputs={apart} differences={differences} />
        )}
      </section>
      {alike.length > 0 && (
        <Fold summary={t('compare.sameVerdicts', { n: alike.length })}>
          <Table columns={columns} titles={titles} outputs={alike} differences={[]} />
        </Fold>
      )}
    </>
  );
}

interface TableProps extends ApartProps {
  outputs: readonly Output[];
  /** For each column but the first one. */
  differences: readonly (readonly Difference[])[];
}

function Table({ columns, titles, outputs, differences }: TableProps) {
  const { say, words } = useBrief();
  const rows = outputs.map((output) => {
    const said = words.value.outputs[output.id];
    return {
      key: output.id,
      head: said?.short ?? said?.name ?? output.id,
      cells: columns.map(({ key, session }, i) => {
        const { status } = session.verdict(output.id);
        return (
          <div key={key}>
            <span class="state">
              <Shape status={status} /> {say.stateWord(output, status)}
            </span>
            <By by={differences[i - 1]?.find((one) => one.output === output.id)?.by ?? []} />
          </div>
        );
      }),
    };
  });
  return <SideBySide columns={columns} titles={titles} rows={rows} />;
}

/** The answers that make it differ from the first column. */
function By({ by }: { by: readonly string[] }) {
  const { pack, t, say, words } = useBrief();
  if (by.length === 0) return null;
  const items = by.map((id) => {
    const question = pack.questions.find((one) => one.id === id);
    return question === undefined
      ? t('compare.reading', { title: words.value.readings[id]?.title ?? id })
      : t('compare.question', { number: question.number });
  });
  return <small class="by">{t('compare.by', { n: items.length, list: say.list(items) })}</small>;
}
