import { z } from 'zod'
import { buttonNames } from '../contract/buttons.ts'
import { sessionPhases } from '../contract/enums.ts'
import { turnKinds } from '../contract/kinds.ts'
import { rejections } from '../contract/rejections.ts'
import { commandSchema, commandTypes } from './commands.ts'
import { channelSchema, instantSchema, personIdTextSchema, sessionParamsSchema } from './fields.ts'
import { emptyAnswer, fileAnswer, jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'

/** The server describes the parts of the view in the document, under the name of its schema. */
const makeStreamSchema = (view: 'AudienceView' | 'PersonView') =>
  z.object({
    cursor: z.string().describe('Equal cursors mean that the same is held, apart from `presence`.'),
    at: instantSchema,
    view: z.record(z.string(), z.unknown()).meta({ id: view }),
  })

const nameSchema = z.object({
  name: z.string().describe('Of the organization or delegation.'),
  group: z.string().nullable(),
  channel: channelSchema.nullable(),
  language: z.string().nullable(),
  toConfirm: z.boolean().describe('The speaker claimed the organization, and nobody has confirmed it. Show it with the name.'),
})

/** One table without lists, for graphics of one's own. A field is never renamed or removed without a new version. */
const pictureSchema = z
  .object({
    version: z.literal(1),
    at: instantSchema.describe('The time of the session, to which the clock belongs.'),
    session: z.string(),
    phase: z.enum(sessionPhases),
    blank: z.boolean().describe('The staff have blanked the screens. Show nothing.'),
    topic: z.string().nullable(),
    kind: z.enum(turnKinds).nullable().describe('Of the turn on the floor. Null: nobody has the floor.'),
    speaker: nameSchema.nullable().describe('Null for an answer: the panel answers.'),
    question: z.string().nullable().describe('The question that is answered.'),
    clock: z.enum(['none', 'ready', 'running', 'paused']),
    limit: z.int().nullable().describe('In milliseconds.'),
    left: z.int().nullable().describe('At `at`, in milliseconds. Negative: over time.'),
    continues: nameSchema.nullable().describe('The speaker whom a point of order has interrupted.'),
    next: nameSchema.nullable(),
    waiting: z.int(),
  })
  .meta({ id: 'Picture', description: 'What graphics over a video need, as the room screen shows it.' })
export type Picture = TypeOf<typeof pictureSchema>

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
    refusals: ['too-fast', 'id-taken', ...rejections],
  },
  'POST /api/sessions/:id/buttons/:button': {
    id: 'pressButton',
    tag: 'Acting',
    summary: 'Press a button of a control surface',
    about:
      'For programs that know nothing of the session and send the same request each time. The server makes the command from what is so at this moment. `call-next`, `absent`, `point-of-order`, `end` and `next-item` are refused with `conflict` within two seconds of the last change of the floor, and `undo` of an undo, so that a second press does not hit the next speaker. docs/buttons.md says what each does.',
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
    headers: z.object({ 'if-none-match': z.string().optional().describe('The `ETag` of the view that the client holds.') }),
    answers: {
      200: jsonAnswer(
        'Both streams: what all see who have this role, and the person’s own.',
        z.object({ person: personIdTextSchema, audience: makeStreamSchema('AudienceView'), own: makeStreamSchema('PersonView') }),
      ),
      304: emptyAnswer('Nothing has changed since the `ETag` that was sent as `If-None-Match`.'),
    },
  },
  'GET /api/sessions/:id/picture': {
    id: 'readPicture',
    tag: 'Acting',
    summary: 'Who has the floor, the clock and who is next, for graphics of one’s own',
    about:
      'What the room screen shows, in one flat table, whoever asks. Pages of any origin may read it, with a token of the role `display` in the header. Ask once a second, and count the clock between the answers.',
    access: 'acting',
    params: sessionParamsSchema,
    answers: { 200: jsonAnswer('As of now. Texts in several languages are in that of the original.', pictureSchema) },
  },
  'GET /api/sessions/:id/captions/latest': {
    id: 'readCaptionLines',
    tag: 'Captions',
    summary: 'The latest lines of captions in one language',
    about:
      'As screens show them, the latest last. Ask about once a second. A correction has the `id` of the line that it corrects. Pages of any origin may read it.',
    access: 'acting',
    params: sessionParamsSchema,
    query: z.object({ language: z.string().max(40) }),
    headers: z.object({ 'if-none-match': z.string().optional() }),
    answers: {
      200: jsonAnswer(
        'With an `ETag`.',
        z.object({
          language: z.string(),
          lines: z.array(
            z.object({
              id: z.string().describe('Sorted by it, lines stand as they were spoken.'),
              text: z.string(),
              at: instantSchema.describe('When it was first shown.'),
              turn: z
                .object({ id: z.string(), who: z.string().nullable(), language: z.string().nullable() })
                .nullable()
                .describe('Null: nobody had the floor. `who` is null for an answer.'),
            }),
          ),
        }),
      ),
      304: emptyAnswer('Nothing has changed since the `ETag` that was sent as `If-None-Match`.'),
    },
    refusals: ['no-such-track'],
  },
  'GET /api/sessions/:id/events': {
    id: 'followView',
    tag: 'Acting',
    summary: 'Follow a session by server-sent events',
    about:
      'The data of each event `frame` is a `Frame`, and docs/protocol.md says how to apply it. A client that sends the last id as `Last-Event-ID` gets what it missed. A client that does not read is disconnected.',
    access: 'acting',
    params: sessionParamsSchema,
    headers: z.object({ 'last-event-id': z.string().optional().describe('The id of the last event that the client got.') }),
    answers: { 200: fileAnswer('text/event-stream', 'Events, until one of both ends the connection.') },
  },
} as const satisfies OperationTable
