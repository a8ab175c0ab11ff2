import { getRefusalTitle } from '@rostrum/client/app/connection-refused-page.tsx'
import { getJoinError } from '@rostrum/client/features/joining/join-error'
import { getFailureText } from '@rostrum/client/text/failure-text'
import { getMemberFailureText } from '@rostrum/client/text/member-failure-text'
import { bodyReasons, commonReasons, type Operation, operationAccess } from '@rostrum/shared/api/operation'
import { operations } from '@rostrum/shared/api/operations'
import { getHttpStatus, isPassing, type PlainReason } from '@rostrum/shared/api/reasons'
import { listErrors } from '@rostrum/shared/contract/people-lists'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { makeTranslateIn } from '../support/catalogues.ts'

const table: readonly Operation[] = Object.values(operations)
const plainReasons: readonly PlainReason[] = [
  ...new Set<PlainReason>([
    ...commonReasons,
    ...bodyReasons,
    ...table.flatMap(({ access, refusals = [] }) => [...operationAccess[access].reasons, ...refusals]),
  ]),
]
const general = 'Not saved. Try again.'

test.each(languageIds)('[L173] every reason of every operation has a sentence in %s', (language) => {
  const t = makeTranslateIn(language)
  const vague = [...plainReasons, ...listErrors, 'plan-refused' as const, 'rows-refused' as const].filter(
    (reason) => getFailureText(t, reason) === t('refused.unavailable'),
  )
  expect(vague.sort()).toEqual(['failed', 'foreign-origin', 'json-only', 'unavailable'])
})

test('[L173] a page says a few reasons in its own words, and the others in those of all pages', () => {
  const t = makeTranslateIn('en')
  const own = { 'text-empty': 'people.refused.entity' } as const
  expect(getFailureText(t, 'text-empty', own)).toBe('Enter the organization or delegation.')
  expect(getFailureText(t, 'text-too-long', own)).toBe('The text is too long. Shorten it.')
})

test('[L173] a reason that only a newer server knows counts as failed', () => {
  const t = makeTranslateIn('en')
  const unknown = JSON.parse('"seat-taken"')
  expect([getFailureText(t, unknown), getMemberFailureText(t, unknown), t(getJoinError(unknown).key)]).toEqual([general, general, general])
  expect(t(getRefusalTitle(unknown))).toBe('The session is not responding')
  expect(isPassing(unknown)).toBe(false)
})

test('[L174] a refusal passes by itself if its status says so, and no answer does too', () => {
  const passing = plainReasons.filter(isPassing)
  expect(passing.sort()).toEqual(plainReasons.filter((reason) => [429, 500, 503].includes(getHttpStatus(reason))).sort())
  expect(passing).toContain('too-fast')
  expect(isPassing('no-connection')).toBe(true)
})
