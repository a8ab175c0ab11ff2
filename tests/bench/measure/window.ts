/**
 * Measures between two points in time. It reports the server's processor time, the frames and bytes at the screens, and how busy this
 * process was.
 */
import { traffic } from '../client/raw-socket.ts'
import type { MeasuredProcess } from '../servers/measured-process.ts'

export type WindowFigures = {
  /** The processor milliseconds of the server. */
  readonly cpu: number
  readonly frames: number
  readonly bytes: number
  readonly ms: number
  /**
   * The share of the time in which this process was busy. Near 1, the measured times are those of the load generator and not of the server.
   */
  readonly busy: number
}

export function openWindow(server: Pick<MeasuredProcess, 'readCpu'>): () => WindowFigures {
  const [cpu, frames, bytes, began, own] = [server.readCpu(), traffic.frames, traffic.bytes, performance.now(), process.cpuUsage()]
  return () => {
    const ms = performance.now() - began
    const { user, system } = process.cpuUsage(own)
    return {
      cpu: server.readCpu() - cpu,
      frames: traffic.frames - frames,
      bytes: traffic.bytes - bytes,
      ms,
      busy: (user + system) / 1000 / ms,
    }
  }
}
