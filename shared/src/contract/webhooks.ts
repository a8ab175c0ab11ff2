import { listKeys } from '../kernel/fields.ts'

/** The messages of webhooks about a session, by topic. A subscription names its topics and what they may contain. */

export const messageTypes = {
  floor: [
    'speaker.called', // has the floor, and the clock has not been started
    'speaker.started',
    'speaker.paused',
    'speaker.resumed',
    'speaker.extended', // has a different limit
    'speaker.restored', // has the floor again as before, because a step was undone
    'speaker.released', // the call ended without a turn
    'speaker.ended',
  ],
  questions: [
    'question.asked', // is waiting for a moderator; with staff contents only
    'question.published',
    'question.changed',
    'question.shown', // is being answered
    'question.unshown',
    'question.answered',
    'question.removed', // is no longer visible
  ],
  session: [
    'session.opened',
    'session.suspended',
    'session.resumed',
    'session.closed',
    'session.unopened',
    'topic.started',
    'list.opened',
    'list.last-call',
    'list.closed',
    'limits.changed',
    'announcement.made',
    'announcement.ended',
  ],
  list: ['list.changed'], // its first requests, or the number of those that wait
  captions: ['captions.changed'], // in which languages there are captions
  record: [
    'record.ready',
    'record.reopened', // the close was taken back
  ],
} as const

export type WebhookTopic = keyof typeof messageTypes
export const webhookTopics = listKeys(messageTypes)
export type MessageTypeOf<T extends WebhookTopic> = (typeof messageTypes)[T][number]
export type MessageType = MessageTypeOf<WebhookTopic>

/** `public`: content that everybody in the session may see. `staff`: content that chair and secretariat may see. */
export const webhookContents = ['public', 'staff'] as const
export type WebhookContents = (typeof webhookContents)[number]

/** The reason why there is no answer. */
export const postProblems = ['not-allowed', 'no-such-name', 'no-connection', 'not-trusted', 'no-answer', 'cut-off'] as const
export type PostProblem = (typeof postProblems)[number]

/**
 * `running`: it sends, or tries again. `resting`: nothing was accepted for a day, and somebody must resume it. `ended`: the receiver
 * answered 410. `done`: the session is closed, and everything was sent.
 */
export const webhookStatuses = ['running', 'resting', 'ended', 'done'] as const
