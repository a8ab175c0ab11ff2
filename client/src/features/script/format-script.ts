/** Writes a sentence in the language in which the Chair presides. Names have the form that is said, and a length is in words. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { SenseResult } from '@rostrum/shared/contract/sense-words'
import { joinTexts } from '@rostrum/shared/kernel/text'
import type { Millis } from '@rostrum/shared/kernel/time'
import { pickWording } from '@rostrum/shared/kernel/wording'
import { joinParts } from '../../text/join-texts.ts'
import { joinNames } from '../../text/name-list.ts'
import type { SayName } from '../../text/organization-names.ts'
import { getResultText, listResultLines } from '../../text/response-text.ts'
import { sayOtherName } from '../../text/say-other-name.ts'
import type { PageText } from '../../text/text.ts'
import { formatTime } from '../../text/times.ts'
import type { ScriptSentence, ScriptValue } from './script-types.ts'

/** The forms to be said, which the organizer typed: of organizations by their names, and of panellists. */
export type TypedForms = { readonly organizations: ReadonlyMap<string, string>; readonly panellists: ReadonlyMap<PersonId, string> }

type ScriptLanguage = PageText & { readonly sayName: SayName; readonly typed: TypedForms }

/** A part of a sentence: text to be read, or the place of the words that the Chair adds. */
export type ScriptPart = string | { readonly toAdd: string }

/** The full stop of a sentence after a name that ends with one, such as “Inc.”. Three dots are meant. */
const doubleStop = /((?<!\.)\.\p{Bidi_Control}?)\.(?!\.)/gu

export const formatScript = (text: ScriptLanguage, { key, values }: ScriptSentence): readonly ScriptPart[] => {
  const written = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, formatValue(text, value)]))
  const parts = text.messages.formatToParts<{ readonly toAdd: string }>(key, (inner) => ({ toAdd: inner.join('') }), written)
  return parts.map((part) => (typeof part === 'string' ? part.replace(doubleStop, '$1') : part))
}

const formatValue = (text: ScriptLanguage, value: ScriptValue): string | number => {
  const { t, language, typed } = text
  switch (value.kind) {
    case 'number':
      return value.n
    case 'text':
      return pickWording(value.text, t.language)
    case 'seconds':
      return t('script.seconds', { n: Math.round(value.length / 1000) })
    case 'length':
      return formatLength(text, value.length)
    case 'time':
      return formatTime(value.at, value.zone)
    case 'result':
      return formatResult(text, value.result)
    case 'thanked': {
      const whom = [value.panel && t('script.thankedPanel'), value.interpreters && t('script.thankedInterpreters')]
      return joinNames(language, [...whom.filter((one) => one !== false), t('script.thankedEverybody')])
    }
    case 'panellist':
      if (value.person === null) return t('script.panel')
      return typed.panellists.get(value.person) ?? t('script.panellistOf', { of: formatName(text, value.name) })
    case 'representative': {
      const who = t('script.representative', { of: formatName(text, value.name) })
      const others = value.onBehalfOf.map((name) => formatName(text, name))
      return others.length === 0 ? who : t('script.alsoFor', { who, others: joinNames(language, others) })
    }
  }
}

/** Returns the form after "the representative of": typed, or that of a known name, or the name as it is in the list. */
const formatName = ({ t, language, sayName, typed }: ScriptLanguage, name: string): string =>
  typed.organizations.get(name) ?? sayName(name, language.id) ?? sayOtherName(t, name)

/** Returns a sentence for each response, after the one about everybody. */
const formatResult = ({ t }: ScriptLanguage, result: SenseResult): string =>
  joinTexts([
    getResultText(t, result),
    ...listResultLines(t, result).map(({ label, amount, spread }) =>
      t('script.response', { response: label, amount: joinParts(t, [amount, spread]) }),
    ),
  ])

const formatLength = ({ t }: ScriptLanguage, length: Millis): string => {
  const total = Math.round(length / 1000)
  const [minutes, seconds] = [Math.floor(total / 60), total % 60]
  if (seconds === 0) return t('script.minutes', { n: minutes })
  if (minutes === 0) return t('script.seconds', { n: seconds })
  return t('script.minutesAndSeconds', { minutes: t('script.minutes', { n: minutes }), seconds: t('script.seconds', { n: seconds }) })
}
