/** The order mode in a few words. A mode that only suggests leaves the list in order received. */
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { Translate } from './messages.ts'

export type OrderSetting = { readonly mode: OrderMode; readonly suggestOnly: boolean }

export const getOrderModeText = (t: Translate, { mode, suggestOnly }: OrderSetting): string => {
  const rule = t(`queue.order.${mode}Short`)
  return suggestOnly && mode !== 'received' ? t('queue.order.suggestedShort', { rule }) : rule
}
