/** Nothing that was said in one language remains for a screen reader in another. */
import { getText, subscribeText } from '../text/text.ts'
import { screenReader } from '../ui/screen-reader.ts'

/** Returns a function that ends it. */
export const emptySpeechWithLanguage = (): (() => void) => {
  let before = getText()?.language.id
  return subscribeText(() => {
    const now = getText()?.language.id
    if (now !== before) screenReader.empty()
    before = now
  })
}
