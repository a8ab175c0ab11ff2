import { z } from 'zod'
import { type CaptionFormat, maxSeq, maxWaited } from '../contract/caption-files.ts'
import type { SpokenLanguage } from '../contract/spoken-language.ts'
import { channelSchema, idText, sessionParamsSchema, wordingTextSchema } from './fields.ts'
import { fileAnswer, jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'

const keySchema = z.string().min(1).max(200).describe('The key of the track, as it stands in its address.')

export const captionTypes = { vtt: 'text/vtt; charset=utf-8', srt: 'application/x-subrip; charset=utf-8' } as const

const makeDownload = <const Id extends string>(id: Id, format: CaptionFormat, name: string) =>
  ({
    id,
    tag: 'Captions',
    summary: `The captions of a session in one language, as ${name}`,
    about: 'Time runs from the opening of the session.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: z.object({ language: z.string().max(40) }),
    answers: { 200: fileAnswer(captionTypes[format].replace(/;.*/, ''), 'Each line from when it was spoken.') },
    refusals: ['no-such-track'],
  }) as const

const toConfirmSchema = z.literal(true).optional().describe('The speaker claimed the organization, and nobody has confirmed it.')

/** The fields of a clock, as in a view: used = `used` + (now − `runningSince`, if not null). */
const trackPageSchema = z.object({
  title: wordingTextSchema,
  language: idText<SpokenLanguage>('A language tag.'),
  isOpen: z.boolean().describe('Lines are taken.'),
  now: z.int(),
  readers: z.int().describe('Screens that read, on this node.'),
  lines: z.array(z.object({ id: z.string(), seq: z.int(), at: z.int(), text: z.string() })),
  floor: z
    .object({
      who: z.string().nullable().describe('Null for an answer.'),
      toConfirm: toConfirmSchema,
      language: z.string().nullable(),
      limit: z.int(),
      used: z.int(),
      runningSince: z.int().nullable(),
      started: z.boolean(),
    })
    .nullable(),
  next: z.array(
    z.object({ id: z.string(), who: z.string(), toConfirm: toConfirmSchema, channel: channelSchema, language: z.string().nullable() }),
  ),
})
export type TrackPage = TypeOf<typeof trackPageSchema>

export const captionsOperations = {
  'POST /api/captions': {
    id: 'sendCaption',
    tag: 'Captions',
    summary: 'Send a line of captions',
    about: `The staff copy the address of a track, key and all, into the captioner’s software, which adds \`&seq=\` and \`&lang=\` to it. The body is
  the line, as plain text in UTF-8. \`seq\` counts the lines: one that is missing may come late, and a repeat changes nothing. The same number
  with other words is a count that begins again. The address decides the language.`,
    access: 'everybody',
    query: z.object({
      key: keySchema.optional().describe('Left out: it is the bearer token.'),
      seq: z.coerce.number().int().min(0).max(maxSeq).optional().describe('Left out: the next one.'),
      lang: z.string().max(40).optional(),
      waited: z.coerce
        .number()
        .int()
        .min(0)
        .max(maxWaited)
        .default(0)
        .describe('For how many milliseconds the sender kept the line, because it could not be sent.'),
      new: z
        .enum(['true', 'false'])
        .optional()
        .describe('`true`: the count goes on. Where other words have its number, the answer is `conflict`, and it needs the next one.'),
      correct: z
        .enum(['true', 'false'])
        .optional()
        .describe('`true`: the words take the place of those with its number, within two minutes.'),
    }),
    takes: ['text/plain'],
    answers: { 200: fileAnswer('text/plain', 'The highest number so far. The line is stored.') },
    refusals: ['forbidden', 'session-not-open', 'session-closed', 'conflict', 'too-fast', 'text-empty', 'text-too-long', 'text-refused'],
  },
  'PUT /api/captions/file': {
    id: 'sendCaptionFile',
    tag: 'Captions',
    summary: 'Hand in a file of captions',
    about: `A WebVTT or SRT file in UTF-8, of at most 2 MiB and 50,000 lines. Its lines replace all that the track has: all of them or none. The same
  file again changes nothing. It is taken from the opening on, also after the close where the words are kept. Each line belongs to the turn that was
  spoken when it begins; no delay counts. What only styles or places a line is left out, and so are the names of voices.`,
    access: 'captioner',
    query: z.object({
      key: keySchema.optional().describe('Left out: it is the bearer token.'),
      start: z.coerce
        .number()
        .int()
        .min(0)
        .max(8_640_000_000_000_000)
        .optional()
        .describe(
          'When the time of the file began, in milliseconds since 1970. Left out: at the opening of the session, as in the files of this server.',
        ),
      check: z.enum(['true', 'false']).optional().describe('`true`: only says what the file would do.'),
    }),
    takes: ['text/vtt', 'application/x-subrip'],
    answers: {
      200: jsonAnswer(
        'What the file did, or would do.',
        z.object({
          lines: z.int().describe('Lines of the file.'),
          outside: z.int().describe('How many of them were spoken while nobody had the floor.'),
          replaced: z.int().describe('How many lines the track had.'),
          changed: z.boolean().describe('False: the track had these lines already.'),
        }),
      ),
    },
    refusals: [
      ...(['session-not-open', 'words-not-kept', 'captions-not-utf8', 'captions-unreadable', 'caption-time-unclear'] as const),
      ...(['captions-after-now', 'text-empty', 'text-too-long', 'text-refused'] as const),
    ],
  },
  'GET /api/captions/seq': {
    id: 'readCaptionSeq',
    tag: 'Captions',
    summary: 'The highest number of a line so far',
    about: 'For software that connects again.',
    access: 'everybody',
    query: z.object({ key: keySchema }),
    answers: { 200: fileAnswer('text/plain', 'The number; 0 before the first line.') },
    refusals: ['forbidden'],
  },
  'GET /api/captions/page': {
    id: 'readCaptionPage',
    tag: 'Captions',
    summary: 'What the page of a captioner shows',
    about: `The key of the track is the bearer token. The answer has the latest lines of the track, who has the floor, and who comes next, as on the
  room screen; nothing else of the session.`,
    access: 'captioner',
    answers: {
      200: jsonAnswer('As of now.', trackPageSchema),
    },
  },
  'GET /api/sessions/:id/captions': {
    id: 'listCaptions',
    tag: 'Captions',
    summary: 'In which languages there are captions of a session',
    about: 'Also of tracks that were removed, as long as their words are kept.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    answers: {
      200: jsonAnswer('Languages and their lines.', z.object({ languages: z.array(z.object({ language: z.string(), lines: z.int() })) })),
    },
  },
  'GET /api/sessions/:id/captions.vtt': makeDownload('downloadCaptionsVtt', 'vtt', 'WebVTT'),
  'GET /api/sessions/:id/captions.srt': makeDownload('downloadCaptionsSrt', 'srt', 'SRT'),
  'GET /api/staff/captions': {
    id: 'readCaptionTracks',
    tag: 'Captions',
    summary: 'The caption tracks of a session',
    about: 'For officers with the duty of notes.',
    access: 'staff',
    answers: {
      200: jsonAnswer(
        'One for each language.',
        z.object({
          tracks: z.array(
            z.object({
              language: z.string(),
              address: z.string().describe('A secret: who has it can send captions.'),
              page: z.string().describe('The link to the page on which a captioner types, with the same secret.'),
              lines: z.int(),
              readers: z.int().describe('Screens that read, on this node.'),
              lastAt: z
                .int()
                .nullable()
                .describe('When the last line came, in milliseconds since 1970; null: none since this node was started.'),
            }),
          ),
        }),
      ),
    },
  },
} as const satisfies OperationTable
