/** Keeps telling the other nodes what is to be known here for a moment, and hears what they tell. */
import type { Nearby } from '../store/store.ts'
import type { Logger } from './logger.ts'

/** A node that has said nothing for so long is lost. */
const [every, lifetime] = [1_000, 3_500]

export type Company = {
  readonly nearby: Nearby
  readonly node: string
  readonly topic: string
  readonly say: () => string
  readonly hear: (said: readonly string[]) => void
  readonly logger: Logger
}

/** Returns a function that ends it; this node is lost to the others then, as if it had been stopped. */
export function keepCompany({ nearby, node, topic, say, hear, logger }: Company): () => void {
  let [stopped, failing, heardAt] = [false, false, performance.now()]
  let timer: NodeJS.Timeout | undefined

  const beat = async (): Promise<void> => {
    try {
      const said = await nearby.tell(topic, node, say(), lifetime)
      if (stopped) return
      hear(said)
      heardAt = performance.now()
      failing = false
    } catch (error) {
      if (stopped) return
      if (!failing) logger.warn({ topic, why: error instanceof Error ? error.message : String(error) }, 'other nodes are not heard')
      failing = true
      if (performance.now() - heardAt > lifetime) hear([])
    }
    timer = setTimeout(beat, every)
  }
  void beat()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
