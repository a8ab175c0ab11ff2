/** The published result: the five responses in their order, each with a word, and the groups where they are named. Never a number. */
import type { SenseResult } from '@rostrum/shared/contract/sense-words'
import { getResultText, listResultLines } from '../../text/response-text.ts'
import { useAskedText } from '../../text/use-text.tsx'
import styles from './sense.module.css'

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
