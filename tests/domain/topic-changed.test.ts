/** A request that waits while the Chair goes on to another topic. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { command, given, join, queueOpen, toEntryId } from '../support/given.ts'

describe('a request from an earlier topic', () => {
  const goOn = command('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId })
  const waiting = [...queueOpen, join('gov-1')]
  const mine = { entry: toEntryId('gov-1') }

  test('[Q44] keeps its place, and its owner keeps it for the new topic', () => {
    const after = given([...waiting, goOn])
      .when('queue.keep-place', mine, 'gov-1')
      .then([{ type: 'queue.place-kept', data: { ...mine, segment: 'topic' as SegmentId } }])
    expect(after.queue.order.map(({ entry }) => entry)).toEqual([mine.entry])
    expect(after.queue.entries.get(mine.entry)?.segment).toBe('topic')
  })

  test('[Q44] is kept by its owner alone; on the same topic nothing changes', () => {
    given(waiting).when('queue.keep-place', mine, 'gov-1').thenNothing()
    given([...waiting, goOn])
      .when('queue.keep-place', mine, 'civil-1')
      .thenRefused('forbidden')
    given([...waiting, goOn])
      .when('queue.keep-place', mine, 'chair')
      .thenRefused('forbidden')
    given(queueOpen).when('queue.keep-place', mine, 'gov-1').thenRefused('forbidden')
  })
})
