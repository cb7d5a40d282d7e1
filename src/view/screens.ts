/** Which component shows which view of a session. */
import type { ComponentType } from 'preact';
import type { SessionScreenProps, SessionView } from './app.ts';
import { DetailsScreen } from './details/screen.tsx';
import { Note } from './note/note.tsx';
import { OverviewScreen } from './overview/screen.tsx';
import { QuestionScreen } from './question/screen.tsx';
import { ReadingsScreen } from './readings/screen.tsx';
import { Result } from './result/result.tsx';

export const SESSION_SCREENS: Record<SessionView, ComponentType<SessionScreenProps>> = {
  question: QuestionScreen,
  overview: OverviewScreen,
  result: Result,
  note: Note,
  readings: ReadingsScreen,
  details: DetailsScreen,
};
