/** Sentences on what everybody said: the sense of the room, and the words of turns. */
export const enSaid = {
  'heading.sense': 'Sense of the room',
  'caption.sense': 'Groups with three or more such answers',
  'sense.askedPeople': 'From {from} to {until} the Chair asked everybody: “{text}”. One answer a person.',
  'sense.askedDelegations': 'From {from} to {until} the Chair asked everybody: “{text}”. One answer a delegation.',
  'sense.also': 'It was also put as: “{text}”.',
  'sense.answered': '{n} of {of} answered.',
  'sense.answeredFrom': '{n} of {of} answered, from {groups} of {ofGroups} groups.',
  'sense.answeredDelegations': '{n} of {of} delegations answered.',
  'sense.fewer': 'Fewer than half answered.',
  'sense.published': 'The Chair published the result, which is in table {n}.',
  'sense.discarded': 'The Chair asked, and did not publish the result.',
  'sense.lost': 'The result was lost before it could be decided on.',
  'sense.withdrawn': 'The Chair withdrew the sentence before it closed.',
  'sense.undecided': 'It is not decided yet whether the result is published.',
  'sense.notVote': 'This was not a vote.',
  'sense.tooFew': 'Not shown: too few people in each group',
  'sense.inGroups': 'in {n} of {of} groups',

  'heading.words': 'What was said, from captions',
  'words.lead':
    'Captions are written while people speak, and nobody has checked them. They are stored next to the log and are no part of it.',
  'words.cut': 'The end of it is in the files of captions.',
  'log.captions': 'Captions',
  'log.words':
    '{words, select, complete {In {list}. The words of each turn are in the addendum.} cut {In {list}. The words of turns are in the addendum; where they are cut, it says so.} other {In {list}. The words are left out of the public version.}}',
} as const

export type SaidSentences = Readonly<Record<keyof typeof enSaid, string>>
