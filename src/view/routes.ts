/** The addresses of the app: what stands after `#/`, read and written in one place. */
import type { Route, SessionView, WorkshopPart } from './app.ts';

const VIEWS: readonly SessionView[] = [
  'question',
  'next',
  'overview',
  'result',
  'note',
  'readings',
  'map',
  'details',
  'news',
  'review',
  'hand-on',
  'texts',
  'sources',
  'history',
  'what-if',
];

const PARTS: readonly WorkshopPart[] = [
  'start',
  'exercise',
  'collect',
  'ballot',
  'board',
  'wall',
  'debrief',
  'give',
  'take',
  'table',
  'paper',
  'pass',
  'edit',
];

/**
 * Reads an address such as `#/session/4f/question/buyout?back=result%2FO3`. Never throws: what is not known
 * becomes `unknown`. A session's address without a view leads to its questions.
 */
export function parseRoute(hash: string): Route {
  const path = hash.replace(/^#?\/?/, '');
  const [place = '', query = ''] = path.split('?', 2);
  const parts = place.split('/').filter(Boolean).map(decode);
  const [name = '', ...rest] = parts;
  if (name === '' && rest.length === 0) return { name: 'home' };
  if (name === 'about' && rest.length === 0) return { name: 'about' };
  if (name === 'additions' && rest.length === 0) return { name: 'additions' };
  if (name === 'proof' && rest.length === 0) return { name: 'proof' };
  if (name === 'protection' && rest.length === 0) return { name: 'protection' };
  if (name === 'ready' && rest.length === 0) return { name: 'ready' };
  if (name === 'check' && rest.length === 0) return { name: 'check' };
  if (name === 'files' && rest.length === 0) return { name: 'files' };
  if (name === 'answers' && rest.length === 1) return { name: 'answers', code: rest[0] ?? '' };
  if (name === 'compare' && rest.length <= 1) return { name: 'compare', item: rest[0] ?? '' };
  if (name === 'brief' && rest.length <= 1) return { name: 'brief', item: rest[0] ?? '' };
  if (name === 'new' && rest.length === 1) return { name: 'new', start: rest[0] ?? '' };
  if (name === 'workshop') {
    const [part = 'start', id = '', item = ''] = rest;
    const known = PARTS.find((one) => one === part);
    const whole = known === 'start' ? rest.length <= 1 : id !== '' && rest.length <= 3;
    return known && whole ? { name: 'workshop', part: known, id, item } : { name: 'unknown', path };
  }
  if (name === 'session') {
    const [id = '', view = 'question', item = ''] = rest;
    const known = VIEWS.find((one) => one === view);
    if (id === '' || known === undefined || rest.length > 3) return { name: 'unknown', path };
    return { name: 'session', id, view: known, item, back: new URLSearchParams(query).get('back') ?? '' };
  }
  return { name: 'unknown', path };
}

/** The address of a route, with `#`: what goes into `href`. parseRoute reads it back to the same route. */
export function href(route: Route): string {
  switch (route.name) {
    case 'home':
      return '#/';
    case 'about':
      return '#/about';
    case 'additions':
      return '#/additions';
    case 'proof':
      return '#/proof';
    case 'protection':
      return '#/protection';
    case 'ready':
      return '#/ready';
    case 'check':
      return '#/check';
    case 'files':
      return '#/files';
    case 'answers':
      return `#/answers/${encodeURIComponent(route.code)}`;
    case 'compare':
      return route.item ? `#/compare/${encodeURIComponent(route.item)}` : '#/compare';
    case 'brief':
      return route.item ? `#/brief/${encodeURIComponent(route.item)}` : '#/brief';
    case 'new':
      return `#/new/${encodeURIComponent(route.start)}`;
    case 'workshop': {
      const parts = [route.part, route.id, route.item].filter(Boolean).map(encodeURIComponent);
      return route.part === 'start' ? '#/workshop' : `#/workshop/${parts.join('/')}`;
    }
    case 'session': {
      const item = route.item ? `/${encodeURIComponent(route.item)}` : '';
      const back = route.back ? `?back=${encodeURIComponent(route.back)}` : '';
      return `#/session/${encodeURIComponent(route.id)}/${route.view}${item}${back}`;
    }
    case 'unknown':
      return `#/${route.path}`;
  }
}

/**
 * The address of a screen of a session. `back` is the place an edit returns to, such as `result/O3`: "Change 3"
 * on the result links to `sessionHref(id, 'question', 'mandate_social', 'result/R1')`.
 */
export function sessionHref(id: string, view: SessionView, item = '', back = ''): string {
  return href({ name: 'session', id, view, item, back });
}

/** The address of a place inside a session, as `back` and the session's `place` keep it: `question/buyout`. */
export function placeHref(id: string, place: string): string {
  return place ? `#/session/${encodeURIComponent(id)}/${place}` : sessionHref(id, 'question');
}

/** The place inside its session that a route shows: what `back` and `Desk.leaveAt` take. */
export function placeOf(route: Extract<Route, { name: 'session' }>): string {
  return route.item ? `${route.view}/${encodeURIComponent(route.item)}` : route.view;
}

/** The place an edit returns to, or undefined where none is named or it leads nowhere. */
export function backHref(route: Extract<Route, { name: 'session' }>): string | undefined {
  if (route.back === '') return undefined;
  const address = placeHref(route.id, route.back);
  return parseRoute(address).name === 'session' ? address : undefined;
}

/** A broken escape in an address (`%E0%A4`) is an unknown address, not a crash. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
