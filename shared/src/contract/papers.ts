/** Papers: the documents that a session has before it. Rostrum stores no files. A paper is the address at which it was published. */
import type { Wording } from '../kernel/wording.ts'
import type { SegmentId } from './ids.ts'

export type Paper = {
  readonly title: Wording
  /** As browsers write it, in ASCII, so that no part of it can look like another. */
  readonly address: string
  /** The agenda item that it belongs to. Null if it belongs to the whole session. */
  readonly segment: SegmentId | null
}

/** True if the address names no user. A user name could look like the host. */
export const namesNoUser = (address: string): boolean => !/^https:\/\/[^/?#]*@/.test(address)

/** The longest path that is shown. The host is always shown whole. */
const maxShownPath = 40

/** Returns the host and the path as people read them. A long path is cut. */
export function formatPaperAddress(address: string): string {
  const shown = address.replace(/^https:\/\//, '')
  const pathStart = shown.indexOf('/')
  const [host, path] = pathStart < 0 ? [shown, ''] : [shown.slice(0, pathStart), shown.slice(pathStart)]
  if (path === '/') return host
  return path.length > maxShownPath ? `${host}${path.slice(0, maxShownPath)}…` : host + path
}
