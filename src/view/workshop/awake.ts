/** The screen stays on while something on it is to be read by others. */
import { useEffect, useState } from 'preact/hooks';

interface Lock {
  release(): Promise<void>;
}

/**
 * Asked for again whenever the page is seen again, since a hidden page loses it. A browser has this over HTTPS only,
 * and says no where it saves its battery.
 * @returns false once it is known that the screen may go dark
 */
export function useAwake(): boolean {
  const [held, setHeld] = useState(true);
  useEffect(() => {
    const { wakeLock } = navigator as { wakeLock?: { request(kind: 'screen'): Promise<Lock> } };
    let lock: Lock | undefined;
    let over = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const given = await wakeLock?.request('screen').catch(() => undefined);
      if (over) return void given?.release();
      lock = given;
      setHeld(given !== undefined);
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
  return held;
}
