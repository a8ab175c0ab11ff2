import type { CommandType } from '@rostrum/shared/contract/registry'
import { useEffect } from 'react'
import { useRefused } from '../../session/hooks.tsx'
import { refusalWords } from '../../text/refusal-words.ts'
import { useText } from '../../text/use-text.tsx'
import { announcements } from '../../ui/announcements.ts'
import { Refusal as RefusalLine } from '../../ui/refusal.tsx'

/** The last refusal, if it answered one of these: shown here and spoken. */
export const Refusal = ({ of }: { of: readonly CommandType[] }) => {
  const { t } = useText()
  const refused = useRefused()
  const words = refused && of.includes(refused.pending.envelope.type) ? refusalWords(t, refused.why) : null
  useEffect(() => {
    if (words !== null) announcements.say(words, 'refusal')
  }, [words])
  return words === null ? null : <RefusalLine>{words}</RefusalLine>
}
