/** The parts of views that are sent in addition to the state of the session, and are in no log. */
import type { Transients } from '@rostrum/server/engine/fanout/transients'
import type { SenseTransients } from '@rostrum/shared/projection/sense'

/** For a fanout that sends nothing but the state and the presence. */
export const noTransients: Transients = { ofAudience: () => ({}), ofPerson: () => ({}), onChange: () => () => undefined }

const transientParts: Readonly<Record<'presence' | keyof SenseTransients, true>> = {
  presence: true,
  participation: true,
  presentResponders: true,
  myResponse: true,
  promptResult: true,
}

/** Returns the parts of a view that are in the log. */
export const dropTransients = (view: object | null | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(view ?? {}).filter(([part]) => !Object.hasOwn(transientParts, part)))
