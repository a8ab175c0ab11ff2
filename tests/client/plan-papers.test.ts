/** The documents of a plan in the editor. */
import { comparePlans } from '@rostrum/client/features/planning/model/differences'
import { type PlanDraft, toPlanDraft } from '@rostrum/client/features/planning/model/draft'
import * as change from '@rostrum/client/features/planning/model/draft-edits'
import { parseServerErrors } from '@rostrum/client/features/planning/model/error-places'
import { readDraft } from '@rostrum/client/features/planning/model/read-draft'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import { toPlanFile } from '@rostrum/server/services/template/write-plan'
import { type PlanFile, planFileSchema } from '@rostrum/shared/contract/plan'
import { expect, test } from 'vitest'

const modelPlan = toPlanFile(loadTemplate('wsis-at-20'))
const fullPlan: PlanFile = planFileSchema.parse({
  ...modelPlan,
  papers: [
    { title: 'A paper', address: 'https://docs.example/1' },
    { title: { en: 'B', fr: 'C' }, address: 'https://docs.example/2', segment: modelPlan.segments[1]?.id },
  ],
})

const requirePlan = (one: PlanDraft): PlanFile => {
  const reading = readDraft(one)
  if (!reading.ok) throw new Error(JSON.stringify([...reading.errors]))
  return reading.plan
}

test('[V340] a document follows its item, loses its texts with itself, and stays when the item is removed', () => {
  const full = toPlanDraft(fullPlan)
  const key = change.makeKey(full.segments)
  const more = change.updatePaper(change.updateSegment(change.addSegment(full, key), key, { title: 'New item' }), '0', { segment: key })
  expect(requirePlan(more).papers[0]).toEqual({ title: 'A paper', address: 'https://docs.example/1', segment: 'new-item' })
  expect(requirePlan(change.removeSegment(more, key)).papers[0]).toEqual({ title: 'A paper', address: 'https://docs.example/1' })
  expect(requirePlan(change.movePaper(full, '1', -1)).papers[0]).toMatchObject({ title: { en: 'B', fr: 'C' } })
  expect(full.translations['fr.papers.1.title']).toBe('C')
  expect(Object.keys(change.removePaper(full, '1').translations)).not.toContain('fr.papers.1.title')
  expect(comparePlans(full, more).map(({ part, of, field, now }) => [part, of, field, now])).toEqual([
    ['agenda', 'New item', 'all', 'New item'],
    ['papers', 'A paper', 'segment', 'New item'],
  ])
  const { errors } = parseServerErrors({ faults: ['papers.1.address: not an https address', 'papers.1.title.fr: is empty'] }, full)
  expect([...errors]).toEqual([
    ['papers.1.address', { kind: 'paper' }],
    ['translations.fr.papers.1.title', { kind: 'empty' }],
  ])
})
