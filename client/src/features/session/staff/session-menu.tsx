/** What is done once or twice in a session: open it, go to another part, suspend it, close it. */
import type { Phase } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { MenuButton, type MenuEntry } from '../../../ui/menu.tsx'
import { CloseDialog } from './close-dialog.tsx'

type Choice = 'open' | 'go' | 'suspend' | 'resume' | 'close'

/** What the view adds to the menu, with what it does; what closes the session stays last. */
type MoreEntry = MenuEntry<string> & { readonly act: () => void }

/** `onGo`: another part of the agenda is asked for; the view shows the dialog. */
export const SessionMenu = ({ onGo, more = [] }: { onGo: () => void; more?: readonly MoreEntry[] }) => {
  const { t } = useText()
  const send = useSend()
  const session = useView((view) => view.session)
  const waiting = useView(({ line }) => line.length)
  const [closing, setClosing] = useState(false)
  const byPhase: Readonly<Record<Phase, readonly MenuEntry<Choice>[]>> = {
    planned: [
      {
        id: 'open',
        label: t('session.open'),
        note: t('session.openObject', { time: timeOfDay(session.startsAt, session.timeZone) }),
      },
    ],
    open: [
      { id: 'go', label: t('agenda.goAsk') },
      { id: 'suspend', label: t('session.suspend'), note: t('session.suspendNote') },
      { id: 'close', label: t('session.close'), note: t('session.closeNote', { waiting }), danger: true },
    ],
    suspended: [
      { id: 'resume', label: t('session.resume') },
      { id: 'close', label: t('session.close'), note: t('session.closeNote', { waiting }), danger: true },
    ],
    closed: [{ id: 'close', label: t('session.closed'), disabled: true }],
  }
  const entries = byPhase[session.phase]
  const act = (choice: string) => {
    const added = more.find(({ id }) => id === choice)
    if (added) added.act()
    else if (choice === 'open') void send({ type: 'session.open', data: {} })
    else if (choice === 'suspend') void send({ type: 'session.suspend', data: {} })
    else if (choice === 'resume') void send({ type: 'session.resume', data: {} })
    else if (choice === 'go') onGo()
    else setClosing(true)
  }
  const last = entries.filter(({ danger }) => danger)
  const shown = [...entries.filter(({ danger }) => !danger), ...more, ...last]
  return (
    <>
      <MenuButton label={t('app.menu')} entries={shown} onAction={act} />
      {closing ? <CloseDialog onClose={() => setClosing(false)} /> : null}
    </>
  )
}
