/** Decisions during the session, each as a line with its time. */
import { orderModes, remedies } from '@rostrum/shared/contract/enums'
import { ownLimitNames } from '@rostrum/shared/contract/kinds'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { channels } from '@rostrum/shared/contract/roles'
import type { Translate } from '../../../text/messages.ts'
import type { RecordDecision } from '../figures/record-rows.ts'
import { formatGroup, formatSeconds } from '../page/use-record-text.ts'

/** With the office that took it. None is named where the server did, when a time was up. */
export function formatDecision(t: Translate, groups: SessionRecord['groups'], decision: RecordDecision, time: string): string {
  const what = describeDecision(t, groups, decision, time)
  return decision.by === null ? what : t('record.decidedBy', { what, who: t(`office.by.${decision.by}`) })
}

function describeDecision(t: Translate, groups: SessionRecord['groups'], decision: RecordDecision, time: string): string {
  const { what: kind, choice, seconds } = decision
  switch (kind) {
    case 'limit': {
      const who = formatDecisionScope(t, groups, choice)
      if (seconds === null) return t('record.decision.limitGone', { time, who: who ?? t('limits.everyone') })
      const limit = formatSeconds(seconds)
      return who === null ? t('record.decision.limit', { time, limit }) : t('record.decision.limitOf', { time, who, limit })
    }
    case 'order': {
      const mode = orderModes.find((one) => one === choice)
      return t('record.decision.order', { time, rule: mode ? t(`queue.order.${mode}Short`) : (choice ?? '') })
    }
    case 'remedy': {
      const remedy = remedies.find((one) => one === choice) ?? 'later'
      return t(`record.decision.${remedy}`, { time })
    }
    case 'moved':
      return t('record.decision.moved', { time, from: decision.moved?.from ?? 0, to: decision.moved?.to ?? 0 })
    default:
      return t(`record.decision.${kind}`, { time })
  }
}

/** Null for everybody. */
function formatDecisionScope(t: Translate, groups: SessionRecord['groups'], choice: string | null): string | null {
  const limit = ownLimitNames.find((one) => one === choice)
  if (limit) return t(`record.kind.${limit}`)
  const channel = channels.find((one) => one === choice)
  if (channel) return t(`channel.${channel}`)
  const group = groups.find(({ id }) => id === choice)
  return group ? formatGroup(t, group) : null
}
