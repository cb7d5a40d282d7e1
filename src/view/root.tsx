/** The screen of the address, and what every screen shares: the spoken line, and the page for a bug. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { Component, type ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { FailureWords } from '../messages/failure.ts';
import type { App, Route, SessionScreenProps } from './app.ts';
import { AppContext, BriefContext, useApp } from './context.ts';
import { Failure } from './failure.tsx';
import { Home } from './home/home.tsx';
import { later } from './later.tsx';
import { Missing } from './missing.tsx';
import { go } from './navigation.ts';
import { Boundary } from './parts/boundary.tsx';
import { Cover } from './parts/cover.tsx';
import { Live } from './parts/live.tsx';
import { questionToResume, seeQuestion } from './resume.ts';
import { sessionHref } from './routes.ts';
import { SESSION_SCREENS } from './screens.ts';

const About = later(async () => (await import('./about/about.tsx')).About);
const Additions = later(async (app) => {
  await app.bringAdditions();
  return (await import('./additions/screen.tsx')).AdditionsScreen;
});
const Proof = later(async () => (await import('./proof/screen.tsx')).ProofScreen);
const Files = later(async (app) => {
  await app.bringHandOn();
  return (await import('./hand-on/files.tsx')).Files;
});
const ProtectionScreen = later(async (app) => {
  await app.bringProtection();
  return (await import('./protection/screen.tsx')).ProtectionScreen;
});
const Ready = later(async () => (await import('./ready/screen.tsx')).ReadyScreen);
const Check = later(async (app) => {
  await app.bringHandOn();
  return (await import('./check/screen.tsx')).CheckScreen;
});
const Answers = later(async (app) => {
  await app.bringHandOn();
  return (await import('./hand-on/answers.tsx')).Answers;
});
const Compare = later(async (app) => {
  await app.bringReasoner();
  return (await import('./compare/screen.tsx')).CompareScreen;
});
const WorkshopScreen = later<{ route: Extract<Route, { name: 'workshop' }> }>(async (app) => {
  await app.bringWorkshop();
  return (await import('./workshop/screen.tsx')).WorkshopScreen;
});
const Upgrade = later<SessionScreenProps>(async () => (await import('./upgrade/screen.tsx')).UpgradeScreen);
const NewSession = later<{ start: string }>(async () => (await import('./home/new-session.tsx')).NewSession);
const Brief = later(async () => (await import('./brief/brief.tsx')).Brief);

interface RootProps {
  app: App;
  failureWords: FailureWords;
  /** A bug that happened outside rendering. */
  bug: ReadonlySignal<unknown>;
}

export function Root({ app, failureWords, bug }: RootProps) {
  return (
    <Catch words={failureWords} bug={bug}>
      <AppContext.Provider value={app}>
        <BriefContext.Provider value={app.inBrief(app.desk.briefs[0])}>
          <Screen />
          <Live />
          <Cover />
        </BriefContext.Provider>
      </AppContext.Provider>
    </Catch>
  );
}

function Screen() {
  const { route } = useApp();
  return <Boundary as="page">{screenAt(route.value)}</Boundary>;
}

function screenAt(here: Route) {
  switch (here.name) {
    case 'home':
      return <Home />;
    case 'about':
      return <About />;
    case 'additions':
      return <Additions />;
    case 'proof':
      return <Proof />;
    case 'files':
      return <Files />;
    case 'protection':
      return <ProtectionScreen />;
    case 'ready':
      return <Ready />;
    case 'check':
      return <Check />;
    case 'answers':
      return <Answers code={here.code} />;
    case 'compare':
      return <Compare key={here.item} item={here.item} />;
    case 'workshop':
      return <WorkshopScreen route={here} />;
    case 'brief':
      return <Brief item={here.item} />;
    case 'new':
      return <NewSession key={here.start} start={here.start} />;
    case 'session':
      return <SessionScreen route={here} />;
    case 'unknown':
      return <Missing what="page" />;
  }
}

function SessionScreen({ route }: { route: Extract<Route, { name: 'session' }> }) {
  const { inBrief, session, sessionMissing } = useApp();
  const open = session.value;
  const resolved =
    open !== undefined && route.view === 'question' && route.item === '' ? questionToResume(open) : '';
  useLayoutEffect(() => {
    if (resolved) go(sessionHref(route.id, 'question', resolved, route.back), 'replace');
    else if (route.view === 'question' && route.item) seeQuestion(route.id, route.item);
  }, [resolved, route.id, route.view, route.item]);
  if (sessionMissing.value) return <Missing what="session" />;
  if (open === undefined || open.id !== route.id || resolved) return null;
  // What another version of the rules would make of it is seen before anything rests on it.
  const { hash } = open.state.value.pack;
  const { brief } = open;
  const Shown = hash === brief.pack.hash || route.view === 'history' ? SESSION_SCREENS[route.view] : Upgrade;
  return (
    <BriefContext.Provider value={inBrief(brief)}>
      <Shown session={open} route={route} />
    </BriefContext.Provider>
  );
}

interface CatchProps {
  words: FailureWords;
  bug: ReadonlySignal<unknown>;
  children: ComponentChildren;
}

/** A bug is shown, with what to do; what was saved stays saved. */
class Catch extends Component<CatchProps> {
  private readonly caught = signal<unknown>(undefined);

  override componentDidCatch(error: unknown): void {
    this.caught.value = error;
  }

  override render(): ComponentChildren {
    const error = this.caught.value ?? this.props.bug.value;
    if (error === undefined) return this.props.children;
    return <Failure words={this.props.words} error={error} />;
  }
}
