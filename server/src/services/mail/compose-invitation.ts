/** Writes the invitation of one person. Names are data: they can add neither a header nor an element to the mail. */

import { createHash } from 'node:crypto'
import type { Person } from '@rostrum/shared/contract/people'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { pickWording } from '@rostrum/shared/kernel/wording'
import { formatWrittenDate } from '@rostrum/shared/kernel/written-date'
import { IntlMessageFormat } from 'intl-messageformat'
import { type MessagesOf, readMessages } from '../../engine/locales/read-messages.ts'
import type { PersonDetails } from '../../people/roster/roster.ts'
import { type CalendarContent, formatCalendar } from './icalendar.ts'
import { findMailLanguage } from './mail-language.ts'
import type { Mail } from './smtp-sender.ts'

export type InvitationContent = Pick<CalendarContent, 'session' | 'plan' | 'at'> & {
  readonly person: Pick<Person, 'id' | 'entity' | 'role' | 'channel' | 'revoked'>
  readonly details: Pick<PersonDetails, 'name' | 'language'> & { readonly email: string }
  readonly link: string
  /** The language for people whose own language is unknown or has no text. */
  readonly fallback: LanguageId
  /** The request for this mail. Another request makes another mail. */
  readonly request: string
  /** The address of the sender. Its domain makes the id of the message unique. */
  readonly from: string
}

/** Characters that end a header, or hide where a text begins. */
const unsafe = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** Returns null if a name, a title or the address has characters that no header may have. */
export function composeInvitation({ session, plan, at, person, details, link, fallback, request, from }: InvitationContent): Mail | null {
  const { email } = details
  const name = details.name ?? person.entity
  const language = findMailLanguage(details.language) ?? fallback
  const title = pickWording(plan.title, language)
  if ([email, name, title].some((text) => unsafe.test(text))) return null
  const messages = readMessages(language, 'mail')
  const say = (key: keyof MessagesOf<'mail'>, values: Readonly<Record<string, string>> = {}): string =>
    String(new IntlMessageFormat(messages[key], language).format(values))
  const paragraphs = [
    say('greeting', { name }),
    say('invited', { title }),
    [
      say('when', { time: formatTime(plan, language) }),
      say('where', { place: [plan.venue, plan.place].filter((part) => part !== null).join(', ') }),
      say('represents', { entity: person.entity }),
    ].join('\n'),
    say('link'),
    link,
    say('secret'),
    say('calendar'),
    say('ignore'),
  ]
  return {
    to: { name: details.name ?? '', address: email },
    subject: say('subject', { title }),
    text: `${paragraphs.join('\n\n')}\n`,
    html: formatHtml(paragraphs, link, language),
    calendar: { name: `${session}.ics`, content: formatCalendar({ session, plan, person, note: say('calendarNote'), at, language }) },
    language,
    messageId: `<${hash(request, person.id)}@${from.split('@')[1]}>`,
  }
}

/** The day comes first if the language writes it so, and hours count to 24. Digits are Latin, as everywhere in the product. */
const timeFormat: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'shortOffset',
}

const formatTime = ({ startsAt, timeZone }: InvitationContent['plan'], language: LanguageId): string =>
  formatWrittenDate(language, { ...timeFormat, timeZone }, startsAt)

/** Formats the mail as HTML. The only reason for markup is the direction of the text. */
function formatHtml(paragraphs: readonly string[], link: string, language: LanguageId): string {
  const formatParagraph = (text: string): string =>
    text === link ? `<a href="${escapeHtml(link)}" dir="ltr">${escapeHtml(link)}</a>` : escapeHtml(text).replaceAll('\n', '<br>')
  const body = paragraphs.map((text) => `<p dir="auto">${formatParagraph(text)}</p>`).join('\n')
  return `<!doctype html>\n<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><body>\n${body}\n</body></html>\n`
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const hash = (...words: readonly string[]): string => createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32)
