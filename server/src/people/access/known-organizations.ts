/** The organizations of a session, as its people are registered. They are offered to everybody who joins by code. */
import { createRequire } from 'node:module'
import type { KnownOrganization } from '@rostrum/shared/api/tickets'
import { fold, isReadAs } from '@rostrum/shared/contract/name-reading'
import { readOrganization } from '@rostrum/shared/contract/office-titles'
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
const readings = new WeakMap<Organization, { readonly read: string; readonly folded: string }>()
const getReading = (organization: Organization) => {
  const known = readings.get(organization) ?? { read: readOrganization(organization.name), folded: fold(organization.name) }
  readings.set(organization, known)
  return known
}

/** True if readers could mistake a name for that of a registered organization. */
export const imitatesKnownName = ({ organizations }: PeopleState, typed: string): boolean => {
  const read = readOrganization(typed)
  const known = [...organizations.values()].filter((organization) => organization.known > 0).map(getReading)
  return known.some((one) => one.read !== '' && one.read === read) || isReadAs(typed, new Set(known.map(({ folded }) => folded)))
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
export const isPanelName = (typed: string): boolean => panelNames.has(foldName(typed)) || isReadAs(typed, panelNames)
