import type { ReactNode } from 'react'
import { useMemo, useSyncExternalStore } from 'react'
import type { AskedKey, Language, MessageArguments, MessageKey, PhoneKey } from './catalogue.ts'
import { uiLanguages } from './language-files.ts'
import type { Translate } from './messages.ts'
import { chooseLanguage, getText, subscribeText } from './text.ts'

export type TextTools<Known extends MessageKey = MessageKey> = {
  t: Translate<Known>
  /** Translates like `t`, with the marked words as `strong` elements. */
  rich: <K extends Known>(key: K, ...args: MessageArguments<K, Known>) => ReactNode
  language: Language
  dir: 'ltr' | 'rtl'
  languages: readonly Language[]
  choose: (id: string) => Promise<void>
  /** "4th" */
  ordinal: (n: number) => string
  /** "th", or empty if the language writes only the digits. */
  suffix: (n: number) => string
}

/** Returns the text of the page. The app renders nothing before a language is loaded, so there always is one. */
const usePageText = (): TextTools => {
  const text = useSyncExternalStore(subscribeText, getText)
  if (text === null) throw new Error('Text is used before a language has been loaded.')
  return useMemo(() => {
    const { t, messages, language } = text
    const renderBold = (parts: readonly ReactNode[], index: number): ReactNode => <strong key={`b${index}`}>{parts}</strong>
    return {
      t,
      rich: (key, ...args) => messages.formatToParts<ReactNode>(key, renderBold, args[0]),
      language,
      dir: language.direction,
      languages: uiLanguages,
      choose: chooseLanguage,
      ordinal: (n) => t('number.ordinal', { n }),
      suffix: (n) => t('number.suffix', { n }),
    }
  }, [text])
}

/** Includes every message, for pages that no phone shows. */
export const useText: () => TextTools = usePageText
/** Includes the messages that are loaded first, for everything on the first page of a phone. */
export const usePhoneText: () => TextTools<PhoneKey> = usePageText
/** For the parts that a phone loads with `loadWhenAsked`. */
export const useAskedText: () => TextTools<AskedKey> = usePageText
