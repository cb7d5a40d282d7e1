/** The App that main hands in, for every component, and the brief that a screen is about. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { App, InBrief } from './app.ts';

export const AppContext = createContext<App | undefined>(undefined);
export const BriefContext = createContext<InBrief | undefined>(undefined);

/** The App around the component; throws outside one, since nothing works without. */
export function useApp(): App {
  return found(useContext(AppContext), 'AppContext');
}

/** The same with the brief that the screen is about: of a session, its own. */
export function useBrief(): InBrief {
  return found(useContext(BriefContext), 'BriefContext');
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`a component was rendered outside ${name}`);
  return value;
}
