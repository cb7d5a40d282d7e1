/** The App that main hands in, for every component. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { App } from './app.ts';

export const AppContext = createContext<App | undefined>(undefined);

/** The App around the component; throws outside one, since nothing works without. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('a component was rendered outside AppContext');
  return app;
}
