/** Which component shows which view of a session. */
import type { ComponentType } from 'preact';
import type { SessionScreenProps, SessionView } from './app.ts';
import { later } from './later.tsx';

export const SESSION_SCREENS: Record<SessionView, ComponentType<SessionScreenProps>> = {
  question: later(async () => (await import('./question/screen.tsx')).QuestionScreen),
  next: later(async (app) => {
    await app.bringReasoner();
    return (await import('./next/screen.tsx')).NextScreen;
  }),
  overview: later(async () => (await import('./overview/screen.tsx')).OverviewScreen),
  result: later(async (app) => {
    // With what would change it from the start, so that nothing moves; without, where that cannot be fetched.
    await app.bringReasoner().catch(() => undefined);
    return (await import('./result/result.tsx')).Result;
  }),
  note: later(async (app) => {
    await app.prepareNote();
    return (await import('./note/note.tsx')).Note;
  }),
  readings: later(async () => (await import('./readings/screen.tsx')).ReadingsScreen),
  map: later(async (app) => {
    await app.bringReasoner();
    return (await import('./map/screen.tsx')).MapScreen;
  }),
  news: later(async () => (await import('./news/screen.tsx')).NewsScreen),
  review: later(async () => (await import('./review/screen.tsx')).ReviewScreen),
  'hand-on': later(async (app) => {
    await app.bringHandOn();
    return (await import('./hand-on/give.tsx')).Give;
  }),
  texts: later(async (app) => {
    await app.bringHandOn();
    return (await import('./hand-on/texts.tsx')).Texts;
  }),
  sources: later(async () => (await import('./sources/screen.tsx')).SourcesScreen),
  history: later(async () => (await import('./history/screen.tsx')).HistoryScreen),
  'what-if': later(async () => (await import('./what-if/screen.tsx')).WhatIfScreen),
  details: later(async () => (await import('./details/screen.tsx')).DetailsScreen),
};
