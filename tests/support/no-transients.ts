/** For a fanout of which nothing is sent but the state and the presence. */
import type { Transients } from '@rostrum/server/fanout/transients'

export const noTransients: Transients = { ofAudience: () => ({}), ofPerson: () => ({}), onChange: () => () => undefined }
