/** Every "no" that the session can give, as a reason about the world. Each has a sentence in every language. */
export const rejections = [
  'forbidden', // the role may not do this, or it is not theirs
  'moved-on', // what the driver believed to be current is no longer so
  'session-not-open',
  'session-begun', // what is only possible before
  'session-closed',
  'session-suspended', // nothing is driven until it is resumed
  'no-such-segment',
  'no-such-group',
  'group-in-use', // people of it are registered, or wait
  'walk-ins-closed',
  'no-such-person',
  'no-such-entry',
  'no-such-turn',
  'no-such-question',
  'person-revoked',
  'list-closed',
  'already-queued',
  'not-waiting',
  'no-device', // entered by the desk: nobody there to agree
  'reply-limit', // its entity has had its two rights of reply
  'floor-taken',
  'point-of-order-first', // a point of order has the floor; it ends before anything else
  'not-running',
  'not-started', // somebody is called and the clock has not been started
  'already-started',
  'no-such-cue',
  'no-such-announcement',
  'own-question',
  'receipt-needed', // authors are not kept, and the device has given nothing by which the question could be taken back
  'question-limit', // as many of one's own are open as the session allows
  'author-unknown', // nobody is kept with the question who could stand in the list
  'no-such-note',
  'no-such-tag',
  'no-such-statement',
  'statements-closed', // only from those who were not heard
  'not-published',
  'not-decided-here', // the question is in a state in which this is no longer, or not yet, possible
  'text-empty',
  'text-too-long',
  'text-refused',
] as const

export type Rejection = (typeof rejections)[number]
