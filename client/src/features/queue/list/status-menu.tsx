/** Open, last call, closed: closing removes nobody. */
import { seconds } from '@rostrum/shared/kernel/time'
import { useNow, useSend, useView } from '../../../session/hooks.tsx'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { MenuButton, type MenuEntry } from '../../../ui/menu.tsx'

const lastCalls = [2, 3] as const
type Choice = 'open' | 'close' | 'last-word' | `last-call-${(typeof lastCalls)[number]}`

/** `onLastWord`: who has the last word is asked for; the view shows the dialog. */
export const StandingMenu = ({ onLastWord }: { onLastWord?: (() => void) | undefined }) => {
  const { t } = useText()
  const send = useSend()
  const phase = useView(({ session }) => session.phase)
  const standing = useView(({ list }) => list.standing)
  const waiting = useView(({ line }) => line.length)
  const words =
    standing.kind === 'closing' ? <ClosingIn at={standing.closesAt} /> : t(standing.kind === 'open' ? 'queue.open' : 'queue.closed')
  const shut = phase !== 'open' && phase !== 'suspended'
  const last = lastCalls.map(
    (n): MenuEntry<Choice> => ({ id: `last-call-${n}`, label: t('queue.lastCall', { n }), note: t('queue.lastCallNote'), disabled: shut }),
  )
  const close: MenuEntry<Choice> = { id: 'close', label: t('queue.closeNow'), note: t('queue.closeNowNote', { n: waiting }) }
  const open: MenuEntry<Choice> = { id: 'open', label: t('queue.openIt'), disabled: shut }
  const word: MenuEntry<Choice> = {
    id: 'last-word',
    label: t('queue.giveLastWord'),
    note: t('queue.giveLastWordNote'),
    disabled: phase !== 'open' || waiting === 0,
  }
  const entries = { open: [...last, close], closing: [open, close], closed: [open, ...last] }[standing.kind]
  const act = (choice: Choice) => {
    if (choice === 'open') void send({ type: 'queue.open', data: {} })
    else if (choice === 'close') void send({ type: 'queue.close', data: {} })
    else if (choice === 'last-word') onLastWord?.()
    else void send({ type: 'queue.last-call', data: { for: seconds(Number(choice.slice('last-call-'.length)) * 60) } })
  }
  return <MenuButton words={words} label={t('queue.title')} entries={onLastWord ? [...entries, word] : entries} onAction={act} />
}

const ClosingIn = ({ at }: { at: number }) => {
  const { t } = useText()
  const now = useNow(1000)
  return t('queue.closing', { time: lengthText(Math.max(0, at - now)) })
}
