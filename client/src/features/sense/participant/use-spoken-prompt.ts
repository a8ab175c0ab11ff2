/** Announcements for screen readers, once each: the prompt with its time, the last call, and the close. Participation is not spoken. */
import { joinTexts } from '@rostrum/shared/kernel/text'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useEffect, useRef } from 'react'
import { useAskedText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'

export const useSpokenPrompt = ({ status, lastCall, length }: PromptView, text: string): void => {
  const { t } = useAskedText()
  const before = useRef<string | null>(null)
  const now = status === 'open' && lastCall ? 'last-call' : status
  const latest = useRef(text)
  latest.current = text
  useEffect(() => {
    const previous = before.current
    before.current = now
    if (now === 'open' && previous === null)
      screenReader.say(
        joinTexts([t('pair.colon', { first: t('sense.asks'), second: latest.current }), t('time.seconds', { n: length / 1000 })]),
        'sense',
      )
    if (now === 'last-call' && previous === 'open') screenReader.say(t('sense.lastCallNotice', { n: 15 }), 'sense')
    if (now === 'closed' && previous !== null)
      screenReader.say(t('pair.colon', { first: t('sense.title'), second: t('sense.closed') }), 'sense')
  }, [now, t, length])
}
