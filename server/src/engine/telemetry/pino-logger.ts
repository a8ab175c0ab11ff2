/** Log messages contain ids, never texts of people, tickets or links. */
import { type DestinationStream, type Logger, pino } from 'pino'

/** A second protection: nothing should be logged under these names, but if it is, the value is removed. */
const redactedNames = ['authorization', 'body', 'headers', 'link', 'ticket', 'secret', 'code', 'url']

export const createLogger = (to: DestinationStream): Logger =>
  pino({ level: 'info', base: null, redact: redactedNames.flatMap((name) => [name, `*.${name}`]) }, to)

/** Standard error, written synchronously, so that the last message before the process ends is not lost. */
export const openStandardError = (): DestinationStream => pino.destination({ fd: 2, sync: true })
