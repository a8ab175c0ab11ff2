/** The prompt next to the list, for Chair and secretariat. It shows the number of responses while it is open, then the Chair's decision. */
import type { PromptResult, PromptView } from '@rostrum/shared/projection/sense'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { BreadthList } from '../breadth-marks.tsx'
import { Left } from '../left.tsx'
import styles from '../sense.module.css'
import { Sentence } from '../sentence.tsx'
import { getFinalText, getHaveText, useParticipation, usePrompt } from '../use-prompt.ts'
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
  const participation = useParticipation(prompt)
  const { responded, of } = participation ?? { responded: 0, of: 0 }
  const text = participation === null ? '' : getHaveText(t, participation, prompt.one)
  return (
    <>
      <p>
        <Left prompt={prompt} /> <span className="muted">{t('sense.leftToAnswer')}</span>
      </p>
      <p className={cardStyles.many}>
        <strong className="num" aria-hidden="true">
          {responded}
        </strong>
        <span>{text}</span>
      </p>
      <div className={cardStyles.meter} aria-hidden="true">
        <span style={{ inlineSize: `${of === 0 ? 0 : (100 * responded) / of}%` }} />
      </div>
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
  const breadth = result?.breadth ?? prompt.breadth
  return (
    <>
      {prompt.participation === null ? null : <p className="muted">{getFinalText(t, prompt.participation, prompt.one)}</p>}
      {breadth === null ? null : <BreadthList prompt={prompt} breadth={breadth} />}
      {prompt.status === 'closed' && result !== null ? <p className={styles.key}>{t('sense.publishNote')}</p> : null}
      {prompt.status === 'closed' && breadth === null ? (
        <p>{t(prompt.participation === null ? 'sense.counting' : 'sense.withChair')}</p>
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
