/** Sends the sentence of a point over HTTP, because the page of the record has no socket. */
import type { FailureOf } from '@rostrum/shared/api/operations'
import type { GroupId, NoteId } from '@rostrum/shared/contract/ids'
import { maxSentenceLength } from '@rostrum/shared/contract/lengths'
import type { PagePoint } from '@rostrum/shared/contract/report-blocks'
import { cleanLine } from '@rostrum/shared/kernel/clean-text'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { type HttpResult, request } from '../../../session/http.ts'
import { newCommandId } from '../../../session/outbox.ts'
import type { OwnSentences } from '../../../text/failure-text.ts'
import type { GetBearer } from '../page/use-record-page.ts'
import { getSentenceNote } from './use-sentences.ts'

/** Why a sentence was not stored, where this page says it differently. */
export const ownSentenceSentences = {
  conflict: 'record.sentence.conflict',
  'no-connection': 'record.refused.connection',
  'no-such-note': 'record.sentence.gone',
} as const satisfies OwnSentences<FailureOf<'POST /api/tickets' | 'POST /api/sessions/:id/commands'>>

/** Returns the text as the session stores it. Null if it cannot be a sentence. */
export const cleanSentence = (text: string): string | null => {
  const clean = cleanLine(text)
  return clean !== null && isVisible(clean) && countGraphemes(clean, maxSentenceLength) <= maxSentenceLength ? clean : null
}

/** The session and the language of the page, and its credential. */
export type SentencePlace = { readonly session: string; readonly getBearer: GetBearer; readonly language: LanguageId }

/** A null `text` takes the sentence out. Resolves to the text that is stored. */
export const sendSentence = async (
  { session, getBearer, language }: SentencePlace,
  point: PagePoint,
  text: string | null,
): Promise<HttpResult<string | null>> => {
  const secret = await getBearer()
  if (!secret.ok) return secret
  const { basis } = point
  const data = {
    note: getSentenceNote(point) as NoteId,
    language,
    text,
    basis: { ...basis, groups: basis.groups as (GroupId | null)[] },
    expectedText: point.sentences[0]?.text ?? null,
  }
  const body = { id: newCommandId(), type: 'notes.set-sentence' as const, data }
  const result = await request('POST /api/sessions/:id/commands', { params: { id: session }, body }, secret.value)
  return result.ok ? { ok: true, value: text } : result
}
