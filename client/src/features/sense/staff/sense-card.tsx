/** The prompt next to the list, for Chair and secretariat: how many have responded while it is open, then the Chair's decision. */
import { pauseBeforeSameSentence } from '@rostrum/shared/contract/sense-words'
import type { PromptResult, PromptView } from '@rostrum/shared/projection/sense'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { getTurnoutText } from '../../../text/response-text.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { Left } from '../left.tsx'
import { ResultList } from '../result-list.tsx'
import styles from '../sense.module.css'
import { Sentence } from '../sentence.tsx'
import { usePrompt, useTurnout } from '../use-prompt.ts'
import { DecideResult } from './decide-result.tsx'
import cardStyles from './sense-card.module.css'

/** True if the prompt needs the staff: it is open, undecided, or shown. */
export const useIsSenseActive = (): boolean =>
  useView(({ prompt }) => prompt !== null && (prompt.status === 'open' || prompt.status === 'closed' || prompt.shown))

export const SenseCard = ({ className = '' }: { className?: string | undefined }) => {
  const { t } = useText()
  const prompt = usePrompt()
  const result = useView(({ promptResult }) => promptResult ?? null)
  if (prompt === null) return null
  const isOpen = prompt.status === 'open'
  return (
    <Card className={`${cardStyles.card} ${className}`} aria-labelledby="sense-card-title">
      <CardHead id="sense-card-title" title={t(isOpen ? 'sense.title' : 'sense.result')}>
        {isOpen ? (
          <Chip tone="accent">{t('sense.open')}</Chip>
        ) : result !== null ? (
          <Chip tone="paused" icon="lock">
            {t('sense.seenByYou')}
          </Chip>
        ) : prompt.status === 'published' ? (
          <Chip tone="good" icon="check">
            {t('sense.published')}
          </Chip>
        ) : null}
      </CardHead>
      <div className={cardStyles.scroll}>
        <Sentence prompt={prompt} isSmall={!isOpen} />
        {isOpen ? <Running prompt={prompt} /> : <Ended prompt={prompt} result={result} />}
        <RefusalMessage area="sense" />
      </div>
      {isOpen ? <RunningActs prompt={prompt} /> : null}
      {result !== null && prompt.status === 'closed' ? <DecideResult prompt={prompt} /> : null}
      {prompt.status === 'published' ? <TakeDown prompt={prompt} /> : null}
    </Card>
  )
}

const Running = ({ prompt }: { prompt: PromptView }) => {
  const { t } = useText()
  const turnout = getTurnoutText(t, useTurnout(prompt))
  return (
    <>
      <p>
        <Left prompt={prompt} /> <span className="muted">{t('sense.leftToAnswer')}</span>
      </p>
      <p>
        <strong>{t('sense.isNotVote')}</strong> {turnout}
      </p>
      <p className={styles.key}>{t('sense.hiddenUntil')}</p>
    </>
  )
}

const RunningActs = ({ prompt: { id, lastCall } }: { prompt: PromptView }) => {
  const { t } = useText()
  const send = useSend('sense')
  return (
    <div className={cardStyles.acts}>
      <Button disabled={lastCall} onClick={() => void send({ type: 'sense.last-call', data: { prompt: id } })}>
        {t('sense.lastCall', { n: 15 })}
      </Button>
      <Button onClick={() => void send({ type: 'sense.close', data: { prompt: id } })}>{t('sense.close')}</Button>
      <Button look="danger" className={cardStyles.across} onClick={() => void send({ type: 'sense.withdraw', data: { prompt: id } })}>
        {t('sense.withdraw')}
      </Button>
    </div>
  )
}

const Ended = ({ prompt, result }: { prompt: PromptView; result: PromptResult | null }) => {
  const { t } = useText()
  const timeZone = useView(({ session }) => session.timeZone)
  const shown = result?.result ?? prompt.result
  if (shown === null) return prompt.status === 'closed' ? <p>{t('sense.withChair')}</p> : null
  const again = formatTime((prompt.closedAt ?? 0) + pauseBeforeSameSentence, timeZone)
  return (
    <>
      <ResultList result={shown} />
      {prompt.status === 'closed' ? (
        <p className={styles.key}>
          <Sentences>
            {t('sense.publishNote')}
            {t('sense.againAfter', { time: again })}
          </Sentences>
        </p>
      ) : null}
    </>
  )
}

const TakeDown = ({ prompt: { id } }: { prompt: PromptView }) => {
  const { t } = useText()
  const send = useSend('sense')
  const isBusy = usePending('sense.take-down') !== undefined
  return (
    <div className={cardStyles.acts}>
      <Button className={cardStyles.across} disabled={isBusy} onClick={() => void send({ type: 'sense.take-down', data: { prompt: id } })}>
        {t('sense.takeDown')}
      </Button>
    </div>
  )
}
