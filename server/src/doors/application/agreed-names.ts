import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Roster } from '../../people/roster/roster.ts'
import type { AgreedNames } from '../../services/record/participants.ts'

/** Reads the names of those who agreed that the record gives them. */
export const readAgreedNames = async (roster: Pick<Roster, 'list'>, session: SessionId): Promise<AgreedNames> =>
  new Map(
    [...(await roster.list(session))].flatMap(([person, { name, nameInRecord }]) =>
      nameInRecord === true && name !== null ? [[person, name]] : [],
    ),
  )
