import type { ReactNode } from 'react'
import { useMemo, useSyncExternalStore } from 'react'
import type { Given, Key } from './catalogue.ts'
import type { Speak } from './messages.ts'
import type { Language } from './text.ts'
import { chooseLanguage, followText, languages, textNow } from './text.ts'

export type UsedText = {
  t: Speak
  /** The same with the marked words strong, for places that take elements. */
  rich: <K extends Key>(key: K, ...given: Given<K>) => ReactNode
  language: Language
  dir: 'ltr' | 'rtl'
  languages: readonly Language[]
  choose: (id: string) => Promise<void>
  /** "4th" */
  ordinal: (n: number) => string
  /** "th", or nothing where a language writes only the digit. */
  suffix: (n: number) => string
}

/** The text of the page. The app shows nothing before a language is loaded, so there is always one here. */
export const useText = (): UsedText => {
  const text = useSyncExternalStore(followText, textNow)
  if (text === null) throw new Error('Text is used before a language has been loaded.')
  return useMemo(() => {
    const { t, messages, language } = text
    const strong = (parts: readonly ReactNode[], index: number): ReactNode => <strong key={`b${index}`}>{parts}</strong>
    return {
      t,
      rich: (key, ...given) => messages.parts<ReactNode>(key, strong, given[0]),
      language,
      dir: language.direction,
      languages,
      choose: chooseLanguage,
      ordinal: (n) => t('number.ordinal', { n }),
      suffix: (n) => t('number.suffix', { n }),
    }
  }, [text])
}
