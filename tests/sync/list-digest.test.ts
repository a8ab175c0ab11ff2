/** The digest of long lists: what it tells apart, and what a change of them costs. */
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

/** How often something was hashed. */
class CountingHasher extends TextHasher {
  count = 0
  override hash(text: string): bigint {
    this.count += 1
    return super.hash(text)
  }
}

const makeDigest = (order: readonly unknown[], hasher = new TextHasher(cursorKey)) => new ViewDigest(hasher, { order })
/** Returns how many letters the change has, which a stream may only remember so many of. */
const change = (digest: ViewDigest, order: readonly unknown[]) => digest.update([['~', 'order', [[], [], []]]], { order })

test('[W65] lists of the same items in another order, and lists with one more or less, have other digests', () => {
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
        // The same as that of a list which was there at once, made of other objects.
        expect(cursor).toBe(makeDigest(structuredClone(list)).cursor)
        const text = JSON.stringify(list)
        for (const [other, its] of seen) expect([text, other, its === cursor]).toEqual([text, other, text === other])
        seen.set(text, cursor)
      }
    }),
    { numRuns: 300 },
  )
})

test('[W65] of a list of a thousand, what came, went or moved is hashed, and nothing else', () => {
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

test('[W65] no item is twice in a list that is sent', () => {
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
