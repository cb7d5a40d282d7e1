/** Where in an exercise something is: in which part of the editor, in which field, and in which language. */

export const SECTIONS = ['texts', 'questions', 'news', 'course', 'check'] as const;
export type Section = (typeof SECTIONS)[number];

export interface Place {
  section: Section;
  /** Id of the field's element. */
  field: string;
  /** For `edit.place`. `n`: from 1, the how manieth of its kind; 0 where there is one. */
  what: string;
  n: number;
  /** A question's id, or ''. */
  question: string;
  /** A language's tag, or ''. */
  tag: string;
}

/** A path as reading an exercise tells it, such as `texts.en.roles.role-2.card` or `injects[0].word`. */
export function placeOf(
  path: string,
  ids: Record<'sources' | 'roles' | 'injects', readonly string[]>,
): Place {
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = steps;
  const at = { field: '', n: 0, question: '', tag: '' };
  if (first === 'texts') {
    const tag = second;
    const kind = third === 'sources' || third === 'roles' || third === 'injects' ? third : undefined;
    if (kind === undefined)
      return { ...at, section: 'texts', field: third || 'title', what: third || 'texts', tag };
    const n = ids[kind].indexOf(fourth) + 1;
    const field = fieldOf(kind, fourth, fifth || (kind === 'injects' ? 'title' : 'name'));
    const section = kind === 'injects' ? 'news' : 'texts';
    return { section, field, what: `${kind}-${fifth || 'words'}`, n, question: '', tag };
  }
  if (first === 'questions') return { ...at, section: 'questions', field: 'questions', what: 'questions' };
  if (first === 'answers')
    return { ...at, section: 'questions', field: `standing-${second}`, what: 'answers', question: second };
  if (first === 'injects' && third !== '') {
    const id = ids.injects[Number(second)] ?? '';
    const question = third === 'answers' ? fourth : '';
    const field = fieldOf('injects', id, third === 'word' ? 'word' : 'title');
    return { section: 'news', field, what: `injects-${third}`, n: Number(second) + 1, question, tag: '' };
  }
  if (first === 'minutes')
    return { ...at, section: 'course', field: `minutes-${second}`, what: `minutes-${second}` };
  if (first === 'tables' || first === 'threshold' || first === 'language')
    return { ...at, section: 'course', field: first, what: first };
  if (first === 'sources' || first === 'roles' || first === 'injects')
    return { ...at, section: first === 'injects' ? 'news' : 'texts', field: first, what: first };
  return { ...at, section: 'course', field: 'tables', what: 'other' };
}

/** The id of an element. @param name of the field of a source, a role or of news */
export function fieldOf(kind: 'sources' | 'roles' | 'injects', id: string, name: string): string {
  return `${kind}-${id}-${name}`;
}
