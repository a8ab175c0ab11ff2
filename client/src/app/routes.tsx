/** Maps each address to its page. */
import { Redirect, Route, Switch } from 'wouter'
import { loadLink } from '../session/device-links.ts'
import { overlayPath } from '../session/overlay-address.ts'
import { surfaces } from '../session/surface.ts'
import { usePhoneText } from '../text/use-text.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { EnterPage } from './enter-page.tsx'
import { MessagePage } from './message-page.tsx'
import { furtherPages, listFurtherPages } from './page-files.ts'
import { CaptionerPage, HomePage, JoinPage, OverlayPage, RecordPage } from './pages.tsx'
import { SessionPage } from './session-page.tsx'

export const Routes = () => (
  <Switch>
    <Route path="/">
      <StartRedirect />
    </Route>
    <Route path="/home" component={HomePage} />
    <Route path="/record">
      <RecordPage />
    </Route>
    <Route path="/record/:session">{({ session }) => <RecordPage session={session} />}</Route>
    <Route path="/join" component={JoinPage} />
    <Route path="/j" component={JoinPage} />
    <Route path="/enter">
      <EnterPage />
    </Route>
    <Route path={overlayPath} component={OverlayPage} />
    <Route path="/captioner" component={CaptionerPage} />
    {listFurtherPages().map((page) => (
      <Route key={page} path={`/${page}`}>
        <SessionPage surface={furtherPages[page]} page={page} />
      </Route>
    ))}
    {surfaces.map((surface) => (
      <Route key={surface} path={`/${surface}`}>
        <SessionPage key={surface} surface={surface} />
      </Route>
    ))}
    <Route>
      <NotFound />
    </Route>
  </Switch>
)

/** Goes to the first surface for which this device stores a link, or else to the join page. */
const StartRedirect = () => {
  const surface = surfaces.find((one) => loadLink(one) !== null)
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
