/** Another rule is chosen: what would change is read first, then the rule is used. */
import { orderModes } from '@rostrum/shared/contract/enums'
import { useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { type RuleInForce, ruleWords } from '../../../text/order-mode-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { OrderChanges } from './order-changes.tsx'

/** In order received there is nothing to suggest. */
const ruleOf = ({ mode, recommend }: RuleInForce): RuleInForce => ({ mode, recommend: recommend && mode !== 'received' })
const same = (a: RuleInForce, b: RuleInForce): boolean => a.mode === b.mode && a.recommend === b.recommend

export const OrderChoice = ({ onDone }: { onDone: () => void }) => {
  const { t } = useText()
  const send = useSend()
  const list = useView((view) => view.list)
  const sending = usePending('queue.order') !== undefined
  const inForce = ruleOf(list)
  const [chosen, choose] = useState(inForce)
  const rule = ruleOf(chosen)
  const unchanged = same(rule, inForce)
  const use = () => {
    void send({ type: 'queue.order', data: { ...rule, expectedMode: inForce.mode } })
    onDone()
  }
  return (
    <>
      <div>
        <ChoiceList
          label={t('queue.order')}
          value={chosen.mode}
          onChange={(mode) => choose({ ...chosen, mode })}
          onCancel={onDone}
          options={orderModes.map((mode) => ({
            value: mode,
            label:
              mode === inForce.mode ? (
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
          checked={rule.recommend}
          disabled={chosen.mode === 'received'}
          onChange={(recommend) => choose({ ...chosen, recommend })}
        />
      </div>
      {unchanged ? null : <OrderChanges to={rule} />}
      <OverlayActions>
        <Button look="primary" disabled={unchanged || sending} onClick={use}>
          {t(rule.recommend ? 'queue.order.useSuggest' : 'queue.order.use', { rule: t(`queue.order.${rule.mode}Short`) })}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('queue.order.keep', { rule: ruleWords(t, inForce) })}
        </Button>
      </OverlayActions>
    </>
  )
}
