/** Writes the invitation of one person. Names are data: they can add neither a header nor an element to the mail. */

import { createHash } from 'node:crypto'
import type { MailKind } from '@rostrum/shared/contract/invitations'
import type { Person } from '@rostrum/shared/contract/people'
import { getLocale } from '@rostrum/shared/kernel/locale'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { pickWording } from '@rostrum/shared/kernel/wording'
import { formatWrittenDate } from '@rostrum/shared/kernel/written-date'
import { IntlMessageFormat } from 'intl-messageformat'
import { type MessagesOf, readDirection, readMessages } from '../../engine/locales/read-messages.ts'
import type { PersonDetails } from '../../people/roster/roster.ts'
import { type CalendarContent, formatCalendar, getCalendarMethod } from './icalendar.ts'
import { findMailLanguage } from './mail-language.ts'
import type { MailRequest } from './mailer.ts'
import { getParticulars, listChangedParticulars, type Particulars, type PersonToInform } from './particulars.ts'
import type { Mail } from './smtp-sender.ts'

export type InvitationContent = Pick<CalendarContent, 'session' | 'plan' | 'at'> & {
  readonly person: Pick<Person, 'id' | 'entity'> & PersonToInform
  readonly details: Pick<PersonDetails, 'name' | 'language'> & { readonly email: string }
  readonly link: string
  /** Its language is for people whose own is unknown or has no text. Another request makes another mail. */
  readonly asked: MailRequest
  /** The address of the sender. Its domain makes the id of the message unique. */
  readonly from: string
}

/** Characters that end a header, or hide where a text begins. */
const unsafe = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** Returns null if a name, a title or the address has characters that no header may have. */
export function composeInvitation({ session, plan, at, person, details, link, asked, from }: InvitationContent): Mail | null {
  const { email } = details
  const name = details.name ?? person.entity
  const language = findMailLanguage(details.language) ?? asked.language
  const title = pickWording(plan.title, language)
  if ([email, name, title].some((text) => unsafe.test(text))) return null
  const particulars = getParticulars(plan, person)
  const changed = asked.kind === 'change' && asked.particulars !== null ? listChangedParticulars(asked.particulars, particulars) : []
  const messages = readMessages(language, 'mail')
  const say = (key: keyof MessagesOf<'mail'>, values: Readonly<Record<string, string>> = {}): string =>
    String(new IntlMessageFormat(messages[key], language).format(values))
  const sayTime = (of: Particulars): string => say('time', formatTimes(of, language))
  const message = asked.message === null ? [] : [asked.message]
  const paragraphs = particulars.cancelled
    ? [say('greeting', { name }), say('cancelled', { title, time: sayTime(particulars) }), ...message, say('calendarCancelled')]
    : [
        say('greeting', { name }),
        say(asked.kind, { title }),
        ...message,
        [
          say('when', { time: sayTime(particulars) }),
          ...(changed.includes('time') && asked.particulars ? [say('before', { what: sayTime(asked.particulars) })] : []),
          say('where', { place: formatPlace(particulars) }),
          ...(changed.includes('place') && asked.particulars ? [say('before', { what: formatPlace(asked.particulars) })] : []),
          ...(changed.includes('meeting') ? [say('meeting')] : []),
          say('represents', { entity: person.entity }),
        ].join('\n'),
        say('link'),
        link,
        say('secret'),
        say(asked.kind === 'invitation' ? 'calendar' : 'calendarAgain'),
        ...(asked.kind === 'invitation' ? [say('ignore')] : []),
      ]
  return {
    to: { name: details.name ?? '', address: email },
    subject: say(particulars.cancelled ? 'subjectCancelled' : subjectByKind[asked.kind], { title }),
    text: `${paragraphs.join('\n\n')}\n`,
    html: formatHtml(paragraphs, link, language),
    calendar: {
      name: `${session}.ics`,
      method: getCalendarMethod(plan),
      content: formatCalendar({ session, plan, person, note: say('calendarNote'), at, language }),
    },
    language,
    messageId: `<${hash(asked.request, person.id)}@${from.split('@')[1]}>`,
    particulars,
  }
}

const subjectByKind = { invitation: 'subject', change: 'subjectChange', reminder: 'subjectReminder' } as const satisfies Record<
  MailKind,
  keyof MessagesOf<'mail'>
>

const formatPlace = ({ venue, place }: Pick<Particulars, 'venue' | 'place'>): string =>
  [venue, place].filter((part) => part !== null).join(', ')

/** The day comes first if the language writes it so. Digits are Latin, as everywhere in the product. */
const dayFormat: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
const clockFormat: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

/** The parts of a time in words, by the clock of the place of the session. */
const formatTimes = ({ startsAt, endsAt, timeZone, place }: Particulars, language: LanguageId) => {
  const format = new Intl.DateTimeFormat(`${getLocale(language)}-u-nu-latn`, { ...clockFormat, timeZone, timeZoneName: 'shortOffset' })
  return {
    day: formatWrittenDate(language, { ...dayFormat, timeZone }, startsAt),
    from: formatWrittenDate(language, { ...clockFormat, timeZone }, startsAt),
    to: formatWrittenDate(language, { ...clockFormat, timeZone }, endsAt),
    place,
    zone: format.formatToParts(startsAt).find(({ type }) => type === 'timeZoneName')?.value ?? '',
  }
}

/** Formats the mail as HTML. The only reason for markup is the direction of the text. */
function formatHtml(paragraphs: readonly string[], link: string, language: LanguageId): string {
  const formatParagraph = (text: string): string =>
    text === link ? `<a href="${escapeHtml(link)}" dir="ltr">${escapeHtml(link)}</a>` : escapeHtml(text).replaceAll('\n', '<br>')
  const body = paragraphs.map((text) => `<p dir="auto">${formatParagraph(text)}</p>`).join('\n')
  return `<!doctype html>\n<html lang="${language}" dir="${readDirection(language)}"><body>\n${body}\n</body></html>\n`
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const hash = (...words: readonly string[]): string => createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32)
