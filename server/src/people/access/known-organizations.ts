/** The organizations of a session, as its people are registered. They are offered to everybody who joins by code. */
import { createRequire } from 'node:module'
import type { KnownOrganization } from '@rostrum/shared/api/tickets'
import { indexReadings, isHardToRead, isReadAs } from '@rostrum/shared/contract/name-reading'
import { readOrganization, removeFrame } from '@rostrum/shared/contract/office-titles'
import type { Organization, PeopleState } from '@rostrum/shared/contract/people'
import { foldName } from '@rostrum/shared/kernel/fold-name'
import { type KnownForms, makeKnownForms, type NameTable } from '@rostrum/shared/kernel/organization-names'
import { languageIds } from '@rostrum/shared/kernel/wording'

export const listKnownOrganizations = ({ organizations }: PeopleState): readonly KnownOrganization[] =>
  [...organizations.values()].map(({ name, group }) => ({ name, group }))

/**
 * Returns the name as it is registered, if somebody of that organization is there already: under this name, or under another known name of
 * the same State or organization, in any language. Otherwise returns it as it was typed.
 */
export const findKnownName = ({ organizations }: PeopleState, typed: string): string => {
  const { identify, listForms } = getKnownForms()
  const known = [foldName(typed), ...listForms(identify(typed))].flatMap((form) => organizations.get(form) ?? [])
  return known[0]?.name ?? typed
}

/** Remembered, because each of thousands of people who join is compared with all organizations. */
const readings = new WeakMap<Organization, string>()
const getReading = (organization: Organization): string => {
  const known = readings.get(organization) ?? readOrganization(organization.name)
  readings.set(organization, known)
  return known
}

/**
 * True if the secretariat has to look at a name: readers could mistake it for that of a registered organization, or its letters cannot be
 * compared with others.
 */
export const imitatesKnownName = ({ organizations }: Pick<PeopleState, 'organizations'>, typed: string): boolean => {
  if (isHardToRead(typed)) return true
  const { identify, listForms } = getKnownForms()
  const isKnown = (form: string) => (organizations.get(form)?.known ?? 0) > 0
  if ([typed, removeFrame(typed)].some((name) => listForms(identify(name)).some(isKnown))) return true
  const read = readOrganization(typed)
  if (read === '') return false
  const alike = [...organizations.values()].filter((one) => one.known > 0 && getReading(one).length === read.length).map(getReading)
  return alike.includes(read) || isReadAs(read, indexReadings(alike))
}

let forms: KnownForms | null = null

/** The known names of States and organizations, in all languages. They are loaded when they are needed first. */
export const getKnownForms = (): KnownForms => {
  forms ??= makeKnownForms(languageIds.map((id): NameTable => load(`@rostrum/shared/names/${id}.json`)))
  return forms
}

const load = createRequire(import.meta.url)

/** The panel is no organization. Nobody joins by its name. */
const panelNames: ReadonlySet<string> = new Set(
  ['Panel', 'The panel', 'Panélistes', 'Les panélistes', 'El panel', 'Дискуссионная группа', 'أعضاء حلقة النقاش', '专题小组'].map(foldName),
)
export const isPanelName = (typed: string): boolean => panelNames.has(foldName(typed))
