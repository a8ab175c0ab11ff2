/** The digest of long lists: which lists it distinguishes, and the cost of changing them. */
import { TextHasher } from '@rostrum/server/engine/fanout/text-hasher'
import { ViewDigest } from '@rostrum/server/engine/fanout/view-digest'
import { audiences } from '@rostrum/shared/contract/roles'
import type { AnyView } from '@rostrum/shared/projection/delta'
import { partShapes, projectAudience } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState } from '../support/fixtures.ts'
import { cursorKey } from '../support/frame-client.ts'
import { queueOpen, replay } from '../support/given.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'

/** Counts how often something was hashed. */
class CountingHasher extends TextHasher {
  count = 0
  override hash(text: string): bigint {
    this.count += 1
    return super.hash(text)
  }
}

const makeDigest = (order: readonly unknown[], hasher = new TextHasher(cursorKey)) => new ViewDigest(hasher, { order })
/** Returns the number of characters in the change. A stream can only remember a limited number of them. */
const change = (digest: ViewDigest, order: readonly unknown[]) => digest.update([['~', 'order', [[], [], []]]], { order })

test('[W65] lists in another order, and lists with one item more or less, have different digests', () => {
  const items = fc.uniqueArray(fc.oneof(fc.nat(9).map(String), fc.record({ entity: fc.nat(9) })), {
    selector: JSON.stringify,
    maxLength: 8,
  })
  fc.assert(
    fc.property(fc.array(items, { minLength: 2, maxLength: 12 }), (lists) => {
      const digest = makeDigest([])
      const seen = new Map<string, string>()
      for (const list of lists) {
        change(digest, list)
        const { cursor } = digest
        // The digest equals that of a list which was complete from the start and consists of other objects.
        expect(cursor).toBe(makeDigest(structuredClone(list)).cursor)
        const text = JSON.stringify(list)
        for (const [other, its] of seen) expect([text, other, its === cursor]).toEqual([text, other, text === other])
        seen.set(text, cursor)
      }
    }),
    { numRuns: 300 },
  )
})

test('[W65] in a list of a thousand, only items that came, went or moved are hashed', () => {
  const hasher = new CountingHasher(cursorKey)
  const ids = Array.from({ length: 1000 }, (_, index) => `entry-${index}`)
  const digest = makeDigest(ids, hasher)
  const countHashed = (order: readonly string[]) => {
    const before = hasher.count
    expect(change(digest, order)).toBeLessThan(300)
    return hasher.count - before
  }
  const others = (...gone: readonly string[]) => ids.filter((id) => !gone.includes(id))
  expect(countHashed([...ids, 'one more'])).toBe(2)
  expect(countHashed(others('entry-0'))).toBe(2)
  expect(countHashed(['entry-900', ...others('entry-0', 'entry-900')])).toBeLessThanOrEqual(3)
  expect(countHashed(ids)).toBeLessThanOrEqual(4)
  expect(countHashed(ids)).toBe(0)
})

test('[W65] no list that is sent contains an item twice', () => {
  const lists = [...partShapes].flatMap(([part, shape]) => (shape === 'list' ? [part] : []))
  expect(lists).toContain('order')
  fc.assert(
    fc.property(arbitraryRolls(60, 160), (rolls) => {
      const start = replay(queueOpen, createState())
      for (const { after } of playRolls(start, rolls))
        for (const audience of audiences) {
          const view = projectAudience(after, audience).view as AnyView
          for (const part of lists) {
            const texts = ((view[part] ?? []) as readonly unknown[]).map((item) => JSON.stringify(item))
            expect([part, texts.length]).toEqual([part, new Set(texts).size])
          }
        }
    }),
    { numRuns: 20 },
  )
})
