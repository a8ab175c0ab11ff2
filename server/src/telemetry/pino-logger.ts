/** What happens is noted with ids, never with text, tickets or links. */
import { type DestinationStream, type Logger, pino } from 'pino'

/** A second fence: nothing is logged under these names, but should it ever be, it does not get out. */
const secret = ['authorization', 'body', 'headers', 'link', 'ticket', 'secret', 'code', 'url']

export const openLogger = (to: DestinationStream): Logger =>
  pino({ level: 'info', base: null, redact: secret.flatMap((name) => [name, `*.${name}`]) }, to)

/** Standard error, written at once, so that the last line before an end is there. */
export const standardError = (): DestinationStream => pino.destination({ fd: 2, sync: true })
