/** The sentences of the report in English (ICU). Every other language has exactly these keys and placeholders. */
import { enSaid } from './en-said.ts'

export const enSentences = {
  'list.between': ', ',
  'list.last': ' and ',
  'list.itemEnd': ';',
  'list.itemLast': '.',
  'list.clauses': '; ',

  'cover.summary': 'Summary prepared by the secretariat',
  'cover.online': '{place} and online',
  'cover.day': '{day}, {from} to {to} ({zone})',
  'cover.zone': '{place} time',
  'cover.distribution': '{public, select, yes {Distr.: General} other {Distr.: Restricted}}',
  'cover.original': 'Original: English',
  'cover.rehearsal': 'Rehearsal with simulated people',
  'cover.soFar': 'The meeting has not been closed. This is the record as at {time}.',
  'cover.responsibility':
    'The present summary was prepared by the secretariat under its own responsibility. It has not been adopted by the participants. The figures are taken from the record of the session ({annex}). The points are the Rapporteur’s notes and not the words of the speakers.',

  'heading.summary': 'Summary',
  'heading.contents': 'Contents',
  'heading.introduction': 'Introduction',
  'heading.said': 'Summary of the discussion',
  'heading.points': 'Points by topic and group',
  'heading.topic': 'Topic {k}. {title}',
  'heading.outside': 'Outside the agenda',
  'heading.participation': 'Participation',
  'heading.order': 'How the list of speakers was ordered',
  'heading.notReached': 'Requests not reached and written statements',
  'heading.questions': 'Questions',
  'heading.next': 'Next steps',
  'heading.interventions': 'Interventions',
  'heading.record': 'Record of the session',
  'heading.statements': 'Written statements',
  'heading.chapter': '{number}. {title}',
  'heading.labelled': '{label}: {title}',
  'heading.annex': 'Annex {number}',
  'ref.annex': 'annex {number}',
  'heading.addendum': 'Addendum',

  'ref.table': 'table {n}',
  'ref.both': 'figure {figure} and table {table}',
  'label.table': 'Table {n}',
  'label.figure': 'Figure {n}',
  'label.topic': 'Topic {k}',
  'label.guidingQuestion': 'Guiding question',
  'label.toWrite': 'To be completed',

  'sum.times': 'The meeting was opened at {opened} and closed at {closed}{planned, select, none {} other { (planned: {planned})}}.',
  'sum.span': '{from} to {to}',
  'sum.running': 'The meeting was opened at {opened} and has not been closed.',
  'sum.notOpened': 'The meeting has not been opened. It is planned to start at {from} and to end at {to}.',
  'sum.registered':
    'There {n, plural, one {was # registered participant} other {were # registered participants}}{split, select, yes {, {room} to attend in person and {remote} remotely} other {}}, {groups}.',
  'sum.present':
    'Of {n, plural, one {# registered participant} other {# registered participants}}, {p, plural, =0 {none took part} one {# took part} other {# took part}}{split, select, yes {: {room} in person and {remote} remotely} other {}}{p, plural, =0 {} one {, {groups}} other {, {groups}}}.',
  'sum.registeredGuarded': 'The number of registered participants is given in table {table}.',
  'sum.fromAll': 'from {n, plural, one {a single stakeholder group} =2 {both stakeholder groups} other {all # stakeholder groups}}',
  'sum.fromSome': 'from {some} of {n, plural, one {# stakeholder group} other {# stakeholder groups}}',
  'sum.requests':
    '{n, plural, one {There was # request for the floor; {parts}} other {There were # requests for the floor, of which {parts}}}.',
  'sum.noRequests': 'There were no requests for the floor.',
  'part.heard': '{n, plural, one {# was heard} other {# were heard}}',
  'part.joint': '{n, plural, one {# was heard in a joint statement} other {# were heard in joint statements}}',
  'part.withdrawn': '{n, plural, one {# was withdrawn} other {# were withdrawn}}',
  'part.removed': '{n, plural, one {# was removed from the list} other {# were removed from the list}}',
  'part.absent':
    '{n, plural, one {# lapsed because the participant was absent when called} other {# lapsed because the participants were absent when called}}',
  'part.notReached': '{n, plural, one {# was not reached} other {# were not reached}}',
  'part.others': '{n, plural, one {# had another outcome} other {# had other outcomes}}',
  'part.speaking': '{n, plural, one {# has the floor} other {# have the floor}}',
  'part.waiting': '{n, plural, one {# is waiting} other {# are waiting}}',
  'sum.invited':
    'The {c, plural, one {participant} other {participants}} not reached {c, plural, one {was} other {were}} invited to submit {c, plural, one {a written statement} other {written statements}}{n, plural, =0 {} one {; # had done so} other {; # had done so}}.',
  'sum.time': 'Interventions took a total of {n, plural, one {# minute} other {# minutes}}.',
  'sum.waits':
    'Half of the speakers waited less than {median, plural, one {# minute} other {# minutes}}; the longest wait was {longest, plural, one {# minute} other {# minutes}}.',
  'sum.questions':
    '{n, plural, one {One question was submitted{parts, select, none {} other {: {parts}}}} other {Participants submitted # questions{parts, select, none {} other {, of which {parts}}}}}.',
  'sum.points':
    'On {topic}, {n, plural, one {# point was noted} other {# points were noted}}{some, plural, =0 {} one { from # of {all, plural, one {# group} other {# groups}}} other { from # of {all, plural, one {# group} other {# groups}}}}{tags, select, none {} other { ({tags})}}.',
  'sum.topic': 'topic {k}, {title}',
  'sum.most': 'The point made by the largest number of speakers was: {note} (interventions {numbers}).',
  'write.symbol': 'the symbol of the document.',
  'write.topic': 'the substance of {topic}, in two or three sentences. The points are set out in {table}.',
  'write.topicMost': 'the substance of {topic}. The sentence above is the Rapporteur’s note; rephrase it in the language of the report.',
  'write.common': 'what these points have in common and where they differ.',
  'write.conduct': 'what the Rapporteur wishes to add on the conduct of the session.',
  'write.next': 'how the summary will be used, dates, and an address for comments. If there is nothing to write, delete this heading.',

  'tag.success': '{n, plural, one {# success} other {# successes}}',
  'tag.failure': '{n, plural, one {# failure} other {# failures}}',
  'tag.expectation': '{n, plural, one {# expectation} other {# expectations}}',
  'tag.other': '{n, plural, one {# point} other {# points}} tagged “{tag}”',
  'tag.none': '{n, plural, one {# point without a tag} other {# points without a tag}}',

  'intro.form':
    'The session was held {form, select, hybrid {in hybrid format} room {in person} other {online}}. It consisted of {parts}.{form, select, hybrid { A single list of speakers served participants in the room and remote participants.} other {}}',
  'intro.presided': 'In the chair: {spans}.',
  'intro.presidedSpan': '{office} ({until, select, end {from {from} to the end} now {from {from}} other {from {from} to {until}}})',
  'intro.nobody': 'nobody',
  'office.numbered': '{office} {n}',
  'intro.opening': 'an opening segment',
  'intro.topics':
    '{n, plural, one {one topic} other {# topics}}{questions, select, each {{n, plural, one { (with a guiding question)} other { (each with a guiding question)}}} other {}}',
  'intro.panels': '{n, plural, one {a panel discussion} other {# panel discussions}}',
  'intro.floors': '{n, plural, one {an open discussion} other {# open discussions}}',
  'intro.closing': 'a closing segment',
  'intro.registered':
    'Table {table} shows the registered participants{present, select, yes { and those who took part} other {}} by group. A list of the participants who agreed to be named is circulated separately.',

  'said.intro':
    'The Rapporteur noted {n, plural, one {# point. Table {table} sets it out by topic and group, with its tag, if any. The figures in parentheses are the numbers of the interventions in which the point was made} other {# points. Table {table} sets them out by topic and group, each with its tag, if any. The figures in parentheses are the numbers of the interventions in which each point was made}} (annex I); the letter Q precedes the number of a question.',
  'said.interventions':
    'On this topic, {n, plural, one {# intervention was made} other {# interventions were made}}{split, select, yes {, {room, plural, one {#} other {#}} in the room and {remote, plural, one {#} other {#}} remotely,} room { in the room} remote { remotely} other {}} by {groups} ({table}).',
  'said.took':
    '{n, plural, one {It took {minutes, plural, one {# minute} other {# minutes}}} other {They took {minutes, plural, one {# minute} other {# minutes}}}}.',
  'said.noInterventions': 'No interventions were made on this topic.',
  'said.began':
    'The topic began at {time}{when, select, late {, {by, plural, one {# minute} other {# minutes}} later than planned} early {, {by, plural, one {# minute} other {# minutes}} earlier than planned} other {}}{lasted, plural, =-1 {} one {{when, select, planned {} other {,}} and lasted # minute (planned: {planned})} other {{when, select, planned {} other {,}} and lasted # minutes (planned: {planned})}}.',
  'said.notHeld': 'The topic was not reached.',
  'said.noted':
    'The Rapporteur noted {tags}. Unless otherwise indicated, each point was made by one participant (the figures are the numbers of the interventions):',
  'said.point': '{tag}: {note} ({source})',
  'said.pointUntagged': '{note} ({source})',
  'said.many': '{n, plural, one {one participant} other {# participants}}',
  'cell.general': 'The topic as a whole',
  'said.hidden': 'The points noted by the Rapporteur, and table {table}, are not included in the public version.',
  'said.general': 'the topic as a whole',
  'said.questions':
    'On this topic, {n, plural, one {# question was received} other {# questions were received}}: {parts}.{table, select, none {} other { The questions answered, and those to be answered, are listed in {table}.}}',
  'group.heard': '{heard} heard of {asked}',
  'group.none': 'participants without a group',
  'group.all': '{n, plural, one {the only group} =2 {both groups} other {all # groups}}',
  'cell.noIntervention': 'No intervention',
  'cell.noPoint': 'No point noted',
  'cell.notGiven': 'Not given',
  'note.notGiven': 'Not given: numbers below 3, and counts from which such a number could be derived.',
  'cell.fewer': 'Fewer than 3',
  breadth: '{n} of {all, plural, one {# group} other {# groups}}',

  'question.live': '{n, plural, one {# was answered during the session} other {# were answered during the session}}',
  'question.in-writing': '{n, plural, one {# will be answered in writing} other {# will be answered in writing}}',
  'question.taken-on-notice': '{n, plural, one {# will be answered later} other {# will be answered later}}',
  'question.notReached': '{n, plural, one {# was not reached} other {# were not reached}}',
  'question.merged': '{n, plural, one {# was asked together with another} other {# were asked together with others}}',
  'question.movedToQueue': '{n, plural, one {# was moved to the list of speakers} other {# were moved to the list of speakers}}',
  'question.declined': '{n, plural, one {# was declined ({reasons})} other {# were declined ({reasons})}}',
  'question.withdrawn': '{n, plural, one {# was withdrawn by its author} other {# were withdrawn by their authors}}',
  'question.published': '{n, plural, one {# remains open} other {# remain open}}',
  'question.pending': '{n, plural, one {# had not yet been reviewed} other {# had not yet been reviewed}}',
  'question.reason': '{reason}: {n}',
  'because.off-topic': 'off topic',
  'because.duplicate': 'already asked',
  'because.not-a-question': 'not a question',
  'because.conduct': 'against the rules of conduct',
  'because.time': 'no time left',
  'question.all':
    '{n, plural, one {One question was received: {parts}. It is included in the data file under the same number.} other {Of # questions received, {parts}. All are included in the data file under the same numbers.}}',
  'question.answeredLive': '{who}, {time}',
  'question.inSession': 'In the session',
  'question.inWriting': 'In writing',

  'share.two':
    'The most requests came from {first} and {second}: {n, plural, one {# request} other {# requests}} each, {both} of the total of {all}.',
  'share.within':
    'No group’s share of speaking time differed from its share of requests by more than {n, plural, one {# percentage point} other {# percentage points}} ({refs}).',
  'share.refs': 'Shares of requests and of speaking time are shown in {refs}.',
  'share.channels': 'Participants in the room spoke for {room} per cent of the time and remote participants for {remote} per cent.',
  'time.session':
    'The meeting began {began, select, late {{late, plural, one {# minute late} other {# minutes late}}} early {{late, plural, one {# minute early} other {# minutes early}}} other {on time}} and ended {ended, select, late {{over, plural, one {# minute late} other {# minutes late}}} early {{over, plural, one {# minute early} other {# minutes early}}} other {on time}} ({refs}).',
  'time.refs': 'The use of time is shown in {refs}.',
  'time.began':
    'The meeting began {began, select, late {{late, plural, one {# minute late} other {# minutes late}}} early {{late, plural, one {# minute early} other {# minutes early}}} other {on time}} ({refs}).',

  'order.oneList': 'Requests from the room and from remote participants formed a single list.',
  'order.span': '{until, select, end {From {from} to the end,} other {From {from} to {until},}} {rule}',
  'order.received': 'the list followed the order of requests.',
  'order.balanced':
    'the rule was “balanced”: first, participants whose organization had not yet spoken on the topic; among them, the group that had been heard least; then the channel (room or remote) other than that of the previous speaker; then the time of the request.',
  'order.alternate':
    'the rule was “room and remote in turn”: first, the channel (room or remote) that was furthest behind its share of the requests; then the time of the request.',
  'order.rotate': 'the rule was “groups in turn”: first, the group that had been heard least; then the time of the request.',
  'order.suggested': 'The rule was shown to the Chair as a suggestion; the list itself followed the order of requests.',
  'order.limit':
    'No request could be overtaken{n, plural, =0 {} one { more than once} =2 { more than twice} other { more than # times}}, and the first two places were changed only by the Chair or for a point of order.',
  'order.overtaken': 'In practice, no request was overtaken more than {n, plural, one {once} =2 {twice} other {# times}}.',
  'order.neverOvertaken': 'In practice, no request was overtaken.',
  'order.moved':
    '{n, plural, one {One request was moved by the Chair or the secretariat.} other {Requests were moved # times by the Chair or the secretariat.}}',
  'order.limitStart': 'The initial limit was {limit}.',
  'order.limitSet': 'At {time}, the limit was set to {limit} for all who had not been called.',
  'order.points':
    '{n, plural, one {One point of order was raised; the time that it took was not charged to any speaker.} other {There were # points of order; the time that they took was not charged to any speaker.}}',
  'order.table': 'Table {n} lists every decision.',
  length: '{seconds, plural, =0 {{minutes, plural, one {# minute} other {# minutes}}} other {{clock} minutes}}',

  'left.intro': 'When the meeting was closed, {n, plural, one {# request} other {# requests}} had not been reached ({table}).',
  'left.soFar': 'So far, {n, plural, one {# request has} other {# requests have}} not been reached ({table}).',
  'left.invited':
    '{n, plural, one {The participant concerned was invited at {time} to submit a written statement of at most {words} words.} other {The participants concerned were invited at {time} to submit written statements of at most {words} words each.}}',
  'left.received':
    '{n, plural, one {The statement received is {list}. It is circulated as submitted, in an addendum.} other {The statements received are {list}. They are circulated as submitted, in an addendum.}}',
  'left.none': 'No statements were received.',
  'left.statement': '{number} ({words, plural, one {# word} other {# words}})',
  'left.words': '{words, plural, one {# word} other {# words}}',
  'left.numbers':
    'The numbering continues that of the interventions. In all, there {n, plural, one {was # request} other {were # requests}}: {parts}.',
  'left.more':
    'The interventions also include {n, plural, one {one} other {#}} outside this count: listed in the programme, made at the invitation of the Chair, or made in exercise of the right of reply.',
  'left.dash': 'A dash (—) indicates that no subject was given.',
  'left.span': '{what} ({from}{one, select, yes {} other { to {to}}})',
  'left.receivedAs': 'Received ({number})',

  'annex.lead':
    'The interventions are listed in the order in which they were made. “Waited” is the time from the request to the start of the intervention; “Over” is the time used beyond the limit. Times are in minutes and seconds.',
  'annex.total': 'Total, {n, plural, one {# intervention} other {# interventions}}',
  'annex.notListed': 'Not listed here: {parts}.',
  'annex.answers': '{n, plural, one {# answer} other {# answers}} (with their questions)',
  'annex.pointsOfOrder': '{n, plural, one {# point of order} other {# points of order}} (chapter IV)',
  'annex.notReached': '{n, plural, one {# request not reached} other {# requests not reached}}',
  'annex.others': '{n, plural, one {# other request} other {# other requests}}',

  'log.session': 'Session',
  'log.made': 'Based on',
  'log.head': 'Head of the log',
  'log.profile': 'Stored in',
  'log.lost': 'Lost',
  'log.lostEntries':
    'Entries {from} to {until} of an earlier log, which had been confirmed, were lost when the store holding them failed. The loss was discovered on {time}. They are not reflected in this record.',
  'log.version': 'Version',
  'log.byHand': 'Texts added by hand',
  'log.verify': 'Verification',
  'log.template': 'Template',
  'log.entries': '{n, plural, one {{count} entry} other {{count} entries}} of the log, up to {time} ({zone})',
  'log.edition':
    '{public, select, yes {Public version} other {Full version}}, English. {rehearsal, select, yes {A rehearsal} other {Not a rehearsal}}. If the data file and this document are produced again from the same log, they will be identical, byte for byte, unless they have been edited.',
  'log.hand':
    '{public, select, yes {None.} other {Those marked “To be completed”. Nothing else in this document was added by hand after the session.}}',

  'decision.opened': 'Meeting opened; rule “{rule}”; limit of {limit}',
  'decision.closed': 'Meeting closed{n, plural, =0 {} one {; # request not reached} other {; # requests not reached}}',
  'decision.moved': 'Request of {who} (No. {number}) moved from place {from} to place {to}',
  'decision.point': 'Point of order raised by {who} (length: {time})',

  'caption.registered': 'Registered participants, by group',
  'caption.present': 'Registered participants and those who took part, by group',
  'caption.matrix': 'Points by topic and group',
  'caption.interventions': 'Interventions on {topic}, in the order in which they were made',
  'caption.questions': 'Questions on {topic}, in order of support',
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
  'legend.remote': 'Made remotely. Each bar corresponds to a row of annex I',
  'alt.shares':
    'Two bars for each group: share of requests and share of speaking time, in per cent. {values}. {finding} The figures are in table {table}.',
  'alt.within': 'No group’s shares differ by more than {n, plural, one {# percentage point} other {# percentage points}}.',
  'alt.timeline':
    'One row for each group, with a bar for each intervention: {room} in the room (filled) and {remote} remote (outlined). Below, the agenda as planned and as held. The figures are in annex I and table {table}.',
  'alt.values': '{group} {requests} and {time}',
  ...enSaid,
} as const

export type SentenceKey = keyof typeof enSentences
export type Sentences = Readonly<Record<SentenceKey, string>>
