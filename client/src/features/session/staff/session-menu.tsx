/** Actions that happen once or twice in a session: open it, move to another segment, suspend it, close it. */
import type { SessionPhase } from '@rostrum/shared/contract/enums'
import { isItsDay } from '@rostrum/shared/contract/opening-day'
import { useMade, useNow, useSend, useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { MenuButton, type MenuOption } from '../../../ui/menu.tsx'
import { countNotReached } from './not-reached-at-close.ts'

type SessionChoice = 'open' | 'go' | 'suspend' | 'resume' | 'close'

/** An entry that the surface adds to the menu, with its action. The entry that closes the session stays last. */
type SessionMenuEntry = MenuOption<string> & { readonly act: () => void }

type SessionMenuProps = {
  hasRehearsal: boolean
  onOpenSession: () => void
  onGo: () => void
  onSuspend: () => void
  onCloseSession: () => void
  more?: readonly SessionMenuEntry[]
}

/**
 * `onOpenSession`: the user opens the session on another day than planned, or with a rehearsal that the opening deletes. `onGo`: the user
 * asks for another segment. `onSuspend`: the user suspends the session, or changes its time. `onCloseSession`: the user asks for the close. The surface shows the dialog of each.
 */
export const SessionMenu = ({ hasRehearsal, onOpenSession, onGo, onSuspend, onCloseSession, more = [] }: SessionMenuProps) => {
  const { t } = useText()
  const send = useSend('controls')
  const session = useView((view) => view.session)
  const waiting = useMade(countNotReached)
  const itsDay = isItsDay(session, useNow(60_000))
  const byPhase: Readonly<Record<SessionPhase, readonly MenuOption<SessionChoice>[]>> = {
    planned: [
      {
        id: 'open',
        label: t('session.open'),
        note: t('session.openObject', { time: formatTime(session.startsAt, session.timeZone) }),
      },
    ],
    open: [
      { id: 'go', label: t('agenda.goAsk') },
      { id: 'suspend', label: t('session.suspend'), note: t('session.suspendNote') },
      { id: 'close', label: t('session.close'), note: t('session.closeNote', { waiting }), danger: true },
    ],
    suspended: [
      { id: 'resume', label: t('session.resume') },
      { id: 'suspend', label: t('suspend.change') },
      { id: 'close', label: t('session.close'), note: t('session.closeNote', { waiting }), danger: true },
    ],
    closed: [{ id: 'close', label: t('session.closed'), disabled: true }],
  }
  const entries = byPhase[session.phase]
  const choose = (choice: string) => {
    const added = more.find(({ id }) => id === choice)
    if (added) added.act()
    else if (choice === 'open' && (hasRehearsal || !itsDay)) onOpenSession()
    else if (choice === 'open') void send({ type: 'session.open', data: {} })
    else if (choice === 'suspend') onSuspend()
    else if (choice === 'resume') void send({ type: 'session.resume', data: {} })
    else if (choice === 'go') onGo()
    else onCloseSession()
  }
  const last = entries.filter(({ danger }) => danger)
  const shown = [...entries.filter(({ danger }) => !danger), ...more, ...last]
  return <MenuButton label={t('app.menu')} options={shown} onAction={choose} />
}
