/** An alert that a prompt is open, with how many have responded, or that a result waits for a decision. */
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { getTurnoutText } from '../../../text/response-text.ts'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import { Button } from '../../../ui/button.tsx'
import { Left } from '../left.tsx'
import { usePromptStage } from '../prompt-stage.ts'
import { usePrompt } from '../use-prompt.ts'

export const useSenseAlert = (): AlertItem | null => {
  const { t } = useText()
  const send = useSend('sense')
  const prompt = usePrompt()
  const participation = useView((view) => view.participation ?? null)
  const isClosing = usePending('sense.close') !== undefined
  const isLost = usePromptStage() === 'discarded' && prompt?.discarded === 'lost'
  if (isLost) return { id: 'sense', tone: 'warn', title: t('sense.lost') }
  if (prompt?.status === 'closed') return { id: 'sense', tone: 'warn', title: t('sense.withChair') }
  if (prompt?.status !== 'open') return null
  return {
    id: 'sense',
    tone: 'urgent',
    title: t('sense.alert'),
    text: (participation?.prompt === prompt.id ? getTurnoutText(t, participation.turnout) : null) ?? undefined,
    action: (
      <>
        <span>
          <Left prompt={prompt} isSmall /> {t('sense.leftToAnswer')}
        </span>
        <Button size="small" disabled={isClosing} onClick={() => void send({ type: 'sense.close', data: { prompt: prompt.id } })}>
          {t('sense.close')}
        </Button>
      </>
    ),
  }
}
