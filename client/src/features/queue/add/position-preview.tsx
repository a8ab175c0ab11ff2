/** Where a hand seen at that time would stand: by request time it can be counted; under another rule, and among those moved, the server decides it. */
import type { EntryKind } from '@rostrum/shared/contract/enums'
import type { Instant } from '@rostrum/shared/kernel/time'
import { useView } from '../../../session/hooks.tsx'
import { ruleWords } from '../../../text/order-mode-text.ts'
import { useText } from '../../../text/use-text.tsx'

export const WouldStand = ({ kind, seenAt }: { kind: EntryKind; seenAt: Instant | null }) => {
  const { t, rich, ordinal } = useText()
  const line = useView((view) => view.line)
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const list = useView((view) => view.list)
  const phase = useView(({ session }) => session.phase)
  if (phase === 'planned') return t('refusal.session-not-open')
  if (phase === 'closed') return t('refusal.session-closed')
  if (kind === 'point-of-order') return t('queue.wouldRaise')
  if (seenAt === null) return null
  const earlier = (entry: (typeof replies)[number]) => (entries[entry]?.askedAt ?? 0) <= seenAt
  if (kind === 'right-of-reply') return rich('queue.wouldReply', { place: ordinal(replies.filter(earlier).length + 1) })
  const place = ordinal(line.filter(({ entry, cause }) => cause !== 'absent' && earlier(entry)).length + 1)
  const counted = (list.mode === 'received' || list.recommend) && line.every(({ cause }) => cause === 'received' || cause === 'absent')
  return counted ? rich('queue.wouldBe', { place }) : rich('queue.wouldAsk', { place, rule: ruleWords(t, list) })
}
