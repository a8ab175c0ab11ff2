/** Texts of the templates in a language that is added to a plan. */
import { type PlanDraft, toPlanDraft } from '@rostrum/client/features/planning/model/draft'
import { setFirstLanguage, toggleLanguage, writeTranslation } from '@rostrum/client/features/planning/model/draft-translations'
import { readDraft } from '@rostrum/client/features/planning/model/read-draft'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import { toPlanFile } from '@rostrum/server/services/template/write-plan'
import { templates } from '@rostrum/shared/contract/templates'
import { languageIds, listLanguages, type Wording } from '@rostrum/shared/kernel/wording'
import { describe, expect, test } from 'vitest'

const others = languageIds.filter((id) => id !== 'en')
const listOthers = (text: Wording) => listLanguages(text).filter((id) => id !== 'en')
const openInEnglish = (name: (typeof templates)[number]) => setFirstLanguage(toPlanDraft(toPlanFile(loadTemplate(name))), 'en')
const save = (draft: PlanDraft) => {
  const reading = readDraft(draft)
  if (!reading.ok) throw new Error(JSON.stringify([...reading.errors]))
  return reading.plan
}

describe('[V315] in an added language', () => {
  test.each(templates)('names of groups and titles of items are there at once, in their bounds: %s', (name) => {
    const { groups, segments } = save(others.reduce<PlanDraft>(toggleLanguage, openInEnglish(name)))
    for (const text of groups.flatMap(({ label, short = [] }) => [label, short].flat())) expect(listOthers(text)).toEqual(others)
    for (const { kind, title } of segments) if (kind !== 'topic') expect([title, listOthers(title)]).toEqual([title, others])
  })

  test('a text that was typed stays', () => {
    const typed = writeTranslation(openInEnglish('wsis-at-20'), 'fr', 'groups.government.label', 'États')
    expect(save(toggleLanguage(typed, 'fr')).groups[0]?.label).toEqual({ en: 'Governments', fr: 'États' })
  })
})
