/**
 * The prompt over a picture. While it is open, its time and how many have responded are shown, and its result once it is published. It is
 * as large as the rest of the picture allows, and hidden if not even its smallest size fits.
 */
import type { SenseResult } from '@rostrum/shared/contract/sense-words'
import type { PromptView } from '@rostrum/shared/projection/sense'
import type { ReactNode } from 'react'
import { getResultText, getTurnoutText, listResultLines } from '../../../text/response-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { useFit } from '../../../ui/use-fit.ts'
import { Written } from '../../../ui/written.tsx'
import { Left, useLeft } from '../left.tsx'
import { usePrompt, usePromptText, useTurnout } from '../use-prompt.ts'
import styles from './overlay-sense.module.css'

/** The number of sizes below the first in the style sheet. In the last one the prompt is hidden. */
const smallerSizes = 3

export const OverlaySense = () => {
  const prompt = usePrompt()
  if (prompt?.status === 'open') return <Asked prompt={prompt} />
  return prompt?.shown && prompt.result !== null ? <Result prompt={prompt} result={prompt.result} /> : null
}

/** Hidden as soon as the time is over: nobody can respond even before the server confirms the close. */
const Asked = ({ prompt }: { prompt: PromptView }) => {
  const { t } = useText()
  const isOver = useLeft(prompt) === 0
  const turnout = getTurnoutText(t, useTurnout(prompt))
  return isOver ? null : (
    <Block prompt={prompt} title={t('sense.asks')} clock={<Left prompt={prompt} />}>
      <p className={styles.count}>
        <strong>{t('sense.isNotVote')}</strong> {turnout}
      </p>
    </Block>
  )
}

const Result = ({ prompt, result }: { prompt: PromptView; result: SenseResult }) => {
  const { t } = useText()
  return (
    <Block prompt={prompt} title={t('sense.title')}>
      <dl className={styles.lines}>
        {listResultLines(t, result).map(({ kind, label, amount, spread }) => (
          <div key={kind}>
            <dt>{label}</dt>
            <dd>
              <strong>{amount}</strong> {spread}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.count}>
        <strong>{t('sense.isNotVote')}</strong> {getResultText(t, result)}
      </p>
    </Block>
  )
}

type BlockProps = { prompt: PromptView; title: string; clock?: ReactNode; children: ReactNode }

const Block = ({ prompt, title, clock, children }: BlockProps) => {
  const { text, language } = usePromptText(prompt)
  const place = useFit<HTMLDivElement>(smallerSizes)
  return (
    <div ref={place} className={styles.place}>
      <section className={styles.block} aria-labelledby="overlay-sense" data-part="sense">
        <div className={styles.body}>
          <h1 id="overlay-sense" className={styles.title}>
            {title}
          </h1>
          <p className={styles.text}>
            <Written as="bdi" lang={language ?? undefined}>
              {text}
            </Written>
          </p>
          {children}
        </div>
        {clock === undefined ? null : <p className={styles.clock}>{clock}</p>}
      </section>
    </div>
  )
}
