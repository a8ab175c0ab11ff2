/**
 * Checks of the declarations. This file is only type-checked and never runs. The code after each `@ts-expect-error` must not compile. If it
 * does, the compiler reports the comment.
 */
import type { StepMessages } from '@rostrum/client/features/floor/staff/step-text'
import { useSend } from '@rostrum/client/session/hooks.tsx'
import { request } from '@rostrum/client/session/http'
import type { ExtraRates } from '@rostrum/server/engine/wire/rate-limiter'
import { defineCommand, final, type UndoableIn, undoable } from '@rostrum/shared/contract/command'
import { commands, type SliceSpecs } from '@rostrum/shared/contract/registry'
import { type Rows, staffOnly, valuePart } from '@rostrum/shared/projection/part'
import type { View } from '@rostrum/shared/projection/registry'

const { schema } = commands['session.open']

// @ts-expect-error a command has a sentence
export const commandWithoutSentence = defineCommand(schema, final)

// @ts-expect-error a command declares its traits
export const commandWithoutTraits = defineCommand('Serves tea.', schema)

// @ts-expect-error a command declares every trait: here the author is missing
export const commandWithoutAuthor = defineCommand('Serves tea.', schema, { undo: 'final', rate: 'normal' })

const table = { 'tea.serve': defineCommand('Serves tea.', schema, undoable), 'tea.drink': defineCommand('Drinks tea.', schema, final) }
export const sentencesForUndoable: Readonly<Record<UndoableIn<typeof table>, string>> = { 'tea.serve': 'Served' }

// @ts-expect-error a command that can be undone needs a sentence
export const sentencesWithoutUndoable: Readonly<Record<UndoableIn<typeof table>, string>> = {}

// @ts-expect-error the client has a sentence for every command that can be undone
export const toStepMessages = (messages: Omit<StepMessages, 'floor.call'>): StepMessages => messages

// @ts-expect-error every rate class except the normal one has a bucket
export const toExtraRates = (rates: Omit<ExtraRates, 'support'>): ExtraRates => rates

// @ts-expect-error every slice is listed
export const toSliceSpecs = (specs: Omit<SliceSpecs, 'steps'>): SliceSpecs => specs

// @ts-expect-error every slice says how its changes are delivered
export const sliceWithoutDelivery: SliceSpecs['steps'] = {}

// @ts-expect-error a button says where its refusal is shown
export const useSendWithoutArea = () => useSend()

// @ts-expect-error the area is one of the list
export const useSendWithUnknownArea = () => useSend('queue-ad')

// @ts-expect-error rows are sent row by row, so they are not a value
export const rowsAsValue = valuePart('Notes.', staffOnly, ['notes'], (): Rows<'note', string> => ({ note: 'text' }))

// @ts-expect-error only the staff have this part, so a screen must expect it to be absent
export const readStaffPart = ({ steps }: View) => steps.length

// @ts-expect-error an operation is in the table
export const askUnknown = () => request('GET /api/tea', {})

// @ts-expect-error each parameter of the path is given
export const askWithoutParameter = () => request('GET /api/sessions/:id/links', {})

// @ts-expect-error the body is that of the operation
export const sendForeignBody = () => request('PUT /api/sessions/:id/archived', { params: { id: 's' }, body: { archived: 'yes' } })

export const readAnswer = async () => {
  const result = await request('GET /api/sessions/:id/links', { params: { id: 's' } })
  // @ts-expect-error an answer has the fields of the table
  if (result.ok) return result.value.people
  // @ts-expect-error this operation is never refused for this reason
  return result.reason === 'no-such-webhook'
}
