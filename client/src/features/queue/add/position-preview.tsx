/**
 * The position that a hand seen at this time would get. In order received it can be computed here. Under another rule, or among moved
 * entries, the server decides.
 */
import { type EntryKind, phaseRules } from '@rostrum/shared/contract/enums'
import { getEntryRule } from '@rostrum/shared/contract/kinds'
import type { PositionCause } from '@rostrum/shared/contract/queue'
import type { Instant } from '@rostrum/shared/kernel/time'
import { useView } from '../../../session/hooks.tsx'
import { getOrderModeText } from '../../../text/order-mode-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { useRankedOrder } from '../../../widgets/ranked-order.ts'

/** The causes of positions behind everybody who has not been called. */
const atEnd: readonly PositionCause[] = ['absent', 'declined']

export const PositionPreview = ({ kind, seenAt }: { kind: EntryKind; seenAt: Instant | null }) => {
  const { t, rich, ordinal } = useText()
  const order = useRankedOrder()
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const queue = useView((view) => view.queue)
  const phase = useView(({ session }) => phaseRules[session.phase])
  if (!phase.isInSession) return t(`refusal.${phase.refusal}`)
  const { waitsIn } = getEntryRule(kind)
  if (waitsIn === 'pointsOfOrder') return t('queue.wouldRaise')
  if (seenAt === null) return null
  const isEarlier = (entry: (typeof replies)[number]) => (entries[entry]?.askedAt ?? 0) <= seenAt
  if (waitsIn === 'replies') return rich('queue.wouldReply', { place: ordinal(replies.filter(isEarlier).length + 1) })
  const place = ordinal(order.filter(({ entry, cause }) => !atEnd.includes(cause) && isEarlier(entry)).length + 1)
  const isExact =
    (queue.mode === 'received' || queue.suggestOnly) && order.every(({ cause }) => cause === 'received' || atEnd.includes(cause))
  return isExact ? rich('queue.wouldBe', { place }) : rich('queue.wouldAsk', { place, rule: getOrderModeText(t, queue) })
}
