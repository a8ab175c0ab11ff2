/** Where a hand seen at that time would stand: by request time it can be counted; under another rule the server decides it. */
import type { Instant } from '@rostrum/shared/kernel/time'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'

export const WouldStand = ({ seenAt }: { seenAt: Instant | null }) => {
  const { t, rich, ordinal } = useText()
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const mode = useView(({ list }) => list.mode)
  const phase = useView(({ session }) => session.phase)
  if (phase !== 'open') return t(phase === 'planned' ? 'refusal.session-not-open' : 'refusal.session-closed')
  if (seenAt === null) return null
  const before = line.filter(({ entry, cause }) => cause !== 'absent' && (entries[entry]?.askedAt ?? 0) <= seenAt).length
  const place = ordinal(before + 1)
  return mode === 'received' ? rich('queue.wouldBe', { place }) : rich('queue.wouldAsk', { place, rule: t(`queue.order.${mode}Short`) })
}
