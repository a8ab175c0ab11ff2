/** What is done once or twice in a session: open it, go to another part, close it. */
import { useState } from 'react'
import { useSend, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx'
import { timeOfDay } from '../../text/times.ts'
import { CloseDialog } from './close-dialog.tsx'

type Choice = 'open' | 'go' | 'close'

/** `onGo`: another part of the agenda is asked for; the view shows the dialog. */
export const SessionMenu = ({ onGo }: { onGo: () => void }) => {
  const { t } = useText()
  const send = useSend()
  const session = useView((view) => view.session)
  const waiting = useView(({ line }) => line.length)
  const [closing, setClosing] = useState(false)
  const entries: readonly MenuEntry<Choice>[] = {
    planned: [
      {
        id: 'open',
        label: t('session.open'),
        note: t('session.openObject', { time: timeOfDay(session.startsAt, session.timeZone) }),
      } as const,
    ],
    open: [
      { id: 'go', label: t('agenda.goAsk') } as const,
      { id: 'close', label: t('session.close'), note: t('session.closeNote', { waiting }), danger: true } as const,
    ],
    closed: [{ id: 'close', label: t('session.closed'), disabled: true } as const],
  }[session.phase]
  const act = (choice: Choice) => {
    if (choice === 'open') void send({ type: 'session.open', data: {} })
    else if (choice === 'go') onGo()
    else setClosing(true)
  }
  return (
    <>
      <MenuButton label={t('app.menu')} entries={entries} onAction={act} />
      {closing ? <CloseDialog onClose={() => setClosing(false)} /> : null}
    </>
  )
}
