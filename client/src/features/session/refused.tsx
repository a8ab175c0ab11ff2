/** The last refusal as a sentence, near what was pressed, and spoken. */
import { useEffect } from 'react'
import { useRefused } from '../../session/hooks.tsx'
import { refusalWords } from '../../text/refusal-words.ts'
import { useText } from '../../text/use-text.tsx'
import { announcements } from '../../ui/announcements.ts'
import { Refusal } from '../../ui/refusal.tsx'

/** `of`: beginnings of the commands that are pressed here. Null while none of them has been refused. */
export const useRefusalHere = (of: readonly string[]): string | null => {
  const { t } = useText()
  const refused = useRefused()
  if (!refused || !of.some((start) => refused.pending.envelope.type.startsWith(start))) return null
  return refusalWords(t, refused.why)
}

export const Refused = ({ of }: { of: readonly string[] }) => {
  const words = useRefusalHere(of)
  useEffect(() => {
    if (words !== null) announcements.say(words, 'refusal')
  }, [words])
  return words === null ? null : <Refusal>{words}</Refusal>
}
