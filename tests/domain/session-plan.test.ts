/** The plan, replaced before the session has started. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { State } from '@rostrum/shared/contract/registry'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { extractPlan, replacePlan } from '@rostrum/shared/domain/session/plan'
import { minutes, seconds } from '@rostrum/shared/kernel/time'
import { expect, test } from 'vitest'
import { noon, plan } from '../support/fixtures.ts'
import { command, openSession, replay } from '../support/given.ts'

const [firstSegment, ...otherSegments] = plan.segments
if (!firstSegment) throw new Error('the plan has no segments')
const otherPlan = {
  ...plan,
  title: 'Another title',
  walkIns: !plan.walkIns,
  segments: [{ ...firstSegment, title: 'Welcome', length: minutes(5) }, ...otherSegments],
  floor: { ...plan.floor, order: 'rotate', limits: { ...plan.floor.limits, everyone: seconds(90) } },
  questions: { ...plan.questions, moderation: 'none', length: 140 },
} as const

test('[S9] the whole plan is replaced, and registered people stay', () => {
  const before = replay([])
  const decision = replacePlan(before, otherPlan)
  if (!decision.ok) throw new Error(decision.reason)
  const after = evolveAll(before, decision.events, noon)
  expect(extractPlan(after)).toEqual(otherPlan)
  expect(after.people).toBe(before.people)
})

test('[S9] a group with registered people cannot be removed', () => {
  const without = (id: string) => ({ ...plan, groups: plan.groups.filter((group) => group.id !== (id as GroupId)) })
  expect(replacePlan(replay([]), without('civil'))).toEqual({ ok: false, reason: 'group-in-use' })
  const more = { ...plan, groups: [...plan.groups, { id: 'media' as GroupId, label: 'Media', short: 'Media', mark: 'square' as const }] }
  expect(replacePlan(replay([]), more).ok).toBe(true)
})

test('[S9] the plan of a session that has started cannot be replaced', () => {
  expect(replacePlan(replay([openSession]), otherPlan)).toEqual({ ok: false, reason: 'session-started' })
})

test('[X69] another plan keeps the addresses of caption languages that remain, and ends those of the others', () => {
  const tag = (language: string) => language as SpokenLanguage
  const withCaptions = (...languages: readonly string[]): Plan => ({
    ...otherPlan,
    captions: { kept: false, delay: seconds(2), languages: languages.map(tag) },
  })
  const apply = (before: State, plan: Plan): State => {
    const decision = replacePlan(before, plan)
    if (!decision.ok) throw new Error(decision.reason)
    return evolveAll(before, decision.events, noon)
  }
  const start = replay([
    command('desk', 'captions.add', { language: tag('fr') }),
    command('desk', 'captions.renew', { language: tag('fr') }),
    command('desk', 'captions.add', { language: tag('en') }),
  ])
  expect(extractPlan(start).captions).toEqual({ kept: true, delay: seconds(4), languages: ['fr', 'en'] })
  const planned = apply(start, withCaptions('de', 'fr'))
  expect(planned.captions).toMatchObject({ kept: false, delay: seconds(2) })
  expect(planned.captions.tracks).toEqual([
    { language: 'de', renewals: 0 },
    { language: 'fr', renewals: 1 },
  ])
  expect(extractPlan(planned).captions).toEqual(withCaptions('de', 'fr').captions)
  // A language that returns gets a new address.
  expect(apply(planned, withCaptions('en')).captions.tracks).toEqual([{ language: 'en', renewals: 1 }])
  expect(apply(apply(planned, withCaptions()), withCaptions('fr')).captions.tracks).toEqual([{ language: 'fr', renewals: 2 }])
})
