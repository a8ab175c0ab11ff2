/** Why the record cannot be loaded or downloaded, where its page says it differently. */
import type { FailureOf } from '@rostrum/shared/api/operations'
import type { OwnSentences } from '../../../text/failure-text.ts'

type RecordOperation =
  | 'POST /api/tickets'
  | 'GET /api/sessions/:id/record/page'
  | 'GET /api/sessions/:id/captions.vtt'
  | 'POST /api/sessions/:id/record.pdf'

export const ownRecordSentences = {
  'no-connection': 'record.refused.connection',
  'no-such-link': 'record.refused.forbidden',
  'person-revoked': 'record.refused.forbidden',
  failed: 'record.refused.failed',
  forbidden: 'record.refused.forbidden',
  'too-large': 'record.template.tooLarge',
  unavailable: 'record.refused.failed',
} as const satisfies OwnSentences<FailureOf<RecordOperation>>
