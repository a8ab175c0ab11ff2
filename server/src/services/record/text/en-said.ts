/** Sentences on what everybody said: the sense of the room, and the words of turns. */
export const enSaid = {
  'heading.sense': 'Sense of the room',
  'caption.sense': 'Groups in which three or more gave each response',
  'sense.askedPeople':
    'From {from} to {until}, the Chair sought the sense of the room on the following formulation: “{text}”. One response per person.',
  'sense.askedDelegations':
    'From {from} to {until}, the Chair sought the sense of the room on the following formulation: “{text}”. One response per delegation.',
  'sense.also': 'It was also put in the following wording: “{text}”.',
  'sense.answered': 'In all, {n} of {of} responded.',
  'sense.answeredFrom': 'In all, {n} of {of} responded, from {groups} of {ofGroups} groups.',
  'sense.answeredDelegations': 'In all, {n} of {of, plural, one {# delegation} other {# delegations}} responded.',
  'sense.fewer': 'Fewer than half responded.',
  'sense.published': 'The Chair published the result, which is shown in table {n}.',
  'sense.discarded': 'The Chair did not publish the result.',
  'sense.lost': 'The result was lost before the Chair could decide whether to publish it.',
  'sense.withdrawn': 'The Chair withdrew the formulation before responses closed.',
  'sense.undecided': 'The Chair has not yet decided whether to publish the result.',
  'sense.notVote': 'This was not a vote.',
  'sense.tooFew': 'Not shown: too few people in each group',
  'sense.inGroups': 'in {n} of {of, plural, one {# group} other {# groups}}',

  'heading.words': 'Text of captions',
  'words.lead':
    'Captions are written while people speak and have not been checked. They are stored separately from the log and are not part of it.',
  'words.cut': 'The rest is in the caption files.',
  'log.captions': 'Captions',
  'log.words':
    '{words, select, complete {In {list}. The text of each intervention is in the addendum.} cut {In {list}. The text of the interventions is in the addendum, which indicates where it has been cut.} other {In {list}. The text is left out of the public version.}}',
} as const

export type SaidSentences = Readonly<Record<keyof typeof enSaid, string>>
