/** Lets the next person go first, or asks another person to swap positions. */
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { deferPart } from '../../../widgets/load-when-asked.tsx'
import { useAsking } from '../../../widgets/use-asking.ts'
import type { QueuedStatus } from '../my-status.ts'
import { findNextInOrder, listSwapPartners } from './swap-partners.ts'

/** Loaded when it is opened, to keep the first page of a phone small. */
const SwapPartnerSheet = deferPart(async () => (await import('./swap-partner-sheet.tsx')).SwapPartnerSheet)

type PositionActionsProps = { status: QueuedStatus; look?: 'plain' | 'quiet' }

export const PositionActions = ({ status, look = 'plain' }: PositionActionsProps) => {
  const { t } = usePhoneText()
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  const { asking, ask, keep, place } = useAsking()
  const after = useView((view) => findNextInOrder(view, status.index))
  const others = listSwapPartners({ order, entries }, status.entry.id).length > 0
  const swaps = others && status.entry.swapOfferedTo === null
  if (after === null && !swaps) return null
  if (asking && swaps) return <SwapPartnerSheet status={status} onClose={keep} />
  return (
    <div ref={place} className={after === null || !swaps ? undefined : 'pair'}>
      {after === null ? null : <LetNextFirstButton status={status} look={look} />}
      {swaps ? (
        <Button data-asking look={look} block onClick={ask}>
          {t('me.swap')}
        </Button>
      ) : null}
    </div>
  )
}

const LetNextFirstButton = ({ status: { entry, index }, look }: PositionActionsProps) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const after = useView((view) => findNextInOrder(view, index))
  const busy = usePending('queue.defer') !== undefined
  return (
    <Button
      look={look}
      block
      disabled={after === null || busy}
      onClick={() => {
        if (after !== null) void send({ type: 'queue.defer', data: { entry: entry.id, after } })
      }}
    >
      {t('me.letFirst')}
    </Button>
  )
}
