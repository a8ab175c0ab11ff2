/** Lets tests tell one story: each continues from the state in which the previous one left the session. */
import { afterEach, beforeEach } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** Whether the tests of this file depend on each other, so that none can be run alone. */
    isStory?: boolean
  }
}

/**
 * Call it in a `describe`, or at the top of a file. After a failure the rest of the story is skipped as not reached. So the run names the
 * failure alone.
 */
export function tellStory(): void {
  let failed: string | null = null
  beforeEach(({ skip, task }) => {
    task.meta.isStory = true
    if (failed !== null) skip(`not reached, because "${failed}" failed`)
  })
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') failed ??= task.name
  })
}
