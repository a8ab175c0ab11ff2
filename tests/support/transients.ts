/** The parts of views that are sent in addition to the state of the session, and are in no log. */
import type { Transients } from '@rostrum/server/engine/fanout/transients'
import { transientParts } from '@rostrum/shared/projection/registry'

/** For a fanout that sends nothing but the state and the presence. */
export const noTransients: Transients = { ofAudience: () => ({}), ofPerson: () => ({}), onChange: () => () => undefined }

/** Returns the parts of a view that are in the log. */
export const dropTransients = (view: object | null | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(view ?? {}).filter(([part]) => !Object.hasOwn(transientParts, part)))
