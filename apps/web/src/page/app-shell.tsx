import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import type { Catalogue, Session } from '../api/index.ts';
import { listenToSessions, openSession } from './api/client.ts';
import { type ApiFailure, asFailure } from './api/failure.ts';
import { requests } from './api/requests.ts';
import { Header } from './header.tsx';
import { useRoute } from './routing/use-route.ts';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { AppContext } from './state/app.ts';
import { CurrentView } from './views/current-view.tsx';
import { Problem } from './views/problem.tsx';
import { SignIn } from './views/sign-in.tsx';
import { words } from './words/index.ts';

const TRY_AGAIN_MS = 2_000;

interface Opened {
  readonly session: Session;
  readonly catalogue: Catalogue;
}

/** The whole page: who is here first, then the view that the address names. */
export function AppShell() {
  const [opened, setOpened] = useState<Opened>();
  const [needsToken, setNeedsToken] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  const [defect] = useErrorBoundary((error) => console.error(error));

  const open = async (token?: string) => {
    const session = await openSession(token);
    const catalogue = await requests.catalogue();
    setOpened({ session, catalogue });
    setNeedsToken(false);
    setFailure(undefined);
  };
  useEffect(() => {
    listenToSessions({
      onRenewed: (session) => setOpened((before) => before && { ...before, session }),
      onSignedOut: () => setNeedsToken(true),
    });
    let timer: ReturnType<typeof setTimeout>;
    const begin = () =>
      open().catch((error: unknown) => {
        const reason = asFailure(error);
        if (reason.code === 'token-needed') return setNeedsToken(true);
        setFailure(reason);
        timer = setTimeout(begin, TRY_AGAIN_MS);
      });
    begin();
    return () => clearTimeout(timer);
  }, []);

  if (defect !== undefined)
    return (
      <Frame>
        <Problem title={words.defect.title} text={words.defect.hint}>
          <button type="button" class="button button-main" onClick={() => location.reload()}>
            {words.defect.reload}
          </button>
        </Problem>
      </Frame>
    );
  if (needsToken)
    return (
      <Frame>
        <SignIn signIn={open} />
      </Frame>
    );
  if (opened === undefined)
    return <Frame>{failure && <Problem title={failure.message} text={failure.hint ?? words.offline.hint} />}</Frame>;
  return <SignedIn {...opened} setSession={(session) => setOpened({ ...opened, session })} />;
}

/** The page before anybody is known to be here. */
function Frame({ children }: { readonly children: preact.ComponentChildren }) {
  return (
    <>
      <Header />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function SignedIn({ session, catalogue, setSession }: Opened & { readonly setSession: (session: Session) => void }) {
  const route = useRoute();
  const isAdminWanted = new URLSearchParams(location.search).get('admin') === 'true';
  const [isSettings, setSettings] = useState(isAdminWanted && !session.admin);
  const [said, setSaid] = useState('');
  const app = { catalogue, session, setSession, openSettings: () => setSettings(true), announce: setSaid };
  return (
    <AppContext.Provider value={app}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <Header route={route} />
      <main id="main" tabIndex={-1}>
        <CurrentView route={route} />
      </main>
      <div role="status" class="visually-hidden">
        {said}
      </div>
      {isSettings && <SettingsDialog askForAdmin={isAdminWanted} onClose={() => setSettings(false)} />}
    </AppContext.Provider>
  );
}
