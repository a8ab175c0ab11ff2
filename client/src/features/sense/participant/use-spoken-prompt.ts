/**
 * Announcements for screen readers, once each: the prompt with its time, the last call, the close, and what the Chair decided, with the
 * result in words. Participation is not spoken.
 */
import { joinTexts } from '@rostrum/shared/kernel/text'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { joinParts } from '../../../text/join-texts.ts'
import { getDiscardedText, getResultText, listResultLines } from '../../../text/response-text.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import type { MyChoice } from './use-my-response.ts'

/** Tells once that a response which this page sent has arrived. */
export const useSpokenResponse = (state: MyChoice['state']): void => {
  const { t } = useAskedText()
  const isUnderway = useRef(false)
  useEffect(() => {
    if (state === 'sending' || state === 'waiting') isUnderway.current = true
    if (!isUnderway.current || (state !== 'mine' && state !== 'delegation')) return
    isUnderway.current = false
    screenReader.say(t('sense.received'), 'response')
  }, [state, t])
}

export const useSpokenPrompt = (prompt: PromptView, text: string): void => {
  const { status, lastCall, length } = prompt
  const { t } = useAskedText()
  const noResult = getDiscardedText(prompt)
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const lines = prompt.result === null ? [] : listResultLines(t, prompt.result)
  const spoken = lines.map(({ label, amount, spread }) =>
    t('pair.colon', { first: label, second: spread === null ? amount : joinParts(t, [amount, spread]) }),
  )
  const result = prompt.result === null ? '' : joinTexts([getResultText(t, prompt.result), t('sense.isNotVote'), joinParts(t, spoken)])
  const before = useRef<string | null>(null)
  const now = status === 'open' && lastCall ? 'last-call' : status
  const latest = useRef({ text, result })
  latest.current = { text, result }
  useEffect(() => {
    const previous = before.current
    before.current = now
    if (now === 'open' && previous === null)
      screenReader.say(
        joinTexts([t('pair.colon', { first: t('sense.asks'), second: latest.current.text }), t('time.seconds', { n: length / 1000 })]),
        'sense',
      )
    if (now === 'last-call' && previous === 'open') screenReader.say(t('sense.lastCallNotice', { n: 15 }), 'sense')
    if (now === 'closed' && previous !== null)
      screenReader.say(t('pair.colon', { first: t('sense.title'), second: t('sense.closed') }), 'sense')
    if (now === 'published' && previous !== null)
      screenReader.say(t('pair.colon', { first: t('sense.title'), second: latest.current.result }), 'sense')
    // With the close of the meeting a sentence that is open ends by itself, and nobody has withdrawn it.
    if ((now === 'discarded' || (now === 'withdrawn' && !isClosed)) && previous !== null)
      screenReader.say(t(now === 'withdrawn' ? 'sense.withdrawn' : noResult), 'sense')
  }, [now, t, length, isClosed, noResult])
}
