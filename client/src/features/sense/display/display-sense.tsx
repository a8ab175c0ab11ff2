/** The prompt over the whole room screen below the floor: while it is open, and its result when it is published. In between it has a line. */
import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import type { SenseResult } from '@rostrum/shared/contract/sense-words'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useStaleSince } from '../../../session/hooks.tsx'
import { getResponseText, getResultText, getTurnoutText, listResultLines } from '../../../text/response-text.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { useText } from '../../../text/use-text.tsx'
import { useFit } from '../../../ui/use-fit.ts'
import { Written } from '../../../ui/written.tsx'
import { Left, useLeft } from '../left.tsx'
import { usePromptStage } from '../prompt-stage.ts'
import { usePrompt, usePromptText, useTurnout } from '../use-prompt.ts'
import styles from './display-sense.module.css'

/** The scale of the text in each size, from 2.2 to 0.4. The steps are small, so that little space is left. */
const sizes = Array.from({ length: 26 }, (_, step) => 2.2 * 0.935 ** step)
/** The last of them in which the words of a result can be read from the last row. The guiding question goes before they get smaller. */
const readable = 8
/** The scale of the clock and the responses in each size. */
const sideSizes = [1, 0.85, 0.7, 0.58, 0.46]

/** Null if no prompt fills the screen. Once its responses are closed, nobody can do anything with it, so the floor has the screen again. */
export const useDisplaySense = (): PromptView | null => {
  const prompt = usePrompt()
  const stage = usePromptStage()
  return stage === 'open' || stage === 'published' ? prompt : null
}

/** The code is not there: it lets in those who cannot respond yet. A stale screen may have missed the close, so it invites nobody. */
export const DisplaySense = ({ prompt }: { prompt: PromptView }) =>
  prompt.status === 'published' && prompt.result !== null ? <Result prompt={prompt} result={prompt.result} /> : <Asked prompt={prompt} />

const Asked = ({ prompt }: { prompt: PromptView }) => {
  const { t } = useText()
  const { text, language } = usePromptText(prompt)
  const turnout = useTurnout(prompt)
  const asked = useFit<HTMLDivElement>(sizes)
  const side = useFit<HTMLElement>(sideSizes)
  const isStale = useStaleSince() !== null
  const left = useLeft(prompt)
  return (
    <section data-theme="dark" className={styles.sense} aria-labelledby="display-sense">
      <div ref={asked} data-column="" className={styles.asked}>
        <h1 id="display-sense" className={styles.eyebrow}>
          {t('sense.title')}
        </h1>
        <Written className={styles.text} lang={language ?? undefined}>
          {text}
        </Written>
        <p className={styles.count}>{t('sense.isNotVote')}</p>
        {isStale ? null : (
          <p className={styles.note} data-turnout={turnout ?? undefined}>
            <Sentences>
              {t('sense.ownDevice')}
              {getTurnoutText(t, turnout)}
            </Sentences>
          </p>
        )}
      </div>
      <aside ref={side} data-column="" className={styles.side}>
        {isStale && left === 0 ? null : (
          <p className={styles.clock}>
            <Left prompt={prompt} />
            <span>{t('sense.leftToAnswer')}</span>
          </p>
        )}
        <ul className={styles.options}>
          {responseKinds.map((kind) => (
            <li key={kind}>{getResponseText(t, kind)}</li>
          ))}
        </ul>
      </aside>
    </section>
  )
}

/**
 * The prompt in one line, while something else has the screen: open, or closed and not decided. A stale screen does not know whether it still is.
 */
export const DisplaySenseLine = () => {
  const { t } = useText()
  const prompt = usePrompt()
  const isStale = useStaleSince() !== null
  if (prompt === null || isStale) return null
  if (prompt.status === 'open')
    return (
      <p className={styles.line}>
        <strong>{t('sense.alert')}</strong>
        <span>
          <Left prompt={prompt} isSmall /> {t('sense.leftToAnswer')}
        </span>
      </p>
    )
  if (prompt.status !== 'closed') return null
  return (
    <p className={styles.line}>
      <strong>{t('display.senseClosed')}</strong>
      <span>
        <Sentences>
          {t('display.senseWithChair')}
          {t('sense.isNotVote')}
        </Sentences>
      </span>
    </p>
  )
}

const Result = ({ prompt, result }: { prompt: PromptView; result: SenseResult }) => {
  const { t } = useText()
  const { text, language } = usePromptText(prompt)
  const lines = listResultLines(t, result)
  const box = useFit<HTMLElement>(sizes, undefined, readable)
  return (
    <section ref={box} data-column="" data-theme="dark" className={styles.result} aria-labelledby="display-sense">
      <h1 id="display-sense" className={styles.eyebrow}>
        {t('sense.title')}
      </h1>
      <Written className={`${styles.text} ${styles.smaller}`} lang={language ?? undefined}>
        {text}
      </Written>
      {lines.length === 0 ? null : (
        <table className={styles.table}>
          <tbody>
            {lines.map(({ kind, label, amount, spread }) => (
              <tr key={kind}>
                <th scope="row">{label}</th>
                <td>
                  <strong>{amount}</strong>
                </td>
                <td>{spread}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={`${styles.count} ${styles.pair}`}>
        {t('sense.isNotVote')} <span className={styles.also}>{getResultText(t, result)}</span>
      </p>
    </section>
  )
}
