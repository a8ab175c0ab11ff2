/** Keeps telling the other nodes what is to be known here for a moment, and hears what they tell. */
import type { Nearby } from '../store/store.ts'
import type { Logger } from '../telemetry/logger.ts'

/** A node that has said nothing for so long is lost. */
const [every, lifetime] = [1_000, 3_500]

export type CompanyPorts = {
  readonly nearby: Nearby
  readonly node: string
  readonly topic: string
  readonly say: () => string
  readonly hear: (said: readonly string[]) => void
  readonly logger: Logger
}

export type Company = {
  /** At once, and not only when it is due. */
  readonly tell: () => void
  /** This node is lost to the others then, as if it had been stopped. */
  readonly leave: () => void
}

export function keepCompany({ nearby, node, topic, say, hear, logger }: CompanyPorts): Company {
  let [stopped, failing, telling, again, heardAt] = [false, false, false, false, performance.now()]
  let timer: NodeJS.Timeout | undefined

  const beat = async (): Promise<void> => {
    ;[telling, again] = [true, false]
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
      again = false
      if (performance.now() - heardAt > lifetime) hear([])
    }
    telling = false
    timer = setTimeout(beat, again ? 0 : every)
  }
  void beat()
  return {
    tell: () => {
      if (stopped || failing) return
      again = true
      if (telling) return
      clearTimeout(timer)
      void beat()
    },
    leave: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
