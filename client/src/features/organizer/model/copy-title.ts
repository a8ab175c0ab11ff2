/** The title of a copy to which nobody has given one. It is not that of another session. */
import { maxTitleLength } from '@rostrum/shared/contract/lengths'
import { cleanLine, truncate } from '@rostrum/shared/kernel/text'
import type { Translate } from '../../../text/messages.ts'

export const makeCopyTitle = (t: Translate, title: string, taken: readonly string[]): string => {
  for (let n = 1; ; n += 1) {
    const words = n === 1 ? t('home.copyOfTitle', { title }) : t('home.copyNOfTitle', { n, title })
    // A title is stored without the marks that isolate a name within a sentence.
    const candidate = truncate(cleanLine(words) ?? title, maxTitleLength)
    if (!taken.includes(candidate)) return candidate
  }
}
