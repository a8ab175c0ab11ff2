/** A text that the staff write in each language of the session. In a session of one language it is one field. */
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import { type LanguageId, listLanguages, type Wording } from '@rostrum/shared/kernel/wording'
import type { View } from '@rostrum/shared/projection/registry'
import { useState } from 'react'
import { useMade } from '../session/hooks.tsx'
import { uiLanguages } from '../text/language-files.ts'
import { useText } from '../text/use-text.tsx'
import { TextArea } from '../ui/text-area.tsx'

/** Returns the languages of the session's title and agenda. With one or none, there is one text for everybody. */
const listSessionLanguages = ({ session, plan }: View): readonly LanguageId[] => [
  ...new Set([session.title, ...plan.flatMap(({ title, question }) => [title, question ?? ''])].flatMap(listLanguages)),
]

export type TypedWording = {
  readonly limit: number
  /** The languages to write in. A single empty one if the session specifies fewer than two. */
  readonly languages: readonly (LanguageId | '')[]
  readonly texts: Readonly<Record<string, string>>
  readonly write: (language: LanguageId | '', text: string) => void
  /** Null if the first text is missing, or a text is too long. */
  readonly wording: Wording | null
  /** Empties the fields whose text is still the one in `sent`. */
  readonly clear: (sent: Readonly<Record<string, string>>) => void
}

export const useTypedWording = (limit: number): TypedWording => {
  const found = useMade(listSessionLanguages)
  const languages = found.length > 1 ? found : ([''] as const)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  return {
    limit,
    languages,
    texts,
    write: (language, text) => setTexts((before) => ({ ...before, [language]: text })),
    wording: toWording(languages, texts, limit),
    clear: (sent) => setTexts((now) => Object.fromEntries(Object.entries(now).map(([id, text]) => [id, text === sent[id] ? '' : text]))),
  }
}

const toWording = (languages: TypedWording['languages'], texts: TypedWording['texts'], limit: number): Wording | null => {
  const written = languages.map((id) => [id, texts[id] ?? ''] as const).filter(([, text]) => isVisible(text))
  if (written[0]?.[0] !== languages[0] || written.some(([, text]) => countGraphemes(text, limit) > limit)) return null
  const [original] = languages
  return !original ? (texts[''] ?? null) : { ...Object.fromEntries(written), original }
}

export const TypedWordingFields = ({ label, typed }: { label: string; typed: TypedWording }) => {
  const { t } = useText()
  const { limit, languages, texts, write } = typed
  return languages.map((id, index) => {
    const language = uiLanguages.find((one) => one.id === id)
    return (
      <TextArea
        key={id}
        label={language === undefined ? label : t('pair.comma', { first: label, second: language.name })}
        optional={index === 0 ? undefined : t('app.optional')}
        {...(language === undefined ? { rows: 3 } : { rows: 2, lang: language.id, dir: language.direction })}
        value={texts[id] ?? ''}
        onChange={(text) => write(id, text)}
        count={{ limit, format: (n) => t('questions.count', { n, limit }) }}
      />
    )
  })
}
