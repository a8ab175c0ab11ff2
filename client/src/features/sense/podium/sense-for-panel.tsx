/** The panel sees the prompt and how many have responded, in a word, but is not asked itself. */

import type { PromptView } from '@rostrum/shared/projection/sense'
import { getTurnoutText } from '../../../text/response-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { Left } from '../left.tsx'
import { usePromptStage } from '../prompt-stage.ts'
import { ResultList } from '../result-list.tsx'
import styles from '../sense.module.css'
import { Sentence } from '../sentence.tsx'
import { usePrompt, useTurnout } from '../use-prompt.ts'

export const SenseForPanel = () => {
  const prompt = usePrompt()
  const stage = usePromptStage()
  return prompt === null || stage === null || stage === 'discarded' || stage === 'withdrawn' ? null : <Shown prompt={prompt} />
}

const Shown = ({ prompt }: { prompt: PromptView }) => {
  const { t } = useText()
  const turnout = getTurnoutText(t, useTurnout(prompt))
  return (
    <Card padded className={styles.stack} aria-labelledby="sense-panel-title">
      <div className={styles.head}>
        <h2 className="eyebrow" id="sense-panel-title">
          {t('sense.title')}
        </h2>
        {prompt.status === 'published' ? null : <Left prompt={prompt} />}
      </div>
      <Sentence prompt={prompt} isSmall />
      {prompt.result === null ? (
        <p>
          <strong>{t('sense.isNotVote')}</strong> {turnout}
        </p>
      ) : (
        <ResultList result={prompt.result} />
      )}
    </Card>
  )
}
