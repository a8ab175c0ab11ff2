/** The commands of the queue. */
import { z } from 'zod'
import { defineCommand, final, undoable, undoableIfByStaff } from './command.ts'
import { entryKinds, orderModes, removalReasons, requestChannels } from './enums.ts'
import { duration, entryIdSchema, groupIdSchema, personIdSchema, serverTimeSchema, singleLineText } from './field-schemas.ts'
import { maxEntityLength, maxEntryNoteLength, maxPersonNameLength, maxTopicLength } from './lengths.ts'
import { spokenLanguageSchema } from './spoken-language.ts'

/** If it is omitted, it is taken from the roster for a known person. */
const languageSchema = spokenLanguageSchema.nullable().optional()

export const queueCommands = {
  'queue.open': defineCommand('Opens the queue for requests.', z.strictObject({}), undoable),
  'queue.close': defineCommand('Closes the queue. Requests that wait are kept.', z.strictObject({}), undoable),
  'queue.last-call': defineCommand(
    'Announces the closing of the queue, which closes automatically when the time is up.',
    z.strictObject({ for: duration(30, 1800) }),
    undoable,
  ),
  'queue.join': defineCommand(
    'Requests the floor. Without `language`, it is the language that the roster has for the person.',
    z.strictObject({ kind: z.enum(entryKinds), topic: singleLineText(maxTopicLength).nullable(), language: languageSchema }),
    final,
  ),
  'queue.set-topic': defineCommand(
    'Sets the topic of a request.',
    z.strictObject({ entry: entryIdSchema, topic: singleLineText(maxTopicLength).nullable() }),
    final,
  ),
  'queue.set-language': defineCommand(
    'Records the language in which the speaker of a request will speak. Null: not specified.',
    z.strictObject({ entry: entryIdSchema, language: spokenLanguageSchema.nullable() }),
    final,
  ),
  'queue.add': defineCommand(
    'Adds somebody who has no device; `seenAt` is when the hand was seen. A registered person is given by `person`, and entity and group come from the registration. Anybody else is given by `entity` and `group`. `speaker` is a name for the staff; the server stores it in the roster, and the log only says that there is one.',
    z.strictObject({
      kind: z.enum(entryKinds),
      person: personIdSchema.nullable(),
      entity: singleLineText(maxEntityLength),
      speaker: singleLineText(maxPersonNameLength).nullable(),
      group: groupIdSchema.nullable(),
      requestChannel: z.enum(requestChannels),
      seenAt: serverTimeSchema,
      note: singleLineText(maxEntryNoteLength).nullable(),
      language: languageSchema,
    }),
    final,
  ),
  'queue.ready': defineCommand('Reports that the next speaker is ready.', z.strictObject({ entry: entryIdSchema }), final),
  'queue.hold': defineCommand('Puts a request on hold.', z.strictObject({ entry: entryIdSchema }), undoableIfByStaff),
  'queue.return': defineCommand('Returns a request from hold to the order.', z.strictObject({ entry: entryIdSchema }), undoableIfByStaff),
  'queue.keep-place': defineCommand(
    'Keeps the place of a request that was made on an earlier topic, for the current one.',
    z.strictObject({ entry: entryIdSchema }),
    final,
  ),
  'queue.withdraw': defineCommand('Withdraws the sender’s own request.', z.strictObject({ entry: entryIdSchema }), final),
  'queue.remove': defineCommand(
    'Removes a request, with a reason.',
    z.strictObject({ entry: entryIdSchema, reason: z.enum(removalReasons) }),
    undoable,
  ),
  'queue.set-order': defineCommand(
    'Sets the rule that orders the queue. `suggestOnly`: the queue stays in order received, and the screen only marks the entry that the rule would call next.',
    z.strictObject({ mode: z.enum(orderModes), suggestOnly: z.boolean(), expectedMode: z.enum(orderModes) }),
    undoable,
  ),
  'queue.move': defineCommand(
    'Pins an entry at the position of `before`, or at the end. The order rule works around it.',
    z.strictObject({ entry: entryIdSchema, before: entryIdSchema.nullable() }),
    undoable,
  ),
  'queue.unpin': defineCommand(
    'Removes the pin, so that the order rule places the entry again.',
    z.strictObject({ entry: entryIdSchema }),
    undoable,
  ),
  'queue.defer': defineCommand(
    'Lets `after` go before the sender’s own entry, which can only move to a later position.',
    z.strictObject({ entry: entryIdSchema, after: entryIdSchema }),
    final,
  ),
  'queue.offer-swap': defineCommand(
    'Offers to swap positions with another entry; null withdraws the offer.',
    z.strictObject({ entry: entryIdSchema, with: entryIdSchema.nullable() }),
    final,
  ),
  'queue.accept-swap': defineCommand(
    'Accepts an offer to swap: `entry` is the sender’s own entry, `with` the one that made the offer.',
    z.strictObject({ entry: entryIdSchema, with: entryIdSchema }),
    final,
  ),
  'queue.refuse-swap': defineCommand(
    'Refuses an offer to swap: `entry` is the sender’s own entry, `with` the one that made the offer.',
    z.strictObject({ entry: entryIdSchema, with: entryIdSchema }),
    final,
  ),
  'queue.swap': defineCommand(
    'Swaps two entries, as was agreed aloud.',
    z.strictObject({ entry: entryIdSchema, with: entryIdSchema }),
    undoable,
  ),
  'queue.merge': defineCommand(
    'Makes a joint statement: `into` also speaks on behalf of `entry`. The earlier request time of the two counts.',
    z.strictObject({ into: entryIdSchema, entry: entryIdSchema }),
    undoable,
  ),
  'queue.separate': defineCommand(
    'Takes `entry` out of a joint statement. It waits alone again.',
    z.strictObject({ entry: entryIdSchema }),
    undoable,
  ),
  'queue.advance-replies': defineCommand('Puts rights of reply before the rest of the queue.', z.strictObject({}), undoable),
}
