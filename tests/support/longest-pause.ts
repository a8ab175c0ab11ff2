/**
 * Returns the longest time in which the event loop did nothing else, which others notice as a delay. Time in which the machine gave the
 * processor to other programs does not count.
 */
export async function measureLongestPause<T>(act: () => Promise<T>): Promise<readonly [longest: number, result: T]> {
  const getCpuTime = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1_000
  let [longest, wall, cpu] = [0, performance.now(), getCpuTime()]
  const pulse = setInterval(() => {
    longest = Math.max(longest, Math.min(performance.now() - wall, getCpuTime() - cpu))
    ;[wall, cpu] = [performance.now(), getCpuTime()]
  }, 1)
  const result = await act()
  clearInterval(pulse)
  return [Math.round(longest), result]
}
