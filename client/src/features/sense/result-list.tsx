/** The published result: the five responses in their order, each with a word, and the groups where they are named. Never a number. */
import { type ResponseKind, responseKinds } from '@rostrum/shared/contract/response-kinds'
import type { SenseResult } from '@rostrum/shared/contract/sense-words'
import type { AskedTranslate } from '../../text/messages.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { getResponseText, getResultText } from './response-text.ts'
import styles from './sense.module.css'

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

/** The result on pages and in cards. */
export const ResultList = ({ result }: { result: SenseResult }) => {
  const { t } = useAskedText()
  const lines = listResultLines(t, result)
  return (
    <>
      <p>{getResultText(t, result)}</p>
      {lines.length === 0 ? null : (
        <dl className={styles.result}>
          {lines.map(({ kind, label, amount, spread }) => (
            <div key={kind}>
              <dt>{label}</dt>
              <dd>
                <strong>{amount}</strong> {spread === null ? null : <span className={styles.spread}>{spread}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <strong>{t('sense.isNotVote')}</strong>
      </p>
    </>
  )
}
