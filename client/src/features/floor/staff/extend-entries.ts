/** Menu entries for more or less time. The frequent thirty seconds more have a button next to the menu. */
import { type Millis, seconds } from '@rostrum/shared/kernel/time'
import { useSend, useView } from '../../../session/hooks.tsx'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'

const extensions: readonly Millis[] = [seconds(60), seconds(120), seconds(-30), seconds(-60)]

export type ExtendEntry = { readonly id: string; readonly label: string; readonly disabled: boolean; readonly act: () => void }

export const useExtendEntries = (): readonly ExtendEntry[] => {
  const { t } = useText()
  const send = useSend('controls')
  const current = useView(({ floor, session }) => (session.phase === 'open' ? floor.current : null))
  return extensions.map((by) => ({
    id: `extend-${by}`,
    label: t(by > 0 ? 'control.more' : 'control.less', { time: formatDuration(Math.abs(by)) }),
    disabled: current === null,
    act: () => {
      if (current) void send({ type: 'floor.extend', data: { turn: current.id, by } })
    },
  }))
}
