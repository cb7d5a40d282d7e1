/** What an answer rests on, in a line. */
import type { Evidence } from '../../session/journal.ts';
import { asSentence, rowOf } from './sentences.ts';
import type { WordingSource } from './source.ts';

/** "Judgement, moderate confidence, 2 sources"; '' where nothing is said. */
export function evidenceInShort(source: WordingSource, evidence: Evidence): string {
  const { t } = source;
  const { basis, confidence, sources, note, ownView } = evidence;
  const parts = [
    ...(basis === '' ? [] : [t('evidence.basisInShort', { basis })]),
    ...(confidence === '' ? [] : [t('evidence.confidenceInShort', { confidence })]),
    ...(sources.length === 0 ? [] : [t('evidence.sourcesInShort', { n: sources.length })]),
    ...(note === '' ? [] : [t('evidence.noteInShort')]),
    ...(ownView === '' ? [] : [t('evidence.ownViewInShort')]),
  ];
  return parts.length === 0 ? '' : asSentence(source, rowOf(source, parts));
}
