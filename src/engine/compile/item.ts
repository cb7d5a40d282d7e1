/** One item of a list file, with its id. */
import type { SourceNode } from '../source.ts';
import type { RuleFile } from './files.ts';
import { article, type Ids } from './names.ts';
import type { Report } from './report.ts';
import { entriesOf, Fields, wordOf } from './shape.ts';

/** `id` is '' where it is missing; the rest of the item is checked all the same. */
export interface Item {
  id: string;
  fields: Fields;
  file: RuleFile;
}

/** Reads the items of a list and registers their ids. */
export function readItems(
  file: RuleFile,
  nodes: readonly SourceNode[],
  ids: Ids,
  keys: readonly string[],
  report: Report,
): Item[] {
  return nodes.map((node) => {
    const given = entriesOf(node, article(ids.sort), report).find(({ key }) => key.value === 'id')?.value;
    const id = given?.kind === 'text' ? given.value : '';
    const fields = new Fields(
      // Anything but a mapping has been reported already.
      node.kind === 'map' ? node : { kind: 'map', entries: [], at: node.at },
      id === '' ? `this ${ids.sort}` : `${ids.sort} "${id}"`,
      keys,
      report,
    );
    if (node.kind === 'map') {
      const word = wordOf(fields.need('id', 'Begin the item with "- id: ...".'), 'the id', report);
      if (word !== undefined) ids.add(word, report);
    }
    if (id === '') ids.leaveOpen();
    return { id, fields, file };
  });
}
