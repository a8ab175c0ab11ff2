/** The reason why the roster did not change, as a sentence that tells what to do, and the field concerned. */
import type { FailureReason } from '@rostrum/shared/api/reasons'
import { getFailureText } from '../../text/failure-text.ts'
import type { Translate } from '../../text/messages.ts'

export const getRosterRefusalText = (t: Translate, reason: FailureReason): string =>
  getFailureText(t, reason, { 'text-empty': 'people.refused.entity' })

export const getMailRefusalText = (t: Translate, reason: FailureReason): string =>
  getFailureText(t, reason, { conflict: 'people.mail.changed' })

export const isEmailError = (reason: FailureReason | null): boolean => reason === 'email-refused' || reason === 'email-taken'
export const isEntityError = (reason: FailureReason | null): boolean => reason === 'text-empty'
