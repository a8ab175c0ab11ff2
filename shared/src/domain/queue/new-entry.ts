/** New entries, with default values. */

import type { EntryId } from '../../contract/ids.ts'
import { ordinaryKind } from '../../contract/kinds.ts'
import type { Person } from '../../contract/people.ts'
import type { Entry, Speaker } from '../../contract/queue.ts'
import type { Context, State } from '../../contract/registry.ts'
import type { SpokenLanguage } from '../../contract/spoken-language.ts'

export const toSpeaker = ({ id, entity, number, group, channel, walkIn }: Person, nameId: EntryId | null = null): Speaker => ({
  person: id,
  entity,
  nameId,
  number,
  group,
  channel,
  ...(walkIn === 'claims' ? { claims: true } : {}),
})

/** Returns the language field of an entry or a turn. Absent if no language was specified. */
export const saySpoken = (language: SpokenLanguage | null | undefined): { readonly language?: SpokenLanguage } =>
  language ? { language } : {}

/** Returns the entry or the turn with this language. */
export const withLanguage = <Spoken extends { readonly language?: SpokenLanguage }>(
  { language: _, ...rest }: Spoken,
  language: SpokenLanguage | null | undefined,
): Spoken => ({ ...rest, ...saySpoken(language) }) as Spoken

type NewEntryFields = Pick<Entry, 'id' | 'kind' | 'speaker' | 'askedAt' | 'sequence' | 'requestChannel' | 'segment' | 'language'>

export const createEntry = (fields: NewEntryFields): Entry => ({
  ...fields,
  topic: null,
  note: null,
  ready: false,
  held: false,
  missedCalls: 0,
  declinedAt: null,
  timesOvertaken: 0,
  pin: null,
  deferredTo: null,
  swapOfferedTo: null,
  programmeRank: null,
  limit: null,
  onBehalfOf: [],
})

/** Creates an entry for a person who gets the floor without having asked. */
export const createDirectEntry = ({ agenda, queue }: State, person: Person, spoken: Pick<Entry, 'language'>, { at, id }: Context): Entry =>
  createEntry({
    ...spoken,
    id: id as string as EntryId,
    kind: ordinaryKind,
    speaker: toSpeaker(person),
    askedAt: at,
    sequence: queue.requests.length,
    requestChannel: person.channel,
    segment: agenda.current,
  })
