/** The prompt on a participant's page: asked in place, then its outcome. */
import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import { isUnconfirmed } from '@rostrum/shared/contract/walk-ins'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useView } from '../../../session/hooks.tsx'
import { getDiscardedText, getResponseText, getTurnoutText } from '../../../text/response-text.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { Left, useLeft } from '../left.tsx'
import { type PromptStage, usePromptStage } from '../prompt-stage.ts'
import { ResultList } from '../result-list.tsx'
import styles from '../sense.module.css'
import { Sentence } from '../sentence.tsx'
import { usePrompt, usePromptText, useTurnout } from '../use-prompt.ts'
import { AskFloorAbout } from './ask-floor-about.tsx'
import { type MyChoice, useMyResponse } from './use-my-response.ts'
import { useSpokenPrompt, useSpokenResponse } from './use-spoken-prompt.ts'

export const SensePanel = () => {
  const prompt = usePrompt()
  const stage = usePromptStage()
  return prompt === null || stage === null ? null : <Panel key={prompt.id} prompt={prompt} stage={stage} />
}

type PanelProps = { prompt: PromptView; stage: PromptStage }

const Panel = ({ prompt, stage }: PanelProps) => {
  const { t } = useAskedText()
  const { text } = usePromptText(prompt)
  const mine = useMyResponse(prompt)
  useSpokenPrompt(prompt, text)
  useSpokenResponse(mine.state)
  return (
    <section className={styles.stack} aria-labelledby="sense-title" data-sense={stage}>
      <div className={styles.head}>
        <h2 className="eyebrow" id="sense-title">
          {t('sense.title')}
        </h2>
        {stage === 'open' || stage === 'closed' ? <Left prompt={prompt} /> : null}
      </div>
      {stage === 'open' && prompt.lastCall ? <LastCall prompt={prompt} /> : null}
      <Sentence prompt={prompt} isSmall={stage === 'published'} />
      {stage === 'open' ? <Asked prompt={prompt} mine={mine} /> : <Outcome prompt={prompt} stage={stage} mine={mine} />}
      <RefusalMessage area="sense" />
    </section>
  )
}

const LastCall = ({ prompt }: { prompt: PromptView }) => {
  const { rich } = useAskedText()
  return <p className={styles.notice}>{rich('sense.lastCallNotice', { n: Math.ceil(useLeft(prompt) / 1000) })}</p>
}

/** People who joined by code and are not confirmed read why they cannot respond. */
const Asked = ({ prompt, mine }: { prompt: PromptView; mine: MyChoice }) => {
  const { t } = useAskedText()
  const mustBeConfirmed = useView(({ me }) => isUnconfirmed(me))
  return mustBeConfirmed ? (
    <p>
      <strong>{t('sense.isNotVote')}</strong> {t('sense.notConfirmed')}
    </p>
  ) : (
    <Choices prompt={prompt} mine={mine} />
  )
}

const stateTexts = { sending: 'app.sending', waiting: 'app.waiting', mine: 'sense.yourAnswer' } as const

const Choices = ({ prompt, mine }: { prompt: PromptView; mine: MyChoice }) => {
  const { t } = useAskedText()
  const turnout = getTurnoutText(t, useTurnout(prompt))
  const { state } = mine
  const mark = state === 'sending' || state === 'waiting' || state === 'mine' ? t(stateTexts[state]) : null
  const hasConcerns = mine.option !== null && responseKinds[mine.option] === 'concerns'
  return (
    <>
      <RadioGroup
        label={t('sense.yourAnswer')}
        className={styles.choices}
        itemClassName={styles.choice}
        value={mine.option === null ? null : String(mine.option)}
        onChange={(value) => mine.respond(Number(value))}
        options={responseKinds.map((kind, index) => ({
          value: String(index),
          label: getResponseText(t, kind),
          disabled: state === 'elsewhere',
        }))}
        renderOption={({ label }, isChosen) => (
          <>
            <span>{label}</span>
            {isChosen && mark !== null ? <small>{mark}</small> : null}
          </>
        )}
      />
      <p>
        <strong>{t('sense.isNotVote')}</strong> <Explanation prompt={prompt} mine={mine} />
      </p>
      {turnout === null ? null : <p className="muted">{turnout}</p>}
      {hasConcerns && state === 'mine' ? <AskFloorAbout prompt={prompt} /> : null}
    </>
  )
}

const Explanation = ({ prompt: { one }, mine: { state } }: { prompt: PromptView; mine: MyChoice }) => {
  const { t, rich } = useAskedText()
  if (state === 'waiting') return rich('sense.savedHere')
  if (state === 'elsewhere') return rich('sense.elsewhere')
  const hasResponded = state === 'mine' || state === 'delegation'
  if (one === 'delegation') return hasResponded ? rich('sense.delegationHas') : t('sense.delegationCanChange')
  return hasResponded ? rich('sense.youHave') : t('sense.canChange')
}

const Outcome = ({ prompt, stage, mine }: PanelProps & { mine: MyChoice }) => {
  const { t } = useAskedText()
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const kind = mine.option === null ? undefined : responseKinds[mine.option]
  const own = kind === undefined ? null : <p className="muted">{t('sense.youAnswered', { answer: getResponseText(t, kind) })}</p>
  if (stage === 'withdrawn') return <p>{t(isClosed ? 'session.closed' : 'sense.withdrawn')}</p>
  return (
    <>
      {prompt.result === null ? (
        <p>
          <strong>{t('sense.isNotVote')}</strong>
        </p>
      ) : (
        <ResultList result={prompt.result} />
      )}
      {own}
      {mine.state === 'lost' ? <p>{t('sense.notSent')}</p> : null}
      {stage === 'closed' ? <p>{t('sense.chairDecides')}</p> : null}
      {stage === 'discarded' ? <p>{t(getDiscardedText(prompt))}</p> : null}
      {stage === 'published' ? <AskFloorAbout prompt={prompt} /> : null}
    </>
  )
}
