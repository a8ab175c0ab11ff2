/** The people on a printed list or on cards. */
import type { Group } from '@rostrum/shared/contract/plan'
import type { Wording } from '@rostrum/shared/kernel/wording'
import type { RosterRow } from '../roster-types.ts'

type PrintedPerson = Pick<RosterRow, 'person' | 'number' | 'entity' | 'name' | 'group' | 'channel'> & { readonly url: string | null }
export type PrintedPeople = { readonly title: Wording; readonly groups: readonly Group[]; readonly people: readonly PrintedPerson[] }
