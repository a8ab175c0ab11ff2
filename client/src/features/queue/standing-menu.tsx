/** Open, last call, closed: closing removes nobody. */
import { seconds } from '@rostrum/shared/kernel/time'
import { useNow, useSend, useView } from '../../session/hooks.tsx'
import { lengthText } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx'

type Choice = 'open' | 'last-call' | 'close'

const lastCall = 2

export const StandingMenu = () => {
  const { t } = useText()
  const send = useSend()
  const phase = useView(({ session }) => session.phase)
  const standing = useView(({ list }) => list.standing)
  const waiting = useView(({ line }) => line.length)
  const words =
    standing.kind === 'closing' ? <ClosingIn at={standing.closesAt} /> : t(standing.kind === 'open' ? 'queue.open' : 'queue.closed')
  const shut = phase !== 'open'
  const last: MenuEntry<Choice> = {
    id: 'last-call',
    label: t('queue.lastCall', { n: lastCall }),
    note: t('queue.lastCallNote'),
    disabled: shut,
  }
  const close: MenuEntry<Choice> = { id: 'close', label: t('queue.closeNow'), note: t('queue.closeNowNote', { n: waiting }) }
  const open: MenuEntry<Choice> = { id: 'open', label: t('queue.openIt'), disabled: shut }
  const entries = { open: [last, close], closing: [open, close], closed: [open] }[standing.kind]
  const act = (choice: Choice) => {
    if (choice === 'open') void send({ type: 'queue.open', data: {} })
    else if (choice === 'close') void send({ type: 'queue.close', data: {} })
    else void send({ type: 'queue.last-call', data: { for: seconds(lastCall * 60) } })
  }
  return <MenuButton words={words} label={t('queue.title')} entries={entries} onAction={act} />
}

const ClosingIn = ({ at }: { at: number }) => {
  const { t } = useText()
  const now = useNow(1000)
  return t('queue.closing', { time: lengthText(Math.max(0, at - now)) })
}
