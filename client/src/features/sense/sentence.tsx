import type { PromptView } from '@rostrum/shared/projection/sense'
import { classNames } from '../../ui/class-names.ts'
import { Written } from '../../ui/written.tsx'
import styles from './sense.module.css'
import { usePromptText } from './use-prompt.ts'

/**
 * A sentence with more characters is set smaller, so that the content that belongs to it stays in view. Ideographs are as wide as two
 * letters.
 */
const longSentence = 100
const countWide = (text: string): number => text.length + (text.match(/\p{sc=Han}/gu)?.length ?? 0)

/** The sentence in the reader's language. `isSmall`: for a sentence above its result. */
export const Sentence = ({ prompt, isSmall = false }: { prompt: PromptView; isSmall?: boolean }) => {
  const { text, language } = usePromptText(prompt)
  const isLong = countWide(text) > longSentence
  return (
    <Written
      className={classNames(styles.text, isSmall && styles.small, isLong && (isSmall ? styles.longSmall : styles.long))}
      lang={language ?? undefined}
    >
      {text}
    </Written>
  )
}
