/** Tests that tell one story: each goes on from the state in which the one before has left the session. */
import { afterEach, beforeEach } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** The tests of this file cannot be run one by one. */
    isStory?: boolean
  }
}

/**
 * Call it in a `describe`, or at the top of a file. After a failure the rest of the story is not reached: it is skipped, so that the run names
 * the failure alone.
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
