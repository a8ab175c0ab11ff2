/** The prompt on a participant's page: asked in place, then its outcome. */
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useView } from '../../../session/hooks.tsx'
import { formatExactTime } from '../../../text/times.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { Name } from '../../../ui/written.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { BreadthList } from '../breadth-marks.tsx'
import { Left, useLeft } from '../left.tsx'
import { getOptionText } from '../option-text.ts'
import { type PromptStage, usePromptStage } from '../prompt-stage.ts'
import styles from '../sense.module.css'
import { Sentence } from '../sentence.tsx'
import { getFinalText, getHaveText, useParticipation, usePrompt, usePromptText } from '../use-prompt.ts'
import { AskFloorAbout } from './ask-floor-about.tsx'
import { type MyChoice, useMyResponse } from './use-my-response.ts'
import { useSpokenPrompt } from './use-spoken-prompt.ts'

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
      {stage === 'open' ? <Choices prompt={prompt} mine={mine} /> : <Outcome prompt={prompt} stage={stage} mine={mine} />}
      <RefusalMessage area="sense" />
    </section>
  )
}

const LastCall = ({ prompt }: { prompt: PromptView }) => {
  const { rich } = useAskedText()
  return <p className={styles.notice}>{rich('sense.lastCallNotice', { n: Math.ceil(useLeft(prompt) / 1000) })}</p>
}

const stateTexts = {
  sending: 'app.sending',
  waiting: 'app.waiting',
  mine: 'sense.yourAnswer',
  delegation: 'sense.yourDelegation',
} as const

const Choices = ({ prompt, mine }: { prompt: PromptView; mine: MyChoice }) => {
  const { t, language } = useAskedText()
  const participation = useParticipation(prompt)
  const { state } = mine
  const isElsewhere = state === 'elsewhere'
  const mark = state === 'none' || state === 'elsewhere' || state === 'lost' ? null : t(stateTexts[state])
  const hasConcerns = mine.option !== null && prompt.options[mine.option] === 'concerns'
  return (
    <>
      <RadioGroup
        label={t('sense.yourAnswer')}
        className={styles.choices}
        itemClassName={styles.choice}
        value={mine.option === null ? null : String(mine.option)}
        onChange={(value) => mine.respond(Number(value))}
        options={prompt.options.map((option, index) => ({
          value: String(index),
          label: getOptionText(t, language.id, option),
          disabled: isElsewhere,
        }))}
        renderOption={({ label }, isChosen) => (
          <>
            <Name>{label}</Name>
            {isChosen && mark !== null ? <small>{mark}</small> : null}
          </>
        )}
      />
      <p>
        <Explanation prompt={prompt} mine={mine} />
      </p>
      {participation === null ? null : <p className="muted">{getHaveText(t, participation, prompt.one)}</p>}
      {hasConcerns && (state === 'mine' || state === 'delegation') ? <AskFloorAbout prompt={prompt} /> : null}
    </>
  )
}

const Explanation = ({ prompt, mine: { state, delegation } }: { prompt: PromptView; mine: MyChoice }) => {
  const { t, rich } = useAskedText()
  const timeZone = useView(({ session }) => session.timeZone)
  if (state === 'waiting') return rich('sense.savedHere')
  if (state === 'elsewhere') return rich('sense.elsewhere')
  if (prompt.one === 'delegation')
    return delegation === null
      ? t('sense.delegationCanChange')
      : rich('sense.delegationHas', { time: formatExactTime(delegation.at, timeZone) })
  return state === 'mine' ? rich('sense.youHave') : t('sense.canChange')
}

const Outcome = ({ prompt, stage, mine }: PanelProps & { mine: MyChoice }) => {
  const { t, language } = useAskedText()
  const { participation, breadth } = prompt
  const option = mine.option === null ? undefined : prompt.options[mine.option]
  const answered = participation === null ? null : <p className="muted">{getFinalText(t, participation, prompt.one)}</p>
  const own =
    option === undefined ? null : <p className="muted">{t('sense.youAnswered', { answer: getOptionText(t, language.id, option) })}</p>
  if (stage === 'withdrawn') return <p>{t('sense.withdrawn')}</p>
  return (
    <>
      {stage === 'published' && breadth !== null ? <BreadthList prompt={prompt} breadth={breadth} /> : null}
      {answered}
      {own}
      {mine.state === 'lost' ? <p>{t('sense.notSent')}</p> : null}
      {stage === 'closed' ? <p>{t('sense.chairDecides')}</p> : null}
      {stage === 'discarded' ? <p>{t('sense.notPublished')}</p> : null}
      {stage === 'published' ? <AskFloorAbout prompt={prompt} /> : null}
    </>
  )
}
