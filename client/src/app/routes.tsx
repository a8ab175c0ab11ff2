/** Maps each address to its page. */
import { listOpenPages, listSessionPages, listSurfaces, sessionPages } from '@rostrum/shared/contract/pages'
import { Redirect, Route, Switch } from 'wouter'
import { loadLink } from '../session/device-links.ts'
import { usePhoneText } from '../text/use-text.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { MessagePage } from './message-page.tsx'
import { OpenPage } from './open-pages.tsx'
import { SessionPage } from './session-page.tsx'

export const Routes = () => (
  <Switch>
    <Route path="/">
      <StartRedirect />
    </Route>
    <Route path="/record/:session">{({ session }) => <OpenPage page="record" session={session} />}</Route>
    {listOpenPages().map((page) => (
      <Route key={page} path={`/${page}`}>
        <OpenPage page={page} />
      </Route>
    ))}
    {listSessionPages().map((page) => (
      <Route key={page} path={`/${page}`}>
        <SessionPage key={page} surface={sessionPages[page].link} page={page} />
      </Route>
    ))}
    <Route>
      <NotFound />
    </Route>
  </Switch>
)

/** Goes to the first surface for which this device stores a link, or else to the join page. */
const StartRedirect = () => {
  const surface = listSurfaces().find((one) => loadLink(one) !== null)
  return <Redirect to={surface === undefined ? '/join' : `/${surface}`} replace />
}

const NotFound = () => {
  const { t } = usePhoneText()
  return (
    <MessagePage title={t('app.notFound')} help={t('app.notFoundHelp')}>
      <ButtonLink look="primary" href="/join">
        {t('join.title')}
      </ButtonLink>
    </MessagePage>
  )
}
