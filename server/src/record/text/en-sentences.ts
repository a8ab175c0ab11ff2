/** The sentences of the report in English (ICU). Every other language has exactly these keys and placeholders. */
import { enSaid } from './en-said.ts'

export const enSentences = {
  'list.between': ', ',
  'list.last': ' and ',
  'list.itemEnd': ';',
  'list.clauses': '; ',

  'cover.summary': 'Summary prepared by the secretariat',
  'cover.online': '{place} and online',
  'cover.day': '{day}, {from} to {to} ({zone})',
  'cover.zone': '{place} time',
  'cover.distribution': '{public, select, yes {Distr.: General} other {Distr.: Participants}}',
  'cover.original': 'Original: English',
  'cover.rehearsal': 'Rehearsal with simulated people',
  'cover.soFar': 'The session is not closed. This is its record so far, up to {time}.',
  'cover.responsibility':
    'The present summary was prepared under the responsibility of the secretariat and was not adopted by the participants. The figures come from the record of the session ({annex}). Points are the notes of the rapporteur, not the words of the speakers.',

  'heading.summary': 'Summary',
  'heading.contents': 'Contents',
  'heading.introduction': 'Introduction',
  'heading.said': 'What was said',
  'heading.points': 'Points by topic and group',
  'heading.topic': 'Topic {k}. {title}',
  'heading.outside': 'Outside the agenda',
  'heading.participation': 'Participation',
  'heading.order': 'How the list of speakers was ordered',
  'heading.notReached': 'Not reached, and statements',
  'heading.questions': 'Questions',
  'heading.next': 'Next steps',
  'heading.interventions': 'Interventions',
  'heading.record': 'Record of the session',
  'heading.statements': 'Statements in writing',
  'heading.chapter': '{number}. {title}',
  'heading.annex': 'Annex {number}',
  'ref.annex': 'annex {number}',
  'heading.addendum': 'Addendum',

  'ref.table': 'table {n}',
  'ref.both': 'figure {figure} and table {table}',
  'label.table': 'Table {n}',
  'label.figure': 'Figure {n}',
  'label.topic': 'Topic {k}',
  'label.guidingQuestion': 'Guiding question',
  'label.toWrite': 'To write',

  'sum.times': 'The session was opened at {opened} and closed at {closed}{planned, select, none {} other { (planned: {planned})}}.',
  'sum.span': '{from} to {to}',
  'sum.running': 'The session was opened at {opened} and is not closed.',
  'sum.notOpened': 'The session has not been opened. It is planned for {from} to {to}.',
  'sum.registered':
    'There {n, plural, one {was # registered participant} other {were # registered participants}}{split, select, yes {, {room} for the room and {remote} remotely} other {}}, {groups}.',
  'sum.present':
    'Of {n, plural, one {# registered participant} other {# registered participants}}, {p, plural, =0 {none took part} one {# took part} other {# took part}}{split, select, yes {: {room} in the room and {remote} remotely} other {}}{p, plural, =0 {} one {, {groups}} other {, {groups}}}.',
  'sum.registeredGuarded': 'The number of registered participants is given in table {table}.',
  'sum.fromAll': 'from {n, plural, one {the only stakeholder group} other {all # stakeholder groups}}',
  'sum.fromSome': 'from {some} of {n, plural, one {# stakeholder group} other {# stakeholder groups}}',
  'sum.requests': 'There {n, plural, one {was # request} other {were # requests}} for the floor, of which {parts}.',
  'sum.noRequests': 'There was no request for the floor.',
  'part.heard': '{n, plural, one {# was heard} other {# were heard}}',
  'part.joint': '{n, plural, one {# was merged with another} other {# were merged with others}}',
  'part.withdrawn': '{n, plural, one {# was withdrawn} other {# were withdrawn}}',
  'part.removed': '{n, plural, one {# was taken off the list} other {# were taken off the list}}',
  'part.absent':
    '{n, plural, one {# was called in the absence of the participant} other {# were called in the absence of the participants}}',
  'part.notReached': '{n, plural, one {# was not reached} other {# were not reached}}',
  'part.speaking': '{n, plural, one {# has the floor} other {# have the floor}}',
  'part.waiting': '{n, plural, one {# is waiting} other {# are waiting}}',
  'sum.invited':
    'The {c, plural, one {participant} other {participants}} not reached {c, plural, one {was invited to submit a statement} other {were invited to submit statements}} in writing{n, plural, =0 {} one {; # has done so} other {; # have done so}}.',
  'sum.time': 'Interventions took {n, plural, one {# minute} other {# minutes}} in all.',
  'sum.waits':
    'Half of the speakers waited less than {median, plural, one {# minute} other {# minutes}}; the longest wait was {longest, plural, one {# minute} other {# minutes}}.',
  'sum.questions':
    'Participants sent {n, plural, one {# question} other {# questions}}{parts, select, none {} other {, of which {parts}}}.',
  'sum.points':
    'On {topic}, {n, plural, one {# point was noted} other {# points were noted}} from {some} of {all, plural, one {# group} other {# groups}}{tags, select, none {} other { ({tags})}}.',
  'sum.topic': 'topic {k}, {title}',
  'sum.most': 'The point with the most speakers was: {note} (interventions {numbers}).',
  'write.symbol': 'the symbol of the document.',
  'write.topic': 'the substance of {topic}, in two or three sentences. The points are in {table}.',
  'write.topicMost': 'the substance of {topic}. The sentence above is the rapporteur’s note; put it into the words of the report.',
  'write.common': 'what these points have in common and where they differ.',
  'write.conduct': 'what the rapporteur wishes to add on the conduct of the session.',
  'write.next': 'what becomes of the summary, dates, address for comments. Without this text the heading is left out.',

  'tag.success': '{n, plural, one {# success} other {# successes}}',
  'tag.failure': '{n, plural, one {# failure} other {# failures}}',
  'tag.expectation': '{n, plural, one {# expectation} other {# expectations}}',
  'tag.other': '{n} {tag}',
  'tag.none': '{n, plural, one {# point without a tag} other {# points without a tag}}',

  'intro.form':
    'The session was held {form, select, hybrid {in hybrid form} room {in the room} other {remotely}}. It had {parts}.{form, select, hybrid { One list of speakers served the room and the participants online.} other {}}',
  'intro.presided': 'In the chair: {spans}.',
  'intro.presidedSpan': '{office} ({until, select, end {from {from} to the end} now {from {from}} other {from {from} to {until}}})',
  'intro.nobody': 'nobody',
  'office.numbered': '{office} {n}',
  'intro.opening': 'an opening',
  'intro.topics': '{n, plural, one {one topic} other {# topics}}{questions, select, each { with a guiding question each} other {}}',
  'intro.panels': '{n, plural, one {a panel} other {# panels}}',
  'intro.floors': '{n, plural, one {an open floor} other {# open floors}}',
  'intro.closing': 'a closing',
  'intro.registered':
    'Table {table} gives the registered participants{present, select, yes { and those who took part} other {}} by group. The list of participants is circulated separately to those who agreed to be named.',

  'said.intro':
    'The rapporteur noted {n, plural, one {# point} other {# points}}. Table {table} gives them by topic and group, each with its tag. The figures in brackets are the numbers of the interventions in which the point was made (annex I); a Q stands before the number of a question.',
  'said.interventions':
    'On this topic {n, plural, one {# intervention was made} other {# interventions were made}}{split, select, yes {, {room} in the room and {remote} remotely} room { in the room} remote { remotely} other {}}, by participants from {groups} ({table}).',
  'said.took':
    '{n, plural, one {It took {minutes, plural, one {# minute} other {# minutes}}} other {They took {minutes, plural, one {# minute} other {# minutes}}}}.',
  'said.noInterventions': 'On this topic no intervention was made.',
  'said.began':
    'The topic began at {time}{when, select, late {, {by, plural, one {# minute} other {# minutes}} later than planned} early {, {by, plural, one {# minute} other {# minutes}} earlier than planned} other {}}{lasted, plural, =-1 {} one {{when, select, planned {} other {,}} and lasted # minute (planned: {planned})} other {{when, select, planned {} other {,}} and lasted # minutes (planned: {planned})}}.',
  'said.notHeld': 'The topic was not reached.',
  'said.noted':
    'The rapporteur noted {tags}, each from one participant unless otherwise stated (the figures are the numbers of the interventions):',
  'said.point': '{tag}: {note} ({source})',
  'said.pointUntagged': '{note} ({source})',
  'said.many': '{n, plural, one {one participant} other {# participants}}',
  'cell.general': 'The topic as a whole',
  'said.hidden': 'The points that the rapporteur noted, and table {table}, are not in the public version.',
  'said.general': 'the topic as a whole',
  'said.questions':
    'On this topic {n, plural, one {# question was received} other {# questions were received}}: {parts}.{table, select, none {} other { The answered and those to be answered are in {table}.}}',
  'group.heard': '{heard} heard of {asked}',
  'group.none': 'no group',
  'group.all': '{n, plural, one {the only group} other {all # groups}}',
  'cell.noIntervention': 'No intervention',
  'cell.noPoint': 'No point noted',
  'cell.notGiven': 'Not given',
  'note.notGiven': 'Not given: fewer than 3, and counts from which such a number could be worked out.',
  'cell.fewer': 'Fewer than 3',
  breadth: '{n} of {all, plural, one {# group} other {# groups}}',

  'question.live': '{n, plural, one {# was answered in the session} other {# were answered in the session}}',
  'question.in-writing': '{n, plural, one {# will be answered in writing} other {# will be answered in writing}}',
  'question.taken-on-notice': '{n, plural, one {# was taken on notice} other {# were taken on notice}}',
  'question.notReached': '{n, plural, one {# was not reached} other {# were not reached}}',
  'question.merged': '{n, plural, one {# was merged with another} other {# were merged with others}}',
  'question.movedToQueue': '{n, plural, one {# was moved to the list of speakers} other {# were moved to the list of speakers}}',
  'question.declined': '{n, plural, one {# was declined ({reasons})} other {# were declined ({reasons})}}',
  'question.withdrawn': '{n, plural, one {# was withdrawn by its author} other {# were withdrawn by their authors}}',
  'question.published': '{n, plural, one {# is open} other {# are open}}',
  'question.pending': '{n, plural, one {# is not yet decided} other {# are not yet decided}}',
  'question.reason': '{n} {reason}',
  'question.all':
    'Of {n, plural, one {# question} other {# questions}} received, {parts}. All are in the data file under the same numbers.',
  'question.answeredLive': '{who}, {time}',
  'question.inSession': 'In the session',
  'question.inWriting': 'In writing',

  'share.two': '{first} and {second} made {n, plural, one {# request} other {# requests}} each, {both} of {all} in all.',
  'share.within':
    'No group’s share of speaking time differed from its share of requests by more than {n, plural, one {# percentage point} other {# percentage points}} ({refs}).',
  'share.refs': 'Shares of requests and of speaking time are in {refs}.',
  'share.channels': 'Participants in the room spoke for {room} per cent of the time, remote participants for {remote}.',
  'time.session':
    'The session began {began, select, late {{late, plural, one {# minute late} other {# minutes late}}} early {{late, plural, one {# minute early} other {# minutes early}}} other {on time}} and ended {ended, select, late {{over, plural, one {# minute late} other {# minutes late}}} early {{over, plural, one {# minute early} other {# minutes early}}} other {on time}} ({refs}).',
  'time.refs': 'The use of the time is shown in {refs}.',
  'time.began':
    'The session began {began, select, late {{late, plural, one {# minute late} other {# minutes late}}} early {{late, plural, one {# minute early} other {# minutes early}}} other {on time}} ({refs}).',

  'order.oneList': 'Requests from the room and from remote participants stood in one list.',
  'order.span': '{until, select, end {From {from} to the end} other {From {from} to {until}}} {rule}',
  'order.received': 'the list followed the order of requests.',
  'order.balanced':
    'the rule was “balanced”: first, participants whose organization had not yet spoken on the topic; among them, the group that had been heard least; then the channel other than that of the last speaker; then the time of the request.',
  'order.alternate': 'the rule was “room and remote in turn”: then the time of the request.',
  'order.rotate': 'the rule was “groups in turn”: first, the group that had been heard least; then the time of the request.',
  'order.suggested': 'The rule was shown to the Chair as a suggestion; the list itself followed the order of requests.',
  'order.limit':
    'No request could be overtaken more than {n, plural, one {# time} other {# times}}, and the first two places were moved only by the Chair or for a point of order.',
  'order.overtaken': 'No request was in fact overtaken more than {n, plural, one {# time} other {# times}}.',
  'order.neverOvertaken': 'No request was in fact overtaken.',
  'order.moved': '{n, plural, one {One request was moved by hand.} other {Requests were moved by hand # times.}}',
  'order.limitStart': 'The limit was {limit}.',
  'order.limitSet': 'At {time} the limit was set to {limit} for all who had not been called.',
  'order.points':
    '{n, plural, one {One point of order was raised; its time was counted for nobody.} other {There were # points of order; their time was counted for nobody.}}',
  'order.table': 'Table {n} gives every decision.',
  length: '{seconds, plural, =0 {{minutes, plural, one {# minute} other {# minutes}}} other {{clock} minutes}}',

  'left.intro': 'The session ended with {n, plural, one {# request} other {# requests}} not reached ({table}).',
  'left.soFar': 'So far, {n, plural, one {# request was} other {# requests were}} not reached ({table}).',
  'left.invited':
    '{n, plural, one {That participant was} other {Those participants were}} invited at {time} to submit a statement of at most {words} words.',
  'left.received':
    '{n, plural, one {The statement received is {list}. It is circulated as submitted, in an addendum.} other {The statements received are {list}. They are circulated as submitted, in an addendum.}}',
  'left.none': 'No statement was received.',
  'left.statement': '{number} ({words, plural, one {# word} other {# words}})',
  'left.words': '{words, plural, one {# word} other {# words}}',
  'left.numbers': 'Numbers continue those of the interventions: {parts} make the {n, plural, one {# request} other {# requests}}.',
  'left.more':
    'The interventions also include {n, plural, one {one} other {#}} outside this count: in the programme, by invitation of the Chair, or in right of reply.',
  'left.dash': 'A dash (—) indicates that no subject was given.',
  'left.span': '{what} ({from}{one, select, yes {} other { to {to}}})',
  'left.receivedAs': 'Received ({number})',

  'annex.lead':
    'In the order in which they were made. “Waited” is the time from the request to the start; “over” is the time used beyond the limit. Times in minutes and seconds.',
  'annex.total': 'Total, {n, plural, one {# intervention} other {# interventions}}',
  'annex.notListed': 'Not listed here: {parts}.',
  'annex.answers': '{n, plural, one {# answer} other {# answers}} (with their questions)',
  'annex.pointsOfOrder': '{n, plural, one {# point of order} other {# points of order}} (chapter IV)',
  'annex.notReached': '{n, plural, one {# request not reached} other {# requests not reached}}',
  'annex.others': '{n, plural, one {# other request} other {# other requests}}',

  'log.session': 'Session',
  'log.made': 'Made from',
  'log.head': 'Head of the log',
  'log.profile': 'Stored in',
  'log.lost': 'Lost',
  'log.lostEntries':
    'Entries {from} to {until} of an earlier log, which had been confirmed, were lost when their store failed. This was found on {time}. Nothing of them is in this record.',
  'log.version': 'Version',
  'log.byHand': 'Texts added by hand',
  'log.verify': 'To verify it',
  'log.template': 'Template',
  'log.entries': '{n, plural, one {{count} entry} other {{count} entries}} of the log, to {time} ({zone})',
  'log.edition':
    '{public, select, yes {Public version} other {Full version}}, English. {rehearsal, select, yes {A rehearsal} other {Not a rehearsal}}. The data file and this document made again from the same log are the same, byte for byte, until somebody edits them.',
  'log.hand': '{public, select, yes {None.} other {Those marked “To write”. Nothing else in this document was typed after the session.}}',

  'decision.opened': 'Session opened; rule “{rule}”; limit of {limit}',
  'decision.closed': 'Session closed{n, plural, =0 {} one {; # request not reached} other {; # requests not reached}}',
  'decision.moved': 'Request of {who} (intervention {number}) moved from place {from} to place {to}',
  'decision.point': 'Point of order by {who}; {time}',

  'caption.registered': 'Registered, by group',
  'caption.present': 'Registered and took part, by group',
  'caption.matrix': 'Points by topic and group',
  'caption.interventions': 'Interventions on {topic}, in the order in which they were made',
  'caption.questions': 'Questions on {topic}, by support',
  'caption.participation': 'Requests, interventions and time, by group and channel',
  'caption.languages': 'Interventions and time, by language',
  'caption.agenda': 'Agenda, planned and actual',
  'caption.decisions': 'Decisions on the list and the time',
  'caption.notReached': 'Requests not reached',
  'caption.shares': 'Share of requests and of speaking time, by group',
  'caption.perCent': 'per cent',
  'caption.timeline': 'Interventions and agenda over time',
  'legend.requests': 'Share of {n, plural, one {# request} other {# requests}}',
  'legend.time': 'Share of {n, plural, one {# minute} other {# minutes}} spoken',
  'legend.room': 'Made in the room',
  'legend.remote': 'Made remotely. Each bar is a row of annex I',
  'alt.shares':
    'Two bars for each group, share of requests and share of speaking time, in per cent. {values}. {finding} Figures in table {table}.',
  'alt.within': 'No group differs by more than {n, plural, one {# point} other {# points}}.',
  'alt.timeline':
    'One row for each group, with a bar for each intervention: {room} in the room, filled, and {remote} remote, open. Below, the agenda as planned and as held. Figures in annex I and table {table}.',
  'alt.values': '{group} {requests} and {time}',
  ...enSaid,
} as const

export type SentenceKey = keyof typeof enSentences
export type Sentences = Readonly<Record<SentenceKey, string>>
