import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/view/app.ts';
import { backHref, href, parseRoute, placeHref, placeOf, sessionHref } from '../../src/view/routes.ts';

const session = (view: Extract<Route, { name: 'session' }>['view'], item = '', back = ''): Route => ({
  name: 'session',
  id: '4f',
  view,
  item,
  back,
});

describe('an address and its route, both ways', () => {
  it.each<[address: string, route: Route]>([
    ['#/', { name: 'home' }],
    ['#/about', { name: 'about' }],
    ['#/brief', { name: 'brief', item: '' }],
    ['#/brief/15.1a', { name: 'brief', item: '15.1a' }],
    ['#/new/short', { name: 'new', start: 'short' }],
    ['#/new/P2', { name: 'new', start: 'P2' }],
    ['#/session/4f/question/buyout', session('question', 'buyout')],
    [
      '#/session/4f/question/mandate_social?back=result%2FR1',
      session('question', 'mandate_social', 'result/R1'),
    ],
    ['#/session/4f/overview', session('overview')],
    ['#/session/4f/result', session('result')],
    ['#/session/4f/result/O3', session('result', 'O3')],
    ['#/session/4f/note', session('note')],
    ['#/session/4f/readings/A6', session('readings', 'A6')],
    ['#/session/4f/details', session('details')],
    ['#/session/4f/map/-all', session('map', '-all')],
    ['#/workshop', { name: 'workshop', part: 'start', id: '', item: '' }],
    ['#/workshop/board/4f', { name: 'workshop', part: 'board', id: '4f', item: '' }],
    ['#/workshop/table/4f/3-buyout', { name: 'workshop', part: 'table', id: '4f', item: '3-buyout' }],
    ['#/workshop/board', { name: 'unknown', path: 'workshop/board' }],
    ['#/workshop/dance/4f', { name: 'unknown', path: 'workshop/dance/4f' }],
    ['#/session/a%2Fb/question/x', { name: 'session', id: 'a/b', view: 'question', item: 'x', back: '' }],
  ])('%s', (address, route) => {
    expect(parseRoute(address)).toEqual(route);
    expect(href(route)).toBe(address);
  });
});

describe('addresses that people type', () => {
  it.each<[address: string, route: Route]>([
    ['', { name: 'home' }],
    ['#', { name: 'home' }],
    ['#about', { name: 'about' }],
    ['#/brief/', { name: 'brief', item: '' }],
    ['#/session/4f', session('question')],
    ['#/session/4f/question', session('question')],
    ['#/session', { name: 'unknown', path: 'session' }],
    ['#/session/4f/nowhere', { name: 'unknown', path: 'session/4f/nowhere' }],
    ['#/session/4f/result/O3/more', { name: 'unknown', path: 'session/4f/result/O3/more' }],
    ['#/new', { name: 'unknown', path: 'new' }],
    ['#/about/more', { name: 'unknown', path: 'about/more' }],
    ['#/brief/%E0%A4', { name: 'brief', item: '%E0%A4' }],
    ['#/nothing', { name: 'unknown', path: 'nothing' }],
  ])('%s', (address, route) => {
    expect(parseRoute(address)).toEqual(route);
  });
});

describe('places inside a session', () => {
  it.each<[place: string, expected: string]>([
    ['question/buyout', '#/session/4f/question/buyout'],
    ['result', '#/session/4f/result'],
    ['', '#/session/4f/question'],
  ])('a session left at "%s" goes on at %s', (place, expected) => {
    expect(placeHref('4f', place)).toBe(expected);
  });

  it('a place is what its address says', () => {
    const route = parseRoute('#/session/4f/question/buyout?back=overview');
    expect(route.name === 'session' && placeOf(route)).toBe('question/buyout');
  });

  it.each<[back: string, expected: string | undefined]>([
    ['result/R1', '#/session/4f/result/R1'],
    ['overview', '#/session/4f/overview'],
    ['', undefined],
    ['elsewhere', undefined],
    ['../../about', undefined],
  ])('an edit begun at "%s" returns to %s', (back, expected) => {
    const route = parseRoute(sessionHref('4f', 'question', 'buyout', back));
    expect(route.name === 'session' && backHref(route)).toBe(expected);
  });
});
