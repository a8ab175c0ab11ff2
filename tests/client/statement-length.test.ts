/** The length of a statement, as its author sees it while writing. */
import { measureStatement } from '@rostrum/client/features/statements/participant/measure'
import { maxStatementLength } from '@rostrum/shared/contract/lengths'
import { statementCommands } from '@rostrum/shared/contract/statements'
import { expect, test } from 'vitest'

const accepts = (text: string): boolean => statementCommands['statements.submit'].schema.safeParse({ text, expectedVersion: 0 }).success
const writeWords = (word: string, count: number) => Array.from({ length: count }, () => word).join(' ')

test('[N5] a statement of as many words as the session allows can be filed, in any script', () => {
  for (const word of ['development', 'сотрудниче', 'والمعلوماتي']) {
    const text = writeWords(word, 1000)
    expect([measureStatement(text, 1000), accepts(text)]).toEqual([{ words: 1000, reason: null, excess: 0 }, true])
    expect(measureStatement(`${text} ${word}`, 1000)).toMatchObject({ reason: 'words', excess: 1 })
  }
})

test('a text that the session refuses for its letters is refused while it is written, with the number of words to take out', () => {
  const text = writeWords('x'.repeat(99), 200)
  expect([measureStatement(text, 500), accepts(text)]).toEqual([{ words: 200, reason: 'letters', excess: 80 }, false])
  expect(measureStatement('x'.repeat(maxStatementLength), 500).reason).toBe(null)
})
