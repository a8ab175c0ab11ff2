/** Lets the next person go first, or asks another person to swap positions. */
import { useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { deferPart } from '../../../widgets/load-when-asked.tsx'
import { useAsking } from '../../../widgets/use-asking.ts'
import type { QueuedStatus } from '../my-status.ts'
import { findNextInOrder, listSwapPartners } from './swap-partners.ts'

/** Loaded when it is opened, to keep the first page of a phone small. */
const LetFirstSheet = deferPart(async () => (await import('./let-first-sheet.tsx')).LetFirstSheet)
const SwapPartnerSheet = deferPart(async () => (await import('./swap-partner-sheet.tsx')).SwapPartnerSheet)

type PositionActionsProps = { status: QueuedStatus; look?: 'plain' | 'quiet' }

export const PositionActions = ({ status, look = 'plain' }: PositionActionsProps) => {
  const { t } = usePhoneText()
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  const swapping = useAsking()
  const yielding = useAsking()
  const after = useView((view) => findNextInOrder(view, status.index))
  const others = listSwapPartners({ order, entries }, status.entry.id).length > 0
  const swaps = others && status.entry.swapOfferedTo === null
  if (after === null && !swaps) return null
  if (swapping.asking && swaps) return <SwapPartnerSheet status={status} onClose={swapping.keep} />
  if (yielding.asking && after !== null) return <LetFirstSheet status={status} onClose={yielding.keep} />
  return (
    <div className={after === null || !swaps ? undefined : 'pair'}>
      {after === null ? null : (
        <div ref={yielding.place}>
          <Button data-asking look={look} block onClick={yielding.ask}>
            {t('me.letFirst')}
          </Button>
        </div>
      )}
      {swaps ? (
        <div ref={swapping.place}>
          <Button data-asking look={look} block onClick={swapping.ask}>
            {t('me.swap')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
