/** Says in words, for monitoring, whether the clock of this machine is the clock that the other nodes and the sessions have. */

/** Differences up to this many milliseconds are not reported. */
const maxSkew = 1_000

/**
 * `correction`: how far, in milliseconds, the other nodes are ahead of this machine. `sessions`: how far each open session is ahead of this
 * node. Both are negative if they are behind.
 */
export function describeClock(correction: number, sessions: readonly number[]): string {
  if (Math.abs(correction) > maxSkew) return `${formatDifference(-correction)} the other nodes, whose time this node has`
  const farthest = sessions.reduce((far, one) => (Math.abs(one) > Math.abs(far) ? one : far), 0)
  return Math.abs(farthest) > maxSkew ? `${formatDifference(-farthest)} a session, which goes on at its own time` : 'in step'
}

const formatDifference = (ahead: number): string => `${Math.round(Math.abs(ahead) / 1_000)} seconds ${ahead > 0 ? 'ahead of' : 'behind'}`
