/** The model session, played the same way every time: thirty people, some with names that are made to do harm, in three scripts. */
import { shifted } from '@rostrum/server/template/read-plan'
import { planFrom } from '@rostrum/server/template/templates'
import type { GroupId, NoteId, PersonId, SegmentId, SessionId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { CommandData, Commit, State } from '@rostrum/shared/contract/registry'
import { millisOf } from '@rostrum/shared/kernel/time'
import { noon } from './fixtures.ts'
import { commandOf, entryOf, questionOf, type Said, said, turnOf } from './given.ts'
import { type Answer, written } from './log-builder.ts'

export const modelId = 'model-session' as SessionId

/** In the records of a session that hides its authors these must be nowhere in the public version. */
export const secrets = {
  pending: 'PENDING-5d1b0c7e',
  declined: 'DECLINED-93aa41f0',
  original: 'ORIGINAL-c2f7d8b6',
  tag: 'TAG-7b06e1',
  point: 'POINT-e4419c2d',
  topic: 'TOPIC-a8e0d319',
  /** Of whoever asks what is published. */
  author: 'AUTHOR-0f6a7723',
} as const

/** What becomes something else where it is not kept apart from markup, formulas and directions. */
export const hostile: readonly string[] = [
  '=HYPERLINK("http://x.example","Open")',
  '+41 Forum',
  '-1+1',
  '@SUM(A1:A9)',
  '＝1+1',
  '<script>alert(1)</script>',
  '| a | b |',
  '# Forum *bold* _under_',
  '[Open](http://x.example)![x](y)',
  '"Quoted", and; divided',
  'a\\b`c`',
  '&amp; &lt;Forum&gt;',
  '1. Forum',
  '_x0041_ Forum',
  '</w:t><w:t>',
  ']]> Forum',
]
const scripts: readonly string[] = [
  'وفد الدولة الأولى',
  'منظمة (أ) & شركاء 2030',
  '第一代表团',
  '数字社会研究所（二）',
  'Délégation à l’essai',
  '🌍 Forum 𝔘',
]

const groups = ['government', 'private-sector', 'civil-society', 'technical-academic', 'international']
const names = [...hostile, ...scripts, ...Array.from({ length: 7 }, (_, index) => `Delegation ${index + 1}`), secrets.author]

const admitted = (
  person: string,
  role: Admission['role'],
  entity: string,
  group: string | null,
  channel: Admission['channel'],
): Admission => ({
  person: person as PersonId,
  role,
  entity,
  group: group as GroupId | null,
  channel,
})
const person = (index: number): string => `person-${String(index + 1).padStart(2, '0')}`
/** Asks what is published, and nothing else that is. */
const author = names.length - 1
const pick = <T>(all: readonly T[], index: number): T => {
  const one = all[index % all.length]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

const people: readonly Admission[] = [
  admitted('chair', 'chair', 'Chair', null, 'room'),
  admitted('desk', 'secretariat', 'Secretariat', null, 'room'),
  admitted('panel', 'panellist', 'Panel', 'technical-academic', 'room'),
  admitted('screen', 'display', 'Room screen', null, 'room'),
  ...names.map((entity, index) =>
    admitted(person(index), 'participant', entity, index % 7 === 6 ? null : pick(groups, index), index % 5 < 3 ? 'room' : 'remote'),
  ),
]

export const modelPlan = (attribution: Plan['questions']['attribution'] = 'hidden'): Plan => {
  const plan = shifted(planFrom('wsis-at-20'), noon)
  return { ...plan, questions: { ...plan.questions, attribution }, statements: { ...plan.statements, anytime: false } }
}

const points = [
  'Access grew faster than any target set in 2005.',
  'نما النفاذ أسرع من أي هدف حُدد في عام 2005 (ITU).',
  '接入增长快于2005年设定的任何目标。',
  '- not a list\n1. nor this | nor <b>this</b>',
  '=1+1 is no formula',
  secrets.point,
]
const statement = [
  'We would have said that access is a right.\n\n# Not a heading\n= not a formula',
  'نود أن نؤكد أن النفاذ حق للجميع.\n\nونشكر الأمانة.',
  '我们本来要说，接入是一项权利。',
]

const when = (at: number, id: string) => ({ at, id })
const asks = (by: number, id: string, text: string, at: number): Said =>
  said(person(by), 'questions.ask', { text, receipt: null }, when(at, id))
const desk = <
  C extends 'questions.approve' | 'questions.decline' | 'questions.label' | 'questions.edit' | 'questions.merge' | 'questions.support',
>(
  type: C,
  data: Omit<CommandData<C>, 'question'>,
  question: string,
  at: number,
  by = 'desk',
): Said => said(by, type, { question: questionOf(question), ...data } as never, when(at, `${type}-${question}-${by}`.slice(0, 60)))

const goes =
  (to: string, at: number): Answer =>
  ({ agenda }) =>
    said('chair', 'agenda.go', { to: to as SegmentId, expectedCurrent: agenda.current }, when(at, `go-${to}`))

/** Calls whoever is next, lets them speak, and writes a point down. */
const speaks = (number: number, segment: string, at: number, length: number): readonly (Said | Answer)[] => {
  const turn = turnOf(`turn-${number}`)
  const about = { kind: 'turn', turn } as const
  const tag = pick(['success', 'failure', 'expectation', null], number)
  return [
    ({ queue, floor }: State) =>
      said(
        'chair',
        'floor.call',
        { entry: queue.next ?? entryOf('nobody'), expectedCurrent: floor.current?.id ?? null, expectedNext: queue.next },
        when(at, `turn-${number}`),
      ),
    said('chair', 'floor.start', { turn }, when(at + 8, `start-${number}`)),
    said('desk', 'notes.add', { text: pick(points, number), tag, segment: segment as SegmentId, about }, when(at + 20, `note-${number}`)),
    said('chair', 'floor.end', { turn }, when(at + 8 + length, `end-${number}`)),
  ]
}

const answers = (question: string, at: number, length: number): readonly Said[] => [
  said('chair', 'questions.show', { question: questionOf(question), expectedCurrent: null }, when(at, `show-${question}`)),
  said('chair', 'questions.settle', { question: questionOf(question), answer: 'live' }, when(at + length, `settle-${question}`)),
]

/** Those who ask for the floor. */
const waiting = Array.from({ length: 24 }, (_, index) => index)

const history: readonly (Said | Answer)[] = [
  said('chair', 'session.open', {}, when(60, 'open')),
  said('chair', 'queue.open', {}, when(90, 'list')),
  ...waiting.map((index) =>
    said(
      person(index),
      'queue.join',
      { kind: 'intervention', topic: index === 8 ? secrets.topic : index % 4 === 0 ? pick([...hostile, ...scripts], index + 3) : null },
      when(100 + 7 * index, `asks-${index}`),
    ),
  ),
  goes('topic-1', 620),
  ...speaks(1, 'topic-1', 640, 150),
  ...speaks(2, 'topic-1', 800, 190),
  asks(author, 'question-1', 'Who pays for the last mile? <b>Who?</b>', 1000),
  asks(2, 'question-2', 'كيف يُموَّل النفاذ في المناطق الريفية؟', 1010),
  asks(3, 'question-3', `What of ${secrets.original}?`, 1020),
  asks(4, 'question-4', `${secrets.declined} is rude`, 1030),
  asks(5, 'question-5', '怎样资助农村地区的接入？', 1040),
  asks(6, 'question-6', `${secrets.pending} waits`, 1050),
  asks(7, 'question-7', 'Who pays?', 1060),
  asks(8, 'question-8', 'Who pays for the last mile, then?', 1065),
  desk('questions.approve', {}, 'question-1', 1100),
  desk('questions.approve', {}, 'question-2', 1110),
  desk('questions.edit', { text: 'What of the rest?', expectedText: `What of ${secrets.original}?` }, 'question-3', 1120),
  desk('questions.approve', {}, 'question-3', 1125),
  desk('questions.label', { segment: 'topic-2' as SegmentId, tags: [secrets.tag] }, 'question-3', 1130),
  desk('questions.decline', { reason: 'conduct' }, 'question-4', 1140),
  desk('questions.approve', {}, 'question-5', 1150),
  desk('questions.approve', {}, 'question-8', 1160),
  desk('questions.merge', { into: questionOf('question-1') }, 'question-8', 1170),
  desk('questions.support', {}, 'question-2', 1180, person(10)),
  desk('questions.support', {}, 'question-2', 1185, person(11)),
  said(person(7), 'questions.withdraw', { question: questionOf('question-7') }, when(1190, 'withdraws-7')),
  ...speaks(3, 'topic-1', 1210, 170),
  ...answers('question-1', 1400, 70),
  goes('topic-2', 2080),
  ...speaks(4, 'topic-2', 2090, 181),
  ...speaks(5, 'topic-2', 2290, 100),
  said('chair', 'session.suspend', {}, when(2420, 'suspend')),
  said('chair', 'session.resume', {}, when(2720, 'resume')),
  ({ floor }) =>
    said(
      'chair',
      'floor.limit',
      { scope: { kind: 'everyone' }, limit: millisOf(120_000), expectedLimit: floor.limits.everyone },
      when(2730, 'limit'),
    ),
  said(
    'chair',
    'floor.limit',
    { scope: { kind: 'group', group: 'civil-society' as GroupId }, limit: millisOf(90_000), expectedLimit: null },
    when(2735, 'limit-group'),
  ),
  said(person(20), 'queue.withdraw', { entry: entryOf('asks-20') }, when(2740, 'withdraws-20')),
  said('desk', 'queue.remove', { entry: entryOf('asks-21'), reason: 'duplicate' }, when(2745, 'removes-21')),
  ...speaks(6, 'topic-2', 2760, 118),
  ...speaks(7, 'topic-2', 2900, 133),
  said(person(12), 'queue.join', { kind: 'point-of-order', topic: null }, when(3050, 'point-of-order')),
  said('chair', 'floor.recognize', { entry: entryOf('point-of-order'), expectedCurrent: null }, when(3060, 'point')),
  said('chair', 'floor.end', { turn: turnOf('point') }, when(3095, 'end-point')),
  ...speaks(8, 'topic-2', 3100, 110),
  ...answers('question-5', 3240, 45),
  goes('topic-3', 3560),
  ...speaks(9, 'topic-3', 3570, 119),
  ...speaks(10, 'topic-3', 3700, 121),
  ...speaks(11, 'topic-3', 3830, 60),
  ({ queue }) => said('chair', 'queue.order', { mode: 'rotate', recommend: false, expectedMode: queue.mode }, when(3900, 'order')),
  ...speaks(12, 'topic-3', 3910, 119),
  said(
    'desk',
    'notes.add',
    { text: 'The part as a whole.', tag: null, segment: 'topic-3' as SegmentId, about: null },
    when(4050, 'note-part'),
  ),
  said(
    'desk',
    'notes.edit',
    { note: commandOf('note-part') as string as NoteId, text: 'The part as a whole, in one.', tag: null, expectedVersion: 0 },
    when(4060, 'note-part-again'),
  ),
  said('chair', 'queue.close', {}, when(4100, 'list-closed')),
  goes('closing', 4900),
  said('chair', 'session.close', {}, when(5340, 'close')),
]

/** Those who were not reached write, three of them. */
const filed = ({ queue }: State, index: number): Said => {
  const by = pick(queue.unheard, index).speaker.person
  if (by === null) throw new Error('whoever was not reached has no device')
  return said(by, 'statements.file', { text: pick(statement, index), expectedVersion: 0 }, when(5400 + 60 * index, `statement-${index}`))
}

export const modelSession = (plan = modelPlan()): readonly Commit[] =>
  written(
    plan,
    [
      ...history,
      ...[0, 1, 2].map(
        (index): Answer =>
          (state) =>
            filed(state, index),
      ),
    ],
    people,
  )

/** The same up to its middle: the session runs. */
export const modelSoFar = (): readonly Commit[] => modelSession().slice(0, 90)
