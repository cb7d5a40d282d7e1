/** Which component shows which view of a session. */
import type { ComponentType } from 'preact';
import type { OpenSession } from '../session/desk.ts';
import type { Route, SessionView } from './app.ts';
import { DetailsScreen } from './details/screen.tsx';
import { Note } from './note/note.tsx';
import { OverviewScreen } from './overview/screen.tsx';
import { QuestionScreen } from './question/screen.tsx';
import { ReadingsScreen } from './readings/screen.tsx';
import { Result } from './result/result.tsx';

export interface SessionScreenProps {
  session: OpenSession;
  route: Extract<Route, { name: 'session' }>;
}

/** A view whose screen is not here is an unknown page. */
export const SESSION_SCREENS: Partial<Record<SessionView, ComponentType<SessionScreenProps>>> = {
  question: QuestionScreen,
  overview: OverviewScreen,
  result: Result,
  note: Note,
  readings: ReadingsScreen,
  details: DetailsScreen,
};
