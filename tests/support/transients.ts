/** What is sent in addition to the state of the session, and is in no log. */
import type { Transients } from '@rostrum/server/engine/fanout/transients'
import type { SenseTransients } from '@rostrum/shared/projection/sense'

/** For a fanout of which nothing is sent but the state and the presence. */
export const noTransients: Transients = { ofAudience: () => ({}), ofPerson: () => ({}), onChange: () => () => undefined }

const transientParts: Readonly<Record<'presence' | keyof SenseTransients, true>> = {
  presence: true,
  participation: true,
  presentResponders: true,
  myResponse: true,
  promptResult: true,
}

/** The parts of a view that are in the log. */
export const dropTransients = (view: object | null | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(view ?? {}).filter(([part]) => !Object.hasOwn(transientParts, part)))
