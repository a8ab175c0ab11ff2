/** Writes a sentence in the language in which the Chair presides. A limit is written in words, to be read aloud. */

import type { Millis } from '@rostrum/shared/kernel/time'
import { pickWording } from '@rostrum/shared/kernel/wording'
import type { Language } from '../../text/catalogue.ts'
import type { Translate } from '../../text/messages.ts'
import { joinNames } from '../../text/name-list.ts'
import { formatTime } from '../../text/times.ts'
import type { ScriptSentence, ScriptValue } from './script-types.ts'

type ScriptLanguage = { readonly t: Translate; readonly language: Language; readonly zone: string }

export const formatScript = (text: ScriptLanguage, { key, values }: ScriptSentence): string => {
  const written = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, formatValue(text, value)]))
  return text.t(key, written as never)
}

const formatValue = ({ t, language, zone }: ScriptLanguage, value: ScriptValue): string | number => {
  if (value.kind === 'number') return value.n
  if (value.kind === 'text') return pickWording(value.text, t.language)
  if (value.kind === 'time') return formatTime(value.at, zone)
  if (value.kind === 'seconds') return t('script.seconds', { n: Math.round(value.length / 1000) })
  if (value.kind === 'limit') return formatLimit(t, value.limit)
  const { name, onBehalfOf } = value
  return onBehalfOf.length === 0 ? name : t('script.alsoFor', { who: name, others: joinNames(language, onBehalfOf) })
}

const formatLimit = (t: Translate, limit: Millis): string => {
  const total = Math.round(limit / 1000)
  const [minutes, seconds] = [Math.floor(total / 60), total % 60]
  if (seconds === 0) return t('script.minutes', { n: minutes })
  if (minutes === 0) return t('script.seconds', { n: seconds })
  return t('script.minutesAndSeconds', { minutes: t('script.minutes', { n: minutes }), seconds: t('script.seconds', { n: seconds }) })
}
