import type { NodeChannel } from '@rostrum/server/engine/store/store'

/** Keeps the messages of nodes as Redis does: the channel's contract holds for both. */
export class MemoryNodeChannel implements NodeChannel {
  /** The messages by topic and node. A test may remove one, as if it had expired. */
  readonly messages = new Map<string, { readonly topic: string; readonly text: string; readonly until: number }>()
  /** The number of times that nodes have asked. */
  count = 0

  async exchange(topic: string, node: string, text: string, lifetime: number): Promise<readonly string[]> {
    const [own, now] = [`${topic} ${node}`, performance.now()]
    this.count += 1
    this.messages.set(own, { topic, text, until: now + lifetime })
    return [...this.messages].flatMap(([key, one]) => (key !== own && one.topic === topic && one.until > now ? [one.text] : []))
  }
}
