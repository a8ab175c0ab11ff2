/** Chooses another order rule. The user first reads what would change, then applies the rule. */
import { orderModes } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { getOrderModeText, type OrderSetting } from '../../../text/order-mode-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import styles from './order-changes.module.css'
import { OrderChanges } from './order-changes.tsx'

/** In the order received a rule has nothing to suggest. */
const normalizeSetting = ({ mode, suggestOnly }: OrderSetting): OrderSetting => ({ mode, suggestOnly: suggestOnly && mode !== 'received' })
const isSameSetting = (a: OrderSetting, b: OrderSetting): boolean => a.mode === b.mode && a.suggestOnly === b.suggestOnly

export const OrderChoice = ({ onDone }: { onDone: () => void }) => {
  const { t } = useText()
  const send = useSend('queue')
  const queue = useView((view) => view.queue)
  const sending = usePending('queue.set-order') !== undefined
  const current = normalizeSetting(queue)
  const [chosen, setChosen] = useState(current)
  const rule = normalizeSetting(chosen)
  const unchanged = isSameSetting(rule, current)
  const use = () => {
    void send({ type: 'queue.set-order', data: { ...rule, expectedMode: current.mode } })
    onDone()
  }
  return (
    <>
      <div className={styles.two}>
        <div>
          <ChoiceList
            label={t('queue.order')}
            value={chosen.mode}
            onChange={(mode) => setChosen({ ...chosen, mode })}
            onCancel={onDone}
            options={orderModes.map((mode) => ({
              value: mode,
              label:
                mode === current.mode ? (
                  <>
                    {t(`queue.order.${mode}`)} <Chip>{t('queue.order.inUse')}</Chip>
                  </>
                ) : (
                  t(`queue.order.${mode}`)
                ),
              note: t(`queue.order.${mode}Note`),
            }))}
          />
          <CheckRow
            label={t('queue.order.suggest')}
            note={t('queue.order.suggestNote')}
            checked={rule.suggestOnly}
            disabled={chosen.mode === 'received'}
            onChange={(recommend) => setChosen({ ...chosen, suggestOnly: recommend })}
          />
        </div>
        {unchanged ? null : <OrderChanges setting={rule} />}
      </div>
      <OverlayActions>
        <Button look="primary" disabled={unchanged || sending} onClick={use}>
          {t(rule.suggestOnly ? 'queue.order.useSuggest' : 'queue.order.use', { rule: t(`queue.order.${rule.mode}Short`) })}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('queue.order.keep', { rule: getOrderModeText(t, current) })}
        </Button>
      </OverlayActions>
    </>
  )
}
