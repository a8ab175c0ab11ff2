/** Sends a short-lived message of this node to the other nodes again and again, and receives theirs. */
import type { NodeChannel } from '../store/store.ts'
import type { Logger } from '../telemetry/logger.ts'

/** Milliseconds between two messages, and the silence after which a node counts as lost. */
const [usualInterval, lifetime] = [1_000, 3_500]

export type HeartbeatPorts = {
  readonly nodes: NodeChannel
  readonly node: string
  readonly topic: string
  readonly makeMessage: () => string
  readonly onMessages: (messages: readonly string[]) => void
  readonly logger: Logger
  /** Milliseconds until the next message; a second where it is left out. */
  readonly getInterval?: () => number
}

export type Heartbeat = {
  /** Sends at once, without waiting for the interval. */
  readonly sendNow: () => void
  /** Sends no more. The other nodes then treat this node as lost. */
  readonly stop: () => void
}

export function startHeartbeat({
  nodes,
  node,
  topic,
  makeMessage,
  onMessages,
  logger,
  getInterval = () => usualInterval,
}: HeartbeatPorts): Heartbeat {
  let [isStopped, isFailing, isSending, mustResend, heardAt] = [false, false, false, false, performance.now()]
  let timer: NodeJS.Timeout | undefined

  const beat = async (): Promise<void> => {
    ;[isSending, mustResend] = [true, false]
    try {
      const messages = await nodes.exchange(topic, node, makeMessage(), lifetime)
      if (isStopped) return
      onMessages(messages)
      heardAt = performance.now()
      isFailing = false
    } catch (error) {
      if (isStopped) return
      if (!isFailing)
        logger.warn({ topic, reason: error instanceof Error ? error.message : String(error) }, 'other nodes cannot be reached')
      isFailing = true
      mustResend = false
      if (performance.now() - heardAt > lifetime) onMessages([])
    }
    isSending = false
    timer = setTimeout(beat, mustResend ? 0 : getInterval())
  }
  void beat()
  return {
    sendNow: () => {
      if (isStopped || isFailing) return
      mustResend = true
      if (isSending) return
      clearTimeout(timer)
      void beat()
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
