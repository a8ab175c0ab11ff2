/** The people whom the Chair's sentences name, in their unusual forms. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import { allPeople } from './fixtures.ts'

/** The names of the fixtures, and what stands for them: names that are not said as they are written, and one that is not known. */
const names: Readonly<Record<string, string>> = {
  'Delegation 1': 'Bolivia (Plurinational State of)',
  'Delegation 2': 'European Union and its member States',
  'Organization 1': 'Office of the United Nations High Commissioner for Human Rights',
  'Company 1': 'IT for Change',
}
export const scriptPeople: readonly Admission[] = [
  ...allPeople.map((person) => ({ ...person, entity: names[person.entity] ?? person.entity })),
  { person: 'expert' as PersonId, role: 'panellist', entity: 'WHO', group: null, channel: 'room' },
]
