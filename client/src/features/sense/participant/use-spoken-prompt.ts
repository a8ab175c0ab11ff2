/** For screen readers, once each: the sentence with its time, the last call, and the close. Participation is not spoken. */
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useEffect, useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'

export const useSpokenPrompt = ({ status, lastCall, length }: PromptView, text: string): void => {
  const { t } = useText()
  const before = useRef<string | null>(null)
  const now = status === 'open' && lastCall ? 'last-call' : status
  const latest = useRef(text)
  latest.current = text
  useEffect(() => {
    const previous = before.current
    before.current = now
    if (now === 'open' && previous === null)
      screenReader.say(`${t('sense.asks')}: ${latest.current} ${t('time.seconds', { n: length / 1000 })}`, 'sense')
    if (now === 'last-call' && previous === 'open') screenReader.say(t('sense.lastCallNotice', { n: 15 }), 'sense')
    if (now === 'closed' && previous !== null) screenReader.say(`${t('sense.title')}: ${t('sense.closed')}`, 'sense')
  }, [now, t, length])
}
