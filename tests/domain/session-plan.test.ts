/** The plan, changed before anything has begun. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { planIn, replan } from '@rostrum/shared/domain/session/decide'
import { minutes, seconds } from '@rostrum/shared/kernel/time'
import { expect, test } from 'vitest'
import { noon, plan } from '../support/fixtures.ts'
import { open, stateAfter } from '../support/given.ts'

const [first, ...others] = plan.segments
if (!first) throw new Error('the plan has no segments')
const other = {
  ...plan,
  title: 'Another title',
  walkIns: !plan.walkIns,
  segments: [{ ...first, title: 'Welcome', length: minutes(5) }, ...others],
  floor: { ...plan.floor, order: 'rotate', limits: { ...plan.floor.limits, everyone: seconds(90) } },
  questions: { ...plan.questions, moderation: 'none', length: 140 },
} as const

test('[S9] all of the plan is as it is said now, and whoever is registered stays', () => {
  const before = stateAfter([])
  const decision = replan(before, other)
  if (!decision.ok) throw new Error(decision.why)
  const after = evolveAll(before, decision.events, noon)
  expect(planIn(after)).toEqual(other)
  expect(after.people).toBe(before.people)
})

test('[S9] a group of which somebody is registered stays', () => {
  const without = (id: string) => ({ ...plan, groups: plan.groups.filter((group) => group.id !== (id as GroupId)) })
  expect(replan(stateAfter([]), without('civil'))).toEqual({ ok: false, why: 'group-in-use' })
  const more = { ...plan, groups: [...plan.groups, { id: 'media' as GroupId, label: 'Media', short: 'Media', mark: 'square' as const }] }
  expect(replan(stateAfter([]), more).ok).toBe(true)
})

test('[S9] what has begun is not planned anew', () => {
  expect(replan(stateAfter([open]), other)).toEqual({ ok: false, why: 'session-begun' })
})
