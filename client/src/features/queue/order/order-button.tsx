/** The order of speakers: the current order rule on the button, and the choice of another behind it. */
import { useView } from '../../../session/hooks.tsx'
import { getOrderModeText } from '../../../text/order-mode-text.ts'
import { useText } from '../../../text/use-text.tsx'
import type { ButtonLook } from '../../../ui/button.tsx'
import { PopoverButton } from '../../../ui/popover.tsx'
import { OrderChoice } from './order-choice.tsx'

export const OrderButton = ({ look }: { look?: ButtonLook | undefined }) => {
  const { t } = useText()
  const queue = useView((view) => view.queue)
  return (
    <PopoverButton look={look} text={t('queue.orderIs', { rule: getOrderModeText(t, queue) })} title={t('queue.order')} isWide>
      {(close) => <OrderChoice onDone={close} />}
    </PopoverButton>
  )
}
