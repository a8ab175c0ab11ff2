/** A text of the session's own, in the language of the reader if it has that language. */
import { pickText, type Wording } from '@rostrum/shared/kernel/wording'
import type { ComponentProps } from 'react'
import { usePhoneText } from '../text/use-text.tsx'
import { Written } from '../ui/written.tsx'

type SessionTextProps = Omit<ComponentProps<typeof Written>, 'children' | 'lang'> & { readonly of: Wording }

/** `as`: if absent, the text is part of a line. */
export const SessionText = ({ of, as = 'bdi', ...rest }: SessionTextProps) => {
  const { text, language } = pickText(of, usePhoneText().language.id)
  return (
    <Written {...rest} as={as} lang={language ?? undefined}>
      {text}
    </Written>
  )
}
