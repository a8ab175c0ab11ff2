/** The order of speakers: the rule in force on the button, the choice of another behind it. */
import { useView } from '../../../session/hooks.tsx'
import { ruleWords } from '../../../text/order-mode-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { PopoverButton } from '../../../ui/popover.tsx'
import { OrderChoice } from './order-choice.tsx'

export const OrderButton = () => {
  const { t } = useText()
  const list = useView((view) => view.list)
  return (
    <PopoverButton words={t('queue.orderIs', { rule: ruleWords(t, list) })} title={t('queue.order')}>
      {(close) => <OrderChoice onDone={close} />}
    </PopoverButton>
  )
}
