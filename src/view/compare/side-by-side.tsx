/** The table of a comparison: a column for each session. On a phone a row is a list, each cell with whose it is. */
import type { ComponentChildren } from 'preact';
import { useApp } from '../context.ts';
import type { Column } from './columns.ts';

export interface SideBySideRow {
  key: string;
  head: ComponentChildren;
  /** One for each column. */
  cells: readonly ComponentChildren[];
}

interface SideBySideProps {
  columns: readonly Column[];
  titles: readonly string[];
  rows: readonly SideBySideRow[];
}

export function SideBySide({ columns, titles, rows }: SideBySideProps) {
  const { t } = useApp();
  return (
    <table class="side-by-side">
      <thead>
        <tr>
          <th scope="col">{t('compare.what')}</th>
          {columns.map(({ key }, i) => (
            <th scope="col" key={key}>
              {titles[i]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <span class="brief">{row.head}</span>
            </th>
            {columns.map(({ key }, i) => (
              <td key={key}>
                <span class="who">{titles[i]}</span>
                {row.cells[i]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
