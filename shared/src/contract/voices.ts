/**
 * The name in which a request counts. Somebody who joined by code under the name of a registered organization counts alone until the staff
 * confirm them, so that nobody can use up the turns of an organization by naming it.
 */
import type { PersonId } from './ids.ts'
import type { FloorGiven, QueueState, Speaker } from './queue.ts'

type Confirmed = Pick<QueueState, 'confirmed'>
type Named = Pick<Speaker, 'entity' | 'person' | 'claims'>

const separator = '\n'

/** Returns the name of the organization, or for a claim a name of its own. */
export const getVoice = ({ confirmed }: Confirmed, { entity, person, claims }: Named): string =>
  claims === true && person !== null && !confirmed.includes(person) ? `${entity}${separator}${person}` : entity

/** True if the voice is that of the organization, or of somebody who claims it. */
export const namesEntity = (voice: string, entity: string): boolean => voice === entity || voice.startsWith(`${entity}${separator}`)

/** Returns the organization that the person claims by this voice. Undefined for any other voice. */
export const readClaim = (voice: string, person: PersonId): string | undefined =>
  voice.endsWith(`${separator}${person}`) ? voice.slice(0, -separator.length - person.length) : undefined

/** Returns the people of a request who only claim their organizations, for the record of a floor. */
export const listClaimants = (speakers: readonly Named[]): Pick<FloorGiven, 'claimants'> =>
  speakers.some(({ claims }) => claims) ? { claimants: speakers.map(({ claims, person }) => (claims ? person : null)) } : {}

/** Returns the voices that were heard by a floor. */
export const listVoices = (queue: Confirmed, { entities, claimants }: FloorGiven): readonly string[] =>
  claimants === undefined
    ? entities
    : entities.map((entity, index) => {
        const person: PersonId | null = claimants[index] ?? null
        return getVoice(queue, { entity, person, ...(person === null ? {} : { claims: true }) })
      })
