import { z } from 'zod'
import { buttonNames } from '../contract/buttons.ts'
import { rejections } from '../contract/rejections.ts'
import { commandSchema, commandTypes } from './commands.ts'
import { instantSchema, personIdTextSchema, sessionParamsSchema } from './fields.ts'
import { emptyAnswer, fileAnswer, jsonAnswer, type OperationTable } from './operation.ts'

/** The server describes the parts of the view in the document, under the name of its schema. */
const makeStreamSchema = (view: 'AudienceView' | 'PersonView') =>
  z.object({
    cursor: z.string().describe('Equal cursors mean that the same is held, apart from `presence`.'),
    at: instantSchema,
    view: z.record(z.string(), z.unknown()).meta({ id: view }),
  })

export const actingOperations = {
  'POST /api/sessions/:id/commands': {
    id: 'sendCommand',
    tag: 'Acting',
    summary: 'Send a command, as over a socket',
    about:
      'The sender makes the id, from at least 128 random bits. Repeat a command with the same id until it is answered, over HTTP or over a socket: it takes effect once, and every repeat gets the first answer. Credits are shared with the sockets of the same person.',
    access: 'acting',
    params: sessionParamsSchema,
    body: commandSchema,
    answers: { 200: jsonAnswer('It took effect, now or before.', z.object({ ok: z.literal(true) })) },
    refusals: ['too-fast', ...rejections],
  },
  'POST /api/sessions/:id/buttons/:button': {
    id: 'pressButton',
    tag: 'Acting',
    summary: 'Press a button of a control surface',
    about:
      'For programs that know nothing of the session and send the same request each time. The server makes the command from what is so at this moment. `call-next`, `end` and `next-item` are refused with `conflict` within two seconds of the last change of the floor, so that a second press does not hit the next speaker. docs/buttons.md says what each does.',
    access: 'acting',
    params: sessionParamsSchema.extend({ button: z.enum(buttonNames) }),
    body: z.unknown(),
    answers: { 200: jsonAnswer('It took effect.', z.object({ ok: z.literal(true), did: z.enum(commandTypes).describe('The command.') })) },
    refusals: ['too-fast', ...rejections],
  },
  'GET /api/sessions/:id/view': {
    id: 'readView',
    tag: 'Acting',
    summary: 'What the screens of this person show',
    about: 'The `ETag` changes when anything but `presence` does. It is at most a moment older than the answer to a command.',
    access: 'acting',
    params: sessionParamsSchema,
    answers: {
      200: jsonAnswer(
        'Both streams: what all see who have this role, and the person’s own.',
        z.object({ person: personIdTextSchema, audience: makeStreamSchema('AudienceView'), own: makeStreamSchema('PersonView') }),
      ),
      304: emptyAnswer('Nothing has changed since the `ETag` that was sent as `If-None-Match`.'),
    },
  },
  'GET /api/sessions/:id/events': {
    id: 'followView',
    tag: 'Acting',
    summary: 'Follow a session by server-sent events',
    about:
      'The data of each event `frame` is a `Frame`, and docs/protocol.md says how to apply it. A client that sends the last id as `Last-Event-ID` gets what it missed. A client that does not read is disconnected.',
    access: 'acting',
    params: sessionParamsSchema,
    answers: { 200: fileAnswer('text/event-stream', 'Events, until one of both ends the connection.') },
  },
} as const satisfies OperationTable
