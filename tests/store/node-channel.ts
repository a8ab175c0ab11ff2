/** The contract of every channel over which nodes exchange messages. */
import type { NodeChannel } from '@rostrum/server/engine/store/store'
import { describe, expect, test } from 'vitest'

const long = 60_000

export function describeNodeChannel(what: string, open: () => Promise<NodeChannel>): void {
  describe(`node channel contract: ${what}`, () => {
    test('[P19] a node gets the last message of each other node under the same topic, and none of its own', async () => {
      const channel = await open()
      expect(await channel.exchange('a', 'one', 'first', long)).toEqual([])
      expect(await channel.exchange('a', 'two', '{"said":"وفد"}', long)).toEqual(['first'])
      expect(await channel.exchange('a', 'one', 'second', long)).toEqual(['{"said":"وفد"}'])
      expect([...(await channel.exchange('a', 'three', '', long))].sort()).toEqual(['second', '{"said":"وفد"}'])
      expect(await channel.exchange('b', 'one', 'elsewhere', long)).toEqual([])
      expect([...(await channel.exchange('a', 'two', 'last', long))].sort()).toEqual(['', 'second'])
    })

    test('[P19] a message expires after its lifetime, and the node is heard again with its next message', async () => {
      const channel = await open()
      await channel.exchange('c', 'short', 'soon gone', 5)
      await expect.poll(() => channel.exchange('c', 'one', 'here', long), { interval: 2 }).toEqual([])
      expect(await channel.exchange('c', 'short', 'back', long)).toEqual(['here'])
      expect(await channel.exchange('c', 'one', 'here', long)).toEqual(['back'])
    })
  })
}
