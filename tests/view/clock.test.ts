/** The clock on the wall. */
import { describe, expect, it } from 'vitest';
import {
  type Clock,
  face,
  goneOn,
  held,
  leftOf,
  longer,
  MINUTE,
  readClock,
} from '../../src/view/workshop/clock/clock.ts';

const NOW = 1_800_000_000_000;
const running = (left: number): Clock => ({ step: 'roundOne', ends: NOW + left });

describe('the clock on the wall', () => {
  it('shows minutes and seconds to go, a begun second whole, and stops at nought', () => {
    const faces = [15 * MINUTE, 249_001, 59_999, 1, 0, -5000].map(face);
    expect(faces).toEqual(['15:00', '4:10', '1:00', '0:01', '0:00', '0:00']);
  });

  it('is held with what is left, and goes on from there whenever that is', () => {
    const stopped = held(running(90_000), NOW);
    expect(stopped).toEqual({ step: 'roundOne', left: 90_000 });
    expect(leftOf(stopped, NOW + 10 * MINUTE)).toBe(90_000);
    const again = goneOn(stopped, NOW + 10 * MINUTE);
    expect(leftOf(again, NOW + 10 * MINUTE + 30_000)).toBe(60_000);
  });

  it('takes a minute more from what is left, or from now once it has run out, running or held', () => {
    expect(leftOf(longer(running(30_000), NOW), NOW)).toBe(90_000);
    expect(leftOf(longer(running(-30_000), NOW), NOW)).toBe(MINUTE);
    expect(longer({ step: 'join', left: -1 }, NOW)).toEqual({ step: 'join', left: MINUTE });
  });

  it('reads what another window set, and nothing else', () => {
    for (const clock of [running(1), held(running(1), NOW)]) {
      const text = JSON.stringify({ room: 'one', ...clock });
      expect(readClock(text, 'one')).toEqual(clock);
      expect(readClock(text, 'two')).toBeUndefined();
    }
    const bad = [
      '',
      '{',
      'null',
      '{}',
      '{"room":"one","step":1,"ends":2}',
      '{"room":"one","step":"a","ends":"2"}',
    ];
    for (const text of [null, ...bad, '{"room":"one","step":"a"}'])
      expect(readClock(text, 'one')).toBeUndefined();
  });
});
