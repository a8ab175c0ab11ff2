/** The contract of every channel over which nodes exchange messages. */
import type { NodeChannel } from '@rostrum/server/engine/store/store'
import { describe, expect, test } from 'vitest'

/** Listens, and resolves once messages arrive. */
export async function listen(channel: NodeChannel): Promise<{ readonly heard: string[]; readonly stop: () => void }> {
  const heard: string[] = []
  const stop = channel.subscribe((message) => heard.push(message))
  const isHeard = async () => {
    await channel.publish('?')
    return heard.length
  }
  await expect.poll(isHeard, { interval: 20, timeout: 10_000 }).toBeGreaterThan(0)
  await publishAndWait(channel, 'begin', heard)
  heard.length = 0
  return { heard, stop }
}

const publishAndWait = async (channel: NodeChannel, message: string, heard: readonly string[]) => {
  await channel.publish(message)
  await expect.poll(() => heard).toContain(message)
}

export function describeNodeChannel(what: string, open: () => Promise<NodeChannel>): void {
  describe(`node channel contract: ${what}`, () => {
    test('[P19] a listener gets every message in its order, even its own, and nothing from before or after', async () => {
      const channel = await open()
      const one = await listen(channel)
      await channel.publish('before')
      const two = await listen(channel)
      const sent = Array.from({ length: 50 }, (_, index) => `{"said":"وفد ${index}"}`)
      await Promise.all(sent.map((message) => channel.publish(message)))
      await expect.poll(() => two.heard).toEqual(sent)
      expect(one.heard.slice(-50)).toEqual(sent)
      expect(one.heard).toContain('before')
      two.stop()
      await publishAndWait(channel, 'after', one.heard)
      expect(two.heard).toEqual(sent)
      one.stop()
    })
  })
}
