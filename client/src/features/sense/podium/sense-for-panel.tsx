/** The panel sees the prompt and the number of responses, but is not asked itself. */

import type { PromptView } from '@rostrum/shared/projection/sense'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { BreadthList } from '../breadth-marks.tsx'
import { Left } from '../left.tsx'
import { usePromptStage } from '../prompt-stage.ts'
import styles from '../sense.module.css'
import { Sentence } from '../sentence.tsx'
import { getFinalText, getHaveText, useParticipation, usePrompt } from '../use-prompt.ts'

export const SenseForPanel = () => {
  const prompt = usePrompt()
  const stage = usePromptStage()
  return prompt === null || stage === null || stage === 'discarded' || stage === 'withdrawn' ? null : <Shown prompt={prompt} />
}

const Shown = ({ prompt }: { prompt: PromptView }) => {
  const { t } = useText()
  const live = useParticipation(prompt)
  const count = prompt.participation === null ? live && getHaveText(t, live, prompt.one) : getFinalText(t, prompt.participation, prompt.one)
  return (
    <Card padded className={styles.stack} aria-labelledby="sense-panel-title">
      <div className={styles.head}>
        <h2 className="eyebrow" id="sense-panel-title">
          {t('sense.title')}
        </h2>
        {prompt.status === 'published' ? null : <Left prompt={prompt} />}
      </div>
      <Sentence prompt={prompt} isSmall />
      {prompt.breadth === null ? null : <BreadthList prompt={prompt} breadth={prompt.breadth} />}
      {count === null ? null : <p className="muted">{count}</p>}
    </Card>
  )
}
