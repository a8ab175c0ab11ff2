/** The messages of the server in one language. A file is read when it is first needed, and kept from then on. */
import { createRequire } from 'node:module'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import type {
  AskedMessages,
  ColumnsMessages,
  MailMessages,
  PhoneMessages,
  ReportMessages,
  StaffMessages,
} from '@rostrum/shared/locales/messages'

type Files = {
  readonly asked: AskedMessages
  readonly columns: ColumnsMessages
  readonly mail: MailMessages
  readonly phone: PhoneMessages
  readonly report: ReportMessages
  readonly staff: StaffMessages
}
export type MessagesOf<File extends keyof Files> = { readonly [Key in keyof Files[File]]: string }

const load = createRequire(import.meta.url)

export const readMessages = <File extends keyof Files>(language: LanguageId, file: File): MessagesOf<File> =>
  load(`@rostrum/shared/locales/${language}/${file}.json`)

export type Direction = 'ltr' | 'rtl'

export const readDirection = (language: LanguageId): Direction => load(`@rostrum/shared/locales/${language}/about.json`).direction
