import { describe, expect, test } from 'vitest';
import { addressOf, type Route, routeOf } from './route.ts';

const ID = '0123456789abcdef0123456789abcdef';

describe('an address', () => {
  test.each<[string, Exclude<Route, { name: 'unknown' }>]>([
    ['/', { name: 'start' }],
    [`/new/${ID}`, { name: 'prepare', upload: ID }],
    ['/runs', { name: 'runs' }],
    [`/runs/${ID}`, { name: 'run', run: ID, view: 'results' }],
    [`/runs/${ID}/details`, { name: 'run', run: ID, view: 'details' }],
    [
      `/runs/${ID}?rubric=a+b&ticket=INC%261.html`,
      { name: 'run', run: ID, view: 'results', rubric: 'a b', ticket: 'INC&1.html' },
    ],
    [
      `/runs/${ID}/decide?rubric=a&position=12&criterion=spelling`,
      { name: 'run', run: ID, view: 'decide', rubric: 'a', position: 12, criterion: 'spelling' },
    ],
  ])('%s is a route, and the other way round', (address, route) => {
    expect(routeOf(new URL(address, 'http://localhost'))).toEqual(route);
    expect(addressOf(route)).toBe(address);
  });

  test.each([
    '/nonsense',
    '/new',
    '/new/12',
    `/new/${ID}/x`,
    '/runs/../x',
    `/runs/${ID}/nonsense`,
    `/runs/${ID}/details/x`,
  ])('%s is none', (address) => expect(routeOf(new URL(address, 'http://localhost'))).toEqual({ name: 'unknown' }));
});
