/** A number that a document or a message says is that of the code. */
import { requestLimits } from '@rostrum/server/doors/http/request-limits'
import { maxFileBytes } from '@rostrum/server/doors/http/routes/captions'
import { maxUnsentBytes } from '@rostrum/server/engine/wire/backlog'
import { maxConnections, maxMessageBytes } from '@rostrum/server/engine/wire/limits'
import { maxRows } from '@rostrum/server/people/roster/list-table'
import { maxTrackLines } from '@rostrum/server/services/captions/caption-line'
import { maxListBytes } from '@rostrum/shared/contract/lengths'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { readSource } from './sources.ts'

const write = (number: number): string => number.toLocaleString('en')
const { participant, interpreter, panellist, display } = maxConnections

test.each([
  ['docs/protocol.md', `${participant} connections as a participant, ${interpreter} for one booth, ${panellist} for the panel`],
  ['docs/protocol.md', `Messages are at most ${maxMessageBytes / 1024} KiB`],
  ['docs/protocol.md', `leaves ${maxUnsentBytes / 1024} KiB unread`],
  ['docs/security.md', `| a command, a message | ${maxMessageBytes / 1024} KiB`],
  ['docs/security.md', `| ${maxUnsentBytes / 1024} KiB wait for it`],
  ['docs/security.md', `| ${write(requestLimits.credential)} a minute with a credential, ${write(requestLimits.address)} from an address`],
  [
    'docs/api.md',
    `after ${write(requestLimits.credential)} requests in a minute with one credential, and after ${write(requestLimits.address)} from`,
  ],
])('%s says the limit: %s', (path, words) => {
  expect(readSource(path)).toContain(words)
  expect(panellist).toBe(display)
})

const toMegabytes = (bytes: number): number => bytes / 1024 / 1024
const limits = {
  'people.import.help': [maxRows, toMegabytes(maxListBytes)],
  'people.import.tooManyRows': [maxRows],
  'people.import.tooLarge': [toMegabytes(maxListBytes)],
  'captions.file.tooLarge': [toMegabytes(maxFileBytes), maxTrackLines],
} as const

test.each(languageIds)('the limits of files in the messages are those of the code: %s', (language) => {
  const messages = JSON.parse(readSource(`shared/locales/${language}/staff.json`)) as Readonly<Record<string, string>>
  const said = Object.keys(limits).map((key) => {
    const digits = (messages[key] ?? '').replaceAll(/(?<=\d)[,\s](?=\d{3})/g, '')
    return [key, [...digits.matchAll(/\d+/g)].map(([number]) => Number(number))]
  })
  expect(Object.fromEntries(said)).toEqual(limits)
})
