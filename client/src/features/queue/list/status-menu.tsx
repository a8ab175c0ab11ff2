/** Opens the queue, announces a last call, or closes it. Closing removes nobody. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { seconds } from '@rostrum/shared/kernel/time'
import { computeLastCallLeft } from '@rostrum/shared/projection/queue/last-call'
import { useMadeNow, useSend, useView } from '../../../session/hooks.tsx'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import type { ButtonLook } from '../../../ui/button.tsx'
import { MenuButton, type MenuOption } from '../../../ui/menu.tsx'

const lastCallMinutes = [2, 3] as const
type StatusChoice = 'open' | 'close' | 'call-last' | `last-call-${(typeof lastCallMinutes)[number]}`

type StatusMenuProps = {
  look?: ButtonLook | undefined
  /** The user wants to call the last speaker, and the surface shows the dialog. */
  onCallLast?: (() => void) | undefined
}

export const StatusMenu = ({ look, onCallLast }: StatusMenuProps) => {
  const { t } = useText()
  const send = useSend('queue')
  const phase = useView(({ session }) => session.phase)
  const status = useView(({ queue }) => queue.status)
  const waiting = useView(({ order }) => order.length)
  const words = status.kind === 'last-call' ? <LastCallText /> : t(status.kind === 'open' ? 'queue.open' : 'queue.closed')
  const isShut = !isInSession(phase)
  const last = lastCallMinutes.map(
    (n): MenuOption<StatusChoice> => ({
      id: `last-call-${n}`,
      label: t('queue.lastCall', { n }),
      note: t('queue.lastCallNote'),
      disabled: isShut,
    }),
  )
  const close: MenuOption<StatusChoice> = { id: 'close', label: t('queue.closeNow'), note: t('queue.closeNowNote', { n: waiting }) }
  const open: MenuOption<StatusChoice> = { id: 'open', label: t('queue.openIt'), disabled: isShut }
  const callLast: MenuOption<StatusChoice> = {
    id: 'call-last',
    label: t('queue.giveLastWord'),
    note: t('queue.giveLastWordNote'),
    disabled: phase !== 'open' || waiting === 0,
  }
  const entries = { open: [...last, close], 'last-call': [open, close], closed: [open, ...last] }[status.kind]
  const choose = (choice: StatusChoice) => {
    if (choice === 'open') void send({ type: 'queue.open', data: {} })
    else if (choice === 'close') void send({ type: 'queue.close', data: {} })
    else if (choice === 'call-last') onCallLast?.()
    else void send({ type: 'queue.last-call', data: { for: seconds(Number(choice.slice('last-call-'.length)) * 60) } })
  }
  return (
    <MenuButton
      text={words}
      look={look}
      label={t('queue.title')}
      options={onCallLast ? [...entries, callLast] : entries}
      onAction={choose}
    />
  )
}

const LastCallText = () => {
  const { t } = useText()
  const left = useMadeNow(500, ({ queue: { status } }, now) => computeLastCallLeft(status, now))
  return t('queue.closing', { time: formatDuration(left ?? 0) })
}
