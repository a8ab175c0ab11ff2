/** A text of the session's own on the room screen, in the screen's language or in two side by side. */
import type { Wording } from '@rostrum/shared/kernel/wording'
import { Written } from '../ui/written.tsx'
import { useDisplayTexts, useTurn } from './display-languages.ts'
import styles from './display-text.module.css'

type DisplayTextProps = {
  of: Wording
  as?: 'p' | 'span' | 'h1'
  className?: string | undefined
  /** Puts words around the first of the texts. */
  write?: (text: string) => string
  /** Two languages are shown in turn while the screen is crowded. */
  givesWay?: boolean
}

export const DisplayText = ({ of, as = 'p', className, write = (text) => text, givesWay }: DisplayTextProps) => {
  const [first, second] = useDisplayTexts(of)
  const turn = useTurn(2)
  const own = (
    <Written as={as} className={className} lang={first.language ?? undefined}>
      {write(first.text)}
    </Written>
  )
  if (second === undefined) return own
  const Box = as === 'span' ? 'span' : 'div'
  return (
    <Box className={styles.pair} data-turn={givesWay ? turn : undefined}>
      {own}
      <Written as={as === 'h1' ? 'h2' : as} className={className} lang={second.language ?? undefined}>
        {second.text}
      </Written>
    </Box>
  )
}
