/** Which address shows what. */
import { Redirect, Route, Switch } from 'wouter'
import { doors, linkFor } from '../session/session-ticket.ts'
import { useText } from '../text/use-text.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Enter } from './enter-page.tsx'
import { Plain } from './message-page.tsx'
import { HomePage, JoinPage, RecordPage } from './pages.tsx'
import { DoorPage } from './session-page.tsx'

export const Routes = () => (
  <Switch>
    <Route path="/">
      <Start />
    </Route>
    <Route path="/home" component={HomePage} />
    <Route path="/record">
      <RecordPage />
    </Route>
    <Route path="/record/:session">{({ session }) => <RecordPage session={session} />}</Route>
    <Route path="/join" component={JoinPage} />
    <Route path="/j" component={JoinPage} />
    <Route path="/enter">
      <Enter />
    </Route>
    {doors.map((door) => (
      <Route key={door} path={`/${door}`}>
        <DoorPage key={door} door={door} />
      </Route>
    ))}
    <Route>
      <NotFound />
    </Route>
  </Switch>
)

/** Back to where this device was, else to the door for everybody. */
const Start = () => {
  const door = doors.find((one) => linkFor(one) !== null)
  return <Redirect to={door === undefined ? '/join' : `/${door}`} replace />
}

const NotFound = () => {
  const { t } = useText()
  return (
    <Plain title={t('app.notFound')} help={t('app.notFoundHelp')}>
      <ButtonLink look="primary" href="/join">
        {t('join.title')}
      </ButtonLink>
    </Plain>
  )
}
