/** The title of a copy, if nobody has typed one. No other session has the same title. */
import { maxTitleLength } from '@rostrum/shared/contract/lengths'
import { cleanLine } from '@rostrum/shared/kernel/clean-text'
import { truncate } from '@rostrum/shared/kernel/text'
import type { Translate } from '../../../text/messages.ts'

export const makeCopyTitle = (t: Translate, title: string, taken: readonly string[]): string => {
  for (let n = 1; ; n += 1) {
    const words = n === 1 ? t('home.copyOfTitle', { title }) : t('home.copyNOfTitle', { n, title })
    // A title is stored without the marks that isolate a name within a sentence.
    const candidate = truncate(cleanLine(words) ?? title, maxTitleLength)
    if (!taken.includes(candidate)) return candidate
  }
}
