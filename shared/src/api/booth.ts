import { z } from 'zod'
import { commandIdSchema, multilineText, singleLineText } from '../contract/field-schemas.ts'
import { boothLengths, textMarks } from '../protocol/booth.ts'
import { jsonAnswer, type OperationTable } from './operation.ts'

const handedInSchema = z.strictObject({
  handedIn: z
    .strictObject({ mark: z.enum(textMarks), at: z.int().describe('Milliseconds since 1970, by the clock of the session.') })
    .nullable()
    .describe('Null: nothing is there.'),
  takenBackAt: z.int().nullable().describe('When I took it back, from whichever device; null if I have not, or the server has forgotten.'),
})

const device = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, 'malformed')
  .describe('A random word of the device, by which it knows its own.')

export const boothOperations = {
  'GET /api/me/booth-text': {
    id: 'getBoothText',
    tag: 'Booth',
    summary: 'Whether the interpreters have my text',
    access: 'members',
    answers: { 200: jsonAnswer('What is there.', handedInSchema) },
  },
  'PUT /api/me/booth-text': {
    id: 'handInText',
    tag: 'Booth',
    summary: 'Hand in my text to the interpreters',
    about:
      'It replaces what I handed in before. Interpreters alone read it. It is in the memory of the server, never on a disk, and goes when my turn is over, at the close, and when the server ends.',
    access: 'members',
    body: z.strictObject({
      text: z
        .union([multilineText(boothLengths.text, 2 * boothLengths.text), z.literal('')])
        .describe('Empty: only how the name is pronounced.'),
      mark: z.enum(textMarks).describe('Read out word for word, or to be checked against what is said.'),
      pronounced: singleLineText(boothLengths.pronounced).nullable().describe('How the name of my organization is pronounced.'),
    }),
    answers: { 200: jsonAnswer('What is there now.', handedInSchema) },
    refusals: ['session-closed', 'too-many-texts', 'text-empty', 'text-too-long', 'text-refused'],
  },
  'DELETE /api/me/booth-text': {
    id: 'takeBackText',
    tag: 'Booth',
    summary: 'Take my text back',
    access: 'members',
    answers: { 200: jsonAnswer('Nothing is there.', handedInSchema) },
  },
  'POST /api/booth/lines': {
    id: 'writeLineToPartner',
    tag: 'Booth',
    summary: 'Write a line to the partner',
    about: 'All who share the link of the booth read it, and nobody else. A line with the same id is written once.',
    access: 'interpreters',
    body: z.strictObject({ id: commandIdSchema, device, text: singleLineText(boothLengths.line) }),
    answers: { 200: jsonAnswer('It was taken.', z.strictObject({ ok: z.literal(true) })) },
    refusals: ['session-closed', 'text-empty', 'text-too-long', 'text-refused'],
  },
  'POST /api/booth/on-air': {
    id: 'goOnAir',
    tag: 'Booth',
    summary: 'Take over from the partner',
    about: 'A device that is on the air stays there, and hands over no more.',
    access: 'interpreters',
    body: z.strictObject({ device }),
    answers: { 200: jsonAnswer('It was taken.', z.strictObject({ ok: z.literal(true) })) },
    refusals: ['session-closed'],
  },
  'POST /api/booth/hand-over': {
    id: 'handOver',
    tag: 'Booth',
    summary: 'Ask the partner to take over',
    about:
      'The device stays on the air until the partner takes over. Refused with `conflict` where another device is on the air, or no other screen of the booth is connected.',
    access: 'interpreters',
    body: z.strictObject({ device }),
    answers: { 200: jsonAnswer('It was taken.', z.strictObject({ ok: z.literal(true) })) },
    refusals: ['session-closed', 'conflict'],
  },
} as const satisfies OperationTable
