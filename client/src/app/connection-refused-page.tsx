/** Not let in, or not any more: why, and what to do next. */
import { useText } from '../text/use-text.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Plain } from './message-page.tsx'

type Title = 'me.revoked' | `door.${'noLink' | 'badLink' | 'noSession' | 'outdated' | 'unreachable' | 'busy'}`
type Help = 'me.revokedHelp' | 'door.noLinkHelp' | 'door.unreachableHelp' | 'join.error.link' | 'join.error.version'
type Say = { readonly title: Title; readonly help: Help; readonly next: 'join' | 'again' | 'reload' }

const sayings: Readonly<Record<string, Say>> = {
  'no-link': { title: 'door.noLink', help: 'door.noLinkHelp', next: 'join' },
  'no-such-link': { title: 'door.badLink', help: 'join.error.link', next: 'join' },
  malformed: { title: 'door.badLink', help: 'join.error.link', next: 'join' },
  'person-revoked': { title: 'me.revoked', help: 'me.revokedHelp', next: 'join' },
  revoked: { title: 'me.revoked', help: 'me.revokedHelp', next: 'join' },
  'no-such-session': { title: 'door.noSession', help: 'join.error.link', next: 'join' },
  protocol: { title: 'door.outdated', help: 'join.error.version', next: 'reload' },
  'no-connection': { title: 'door.unreachable', help: 'door.unreachableHelp', next: 'again' },
}
const busy: Say = { title: 'door.busy', help: 'door.unreachableHelp', next: 'again' }

export const TurnedAwayPage = ({ why, again }: { why: string; again?: (() => void) | undefined }) => {
  const { t } = useText()
  const say = sayings[why] ?? busy
  return (
    <Plain title={t(say.title)} help={t(say.help)}>
      {say.next === 'join' ? (
        <ButtonLink look="primary" href="/join">
          {t('join.title')}
        </ButtonLink>
      ) : (
        <Button look="primary" onClick={() => (say.next === 'again' && again ? again() : location.reload())}>
          {t(say.next === 'again' ? 'door.again' : 'app.reload')}
        </Button>
      )}
    </Plain>
  )
}
