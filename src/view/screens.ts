/** Which component shows which view of a session. */
import type { ComponentType } from 'preact';
import type { OpenSession } from '../session/desk.ts';
import type { Route, SessionView } from './app.ts';
import { OverviewScreen } from './overview/screen.tsx';
import { QuestionScreen } from './question/screen.tsx';

export interface SessionScreenProps {
  session: OpenSession;
  route: Extract<Route, { name: 'session' }>;
}

/** A view whose screen is not here is an unknown page. */
export const SESSION_SCREENS: Partial<Record<SessionView, ComponentType<SessionScreenProps>>> = {
  question: QuestionScreen,
  overview: OverviewScreen,
};
