/** The rule in force, in a few words: where it only suggests, the list is in order received. */
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { Speak } from './messages.ts'

export type RuleInForce = { readonly mode: OrderMode; readonly recommend: boolean }

export const ruleWords = (t: Speak, { mode, recommend }: RuleInForce): string => {
  const rule = t(`queue.order.${mode}Short`)
  return recommend && mode !== 'received' ? t('queue.order.suggestedShort', { rule }) : rule
}
