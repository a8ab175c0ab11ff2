/** The messages of webhooks about one commit. They are made from the views of an audience, so its limits apply to them too. */
import type { MessageType, WebhookContents, WebhookTopic } from '../../contract/webhooks.ts'
import { listKeys } from '../../kernel/fields.ts'
import { listCaptionMessages } from './captions.ts'
import { listFloorMessages } from './floor.ts'
import { listOrderMessages } from './list.ts'
import { listQuestionMessages } from './questions.ts'
import { listRecordMessages } from './record.ts'
import { type AppliedCommit, SeenChange, type TopicMessage } from './seen-change.ts'
import { listSessionMessages } from './session.ts'

/** The topics, in the order in which their messages about one commit are sent. */
const makers: { readonly [T in WebhookTopic]: (change: SeenChange) => readonly TopicMessage<T>[] } = {
  session: listSessionMessages,
  floor: listFloorMessages,
  questions: listQuestionMessages,
  list: listOrderMessages,
  captions: listCaptionMessages,
  record: listRecordMessages,
}

type TypedMessage = { readonly topic: WebhookTopic; readonly type: MessageType; readonly about: string; readonly data: object }

/**
 * Lists messages on all topics, whatever a subscription wants. The place of a message in its commit is therefore the same for everybody.
 */
export function listMessages(commit: AppliedCommit, contents: WebhookContents): readonly TypedMessage[] {
  const change = new SeenChange(commit, contents)
  return listKeys(makers).flatMap((topic) => makers[topic](change).map((message) => ({ topic, ...message })))
}
