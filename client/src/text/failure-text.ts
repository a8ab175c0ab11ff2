/**
 * Why a request failed, as a sentence that tells what to do. This table has every reason, so that a new one needs a sentence before it
 * compiles. The reasons of participants are in tables of their own, by operation: their phones load no words of the staff. A page gives
 * only the few sentences that it says differently.
 */
import type { FailureReason } from '@rostrum/shared/api/reasons'
import type { Rejection } from '@rostrum/shared/contract/rejections'
import type { PlainKey } from './catalogue.ts'
import { memberSentences } from './member-failure-text.ts'
import type { Translate } from './messages.ts'

/** The reasons that a session gives too have the sentences of `Translate.refusal`. */
const sentences = {
  ...memberSentences,
  'address-not-allowed': 'home.connections.error.address',
  'address-unreachable': 'home.connections.error.test',
  'already-invited': 'people.mail.alreadyInvited',
  'caption-time-unclear': 'captions.file.time',
  'captions-after-now': 'captions.file.afterNow',
  'captions-not-utf8': 'captions.file.notUtf8',
  'captions-unreadable': 'captions.file.unreadable',
  'columns-refused': 'people.import.unreadable',
  'email-refused': 'people.refused.email',
  'email-taken': 'people.refused.emailTaken',
  'first-organizer': 'refusal.forbidden',
  'id-refused': 'people.import.idRefused',
  'id-taken': 'refused.malformed',
  'language-unclear': 'people.refused.language',
  'list-busy': 'people.import.listBusy',
  'list-empty': 'people.import.empty',
  'list-no-such-sheet': 'people.import.noSuchSheet',
  'list-old-workbook': 'people.import.oldWorkbook',
  'list-only': 'people.import.unreadable',
  'list-quotes': 'people.import.unreadable',
  'list-row-too-long': 'people.import.unreadable',
  'list-too-heavy': 'people.import.tooHeavy',
  'list-too-many-columns': 'people.import.tooManyColumns',
  'list-too-many-rows': 'people.import.tooManyRows',
  'list-unreadable': 'people.import.unreadable',
  'list-wrong-encoding': 'people.import.wrongEncoding',
  'mail-off': 'people.mail.off',
  'mailing-running': 'people.mail.alreadyRunning',
  'no-pdf': 'record.noPdf',
  'no-such-code': 'join.error.code',
  'no-such-link': 'join.error.link',
  'no-such-message': 'home.connections.error.gone',
  'no-such-organizer': 'home.error.noOrganizer',
  'no-such-session': 'entry.noSession',
  'no-such-token': 'home.connections.error.gone',
  'no-such-webhook': 'home.connections.error.gone',
  'nobody-to-invite': 'people.mail.nobody',
  'not-found': 'home.connections.error.gone',
  'not-invited': 'people.mail.notInvited',
  'office-imitated': 'people.refused.office',
  'organizer-only': 'home.accessEnded',
  'plan-refused': 'home.error.file',
  'rows-refused': 'people.import.allOrNothing',
  'session-damaged': 'notice.readOnly.damaged',
  'session-full': 'people.refused.full',
  'session-running': 'home.error.running',
  'template-links': 'record.template.links',
  'template-macros': 'record.template.macros',
  'template-unreadable': 'record.template.unreadable',
  'too-fast': 'refused.tooFast',
  'too-large': 'home.error.file',
  'too-many-failures': 'join.error.tooMany',
  'too-many-webhooks': 'home.connections.error.many',
  'words-not-kept': 'captions.file.notKept',
} as const satisfies Readonly<Record<Exclude<FailureReason, Rejection>, PlainKey>>

/** The sentences that a page says differently. */
export type OwnSentences<Reason extends FailureReason = FailureReason> = Readonly<Partial<Record<Reason, PlainKey>>>

const hasSentence = (reason: FailureReason): reason is keyof typeof sentences => Object.hasOwn(sentences, reason)

export const getFailureText = (t: Translate, reason: FailureReason, own: OwnSentences = {}): string => {
  const key = own[reason]
  if (key !== undefined) return t(key)
  return hasSentence(reason) ? t(sentences[reason]) : t.refusal(reason)
}
