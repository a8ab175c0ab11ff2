/** The words of the sense of the room: responses, how many gave them, in which groups, and how many have responded. */
import { type ResponseKind, responseKinds } from '@rostrum/shared/contract/response-kinds'
import type { SenseResult, Turnout } from '@rostrum/shared/contract/sense-words'
import type { PromptView } from '@rostrum/shared/projection/sense'
import type { AskedTranslate } from './messages.ts'

export const getResponseText = (t: AskedTranslate, kind: ResponseKind): string => t(`sense.${kind}`)

/** Null while too few have responded for a word. */
export const getTurnoutText = (t: AskedTranslate, turnout: Turnout | null): string | null =>
  turnout === null ? null : t(`sense.turnout.${turnout}`)

/** The sentence about everybody in a result. */
export const getResultText = (t: AskedTranslate, { turnout }: SenseResult): string => {
  if (turnout === null) return t('sense.nothingShown')
  return turnout === 'some' ? t('sense.fewerThanHalf') : t(`sense.turnout.${turnout}`)
}

export type ResultLine = { readonly kind: ResponseKind; readonly label: string; readonly amount: string; readonly spread: string | null }

/** Empty if only the turnout is shown. */
export const listResultLines = (t: AskedTranslate, { words }: SenseResult): readonly ResultLine[] =>
  words === null
    ? []
    : responseKinds.map((kind) => {
        const { amount, spread } = words[kind]
        const label = getResponseText(t, kind)
        return { kind, label, amount: t(`sense.amount.${amount}`), spread: spread === null ? null : t(`sense.spread.${spread}`) }
      })

/** Why there is no result: the Chair has decided so, or it was lost, or the meeting closed before. */
export const getDiscardedText = ({ discarded }: Pick<PromptView, 'discarded'>) =>
  discarded === 'chair' ? 'sense.notPublished' : 'sense.noResult'
