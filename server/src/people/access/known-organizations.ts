/** The organizations of a session, as its people are registered. They are offered to everybody who joins by code. */
import { createRequire } from 'node:module'
import type { KnownOrganization } from '@rostrum/shared/api/tickets'
import type { PeopleState } from '@rostrum/shared/contract/people'
import { foldName } from '@rostrum/shared/kernel/fold-name'
import { indexNames, type NameTable } from '@rostrum/shared/kernel/organization-names'
import { languageIds } from '@rostrum/shared/kernel/wording'

export const listKnownOrganizations = ({ organizations }: PeopleState): readonly KnownOrganization[] =>
  [...organizations.values()].map(({ name, group }) => ({ name, group }))

/**
 * Returns the name as it is registered, if somebody of that organization is there already: under this name, or under another known name of
 * the same State or organization, in any language. Otherwise returns it as it was typed.
 */
export const findKnownName = ({ organizations }: PeopleState, typed: string): string => {
  const folded = foldName(typed)
  const other = () => {
    const { codes, forms } = getNames()
    const code = codes.get(folded)
    return code === undefined ? undefined : forms.get(code)?.find((form) => organizations.has(form))
  }
  return (organizations.get(folded) ?? organizations.get(other() ?? ''))?.name ?? typed
}

/** The known names of States and organizations: the code of each folded form, and the folded forms of each code. */
type Names = { readonly codes: ReadonlyMap<string, string>; readonly forms: ReadonlyMap<string, readonly string[]> }
let names: Names | null = null

const getNames = (): Names => {
  names ??= loadNames()
  return names
}

const load = createRequire(import.meta.url)

const loadNames = (): Names => {
  const codes = indexNames(languageIds.map((id): NameTable => load(`@rostrum/shared/names/${id}.json`)))
  const forms = new Map<string, string[]>()
  for (const [form, code] of codes) forms.set(code, [...(forms.get(code) ?? []), form])
  return { codes, forms }
}

/** The panel is no organization. Nobody joins by its name. */
const panelNames: ReadonlySet<string> = new Set(
  ['Panel', 'The panel', 'Panélistes', 'Les panélistes', 'El panel', 'Дискуссионная группа', 'أعضاء حلقة النقاش', '专题小组'].map(foldName),
)
export const isPanelName = (typed: string): boolean => panelNames.has(foldName(typed))
