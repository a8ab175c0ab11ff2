/** The model session, the same every time: thirty people with names in three scripts. Some of the names are attacks. */
import { shiftPlan } from '@rostrum/server/services/template/read-plan'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import type { GroupId, NoteId, PersonId, SegmentId, SessionId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { CommandData, Commit, State } from '@rostrum/shared/contract/registry'
import { toMillis } from '@rostrum/shared/kernel/time'
import { noon } from './fixtures.ts'
import { command, type SentCommand, toCommandId, toEntryId, toQuestionId, toTurnId } from './given.ts'
import { buildLog, type CommandFactory } from './log-builder.ts'

export const modelId = 'model-session' as SessionId

/** If the session hides its authors, these texts must not appear in the public version of the record. */
export const secretTexts = {
  pending: 'PENDING-5d1b0c7e',
  declined: 'DECLINED-93aa41f0',
  original: 'ORIGINAL-c2f7d8b6',
  tag: 'TAG-7b06e1',
  point: 'POINT-e4419c2d',
  topic: 'TOPIC-a8e0d319',
  /** The name of the published question's author. */
  author: 'AUTHOR-0f6a7723',
} as const

/** Texts that become markup, formulas or a change of direction if an export does not escape them. */
export const hostileTexts: readonly string[] = [
  '=HYPERLINK("http://x.example","Open")',
  '+41 Forum',
  '-1+1',
  '@SUM(A1:A9)',
  '＝2+2',
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
const scriptSamples: readonly string[] = [
  'وفد الدولة الأولى',
  'منظمة (أ) & شركاء 2030',
  '第一代表团',
  '数字社会研究所（二）',
  'Délégation à l’essai',
  '🌍 Forum 𝔘',
]

const groups = ['government', 'private-sector', 'civil-society', 'technical-academic', 'international']
const names = [...hostileTexts, ...scriptSamples, ...Array.from({ length: 7 }, (_, index) => `Delegation ${index + 1}`), secretTexts.author]

const makeAdmission = (
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
const toPersonName = (index: number): string => `person-${String(index + 1).padStart(2, '0')}`
/** The person whose only published item is one question. */
const authorIndex = names.length - 1
const pick = <T>(all: readonly T[], index: number): T => {
  const one = all[index % all.length]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

const people: readonly Admission[] = [
  makeAdmission('chair', 'chair', 'Chair', null, 'room'),
  makeAdmission('desk', 'secretariat', 'Secretariat', null, 'room'),
  makeAdmission('panel', 'panellist', 'Panel', 'technical-academic', 'room'),
  makeAdmission('screen', 'display', 'Room screen', null, 'room'),
  ...names.map((entity, index) =>
    makeAdmission(
      toPersonName(index),
      'participant',
      entity,
      index % 7 === 6 ? null : pick(groups, index),
      index % 5 < 3 ? 'room' : 'remote',
    ),
  ),
]

export const makeModelPlan = (attribution: Plan['questions']['attribution'] = 'hidden'): Plan => {
  const plan = shiftPlan(loadTemplate('wsis-at-20'), noon)
  return { ...plan, questions: { ...plan.questions, attribution }, statements: { ...plan.statements, anytime: false } }
}

const noteTexts = [
  'Access grew faster than any target set in 2005.',
  'نما النفاذ أسرع من أي هدف حُدد في عام 2005 (ITU).',
  '接入增长快于2005年设定的任何目标。',
  '- not a list\n1. nor this | nor <b>this</b>',
  '=1+1 is no formula',
  secretTexts.point,
]
const statementTexts = [
  'We would have said that access is a right.\n\n# Not a heading\n= not a formula',
  'نود أن نؤكد أن النفاذ حق للجميع.\n\nونشكر الأمانة.',
  '我们本来要说，接入是一项权利。',
]

const setTime = (at: number, id: string) => ({ at, id })
const askAt = (by: number, id: string, text: string, at: number): SentCommand =>
  command(toPersonName(by), 'questions.ask', { text, receipt: null }, setTime(at, id))
const moderateAt = <
  C extends 'questions.approve' | 'questions.decline' | 'questions.label' | 'questions.edit' | 'questions.merge' | 'questions.support',
>(
  type: C,
  data: Omit<CommandData<C>, 'question'>,
  question: string,
  at: number,
  by = 'desk',
): SentCommand =>
  command(by, type, { question: toQuestionId(question), ...data } as never, setTime(at, `${type}-${question}-${by}`.slice(0, 60)))

const startSegmentAt =
  (to: string, at: number): CommandFactory =>
  ({ agenda }) =>
    command('chair', 'agenda.go', { to: to as SegmentId, expectedCurrent: agenda.current }, setTime(at, `go-${to}`))

/** Plays a turn: the Chair calls the next speaker, who speaks, and the secretariat writes a note. */
const playTurn = (number: number, segment: string, at: number, length: number): readonly (SentCommand | CommandFactory)[] => {
  const turn = toTurnId(`turn-${number}`)
  const about = { kind: 'turn', turn } as const
  const tag = pick(['success', 'failure', 'expectation', null], number)
  return [
    ({ queue, floor }: State) =>
      command(
        'chair',
        'floor.call',
        { entry: queue.next ?? toEntryId('nobody'), expectedCurrent: floor.current?.id ?? null, expectedNext: queue.next },
        setTime(at, `turn-${number}`),
      ),
    command('chair', 'floor.start', { turn }, setTime(at + 8, `start-${number}`)),
    command(
      'desk',
      'notes.add',
      { text: pick(noteTexts, number), tag, segment: segment as SegmentId, about },
      setTime(at + 20, `note-${number}`),
    ),
    command('chair', 'floor.end', { turn }, setTime(at + 8 + length, `end-${number}`)),
  ]
}

const answerQuestion = (question: string, at: number, length: number): readonly SentCommand[] => [
  command('chair', 'questions.show', { question: toQuestionId(question), expectedCurrent: null }, setTime(at, `show-${question}`)),
  command('chair', 'floor.start', { turn: toTurnId(`show-${question}`) }, setTime(at, `start-${question}`)),
  command(
    'chair',
    'questions.mark-answered',
    { question: toQuestionId(question), answer: 'live' },
    setTime(at + length, `settle-${question}`),
  ),
]

/** The people who request the floor. */
const requestIndexes = Array.from({ length: 24 }, (_, index) => index)

const history: readonly (SentCommand | CommandFactory)[] = [
  command('chair', 'session.open', {}, setTime(60, 'open')),
  command('chair', 'queue.open', {}, setTime(90, 'list')),
  ...requestIndexes.map((index) =>
    command(
      toPersonName(index),
      'queue.join',
      {
        kind: 'intervention',
        topic: index === 8 ? secretTexts.topic : index % 4 === 0 ? pick([...hostileTexts, ...scriptSamples], index + 3) : null,
      },
      setTime(100 + 7 * index, `asks-${index}`),
    ),
  ),
  startSegmentAt('topic-1', 620),
  ...playTurn(1, 'topic-1', 640, 150),
  ...playTurn(2, 'topic-1', 800, 190),
  askAt(authorIndex, 'question-1', 'Who pays for the last mile? <b>Who?</b>', 1000),
  askAt(2, 'question-2', 'كيف يُموَّل النفاذ في المناطق الريفية؟', 1010),
  askAt(3, 'question-3', `What of ${secretTexts.original}?`, 1020),
  askAt(4, 'question-4', `${secretTexts.declined} is rude`, 1030),
  askAt(5, 'question-5', '怎样资助农村地区的接入？', 1040),
  askAt(6, 'question-6', `${secretTexts.pending} waits`, 1050),
  askAt(7, 'question-7', 'Who pays?', 1060),
  askAt(8, 'question-8', 'Who pays for the last mile, then?', 1065),
  moderateAt('questions.approve', {}, 'question-1', 1100),
  moderateAt('questions.approve', {}, 'question-2', 1110),
  moderateAt('questions.edit', { text: 'What of the rest?', expectedText: `What of ${secretTexts.original}?` }, 'question-3', 1120),
  moderateAt('questions.approve', {}, 'question-3', 1125),
  moderateAt('questions.label', { segment: 'topic-2' as SegmentId, tags: [secretTexts.tag] }, 'question-3', 1130),
  moderateAt('questions.decline', { reason: 'conduct' }, 'question-4', 1140),
  moderateAt('questions.approve', {}, 'question-5', 1150),
  moderateAt('questions.approve', {}, 'question-8', 1160),
  moderateAt('questions.merge', { into: toQuestionId('question-1') }, 'question-8', 1170),
  moderateAt('questions.support', {}, 'question-2', 1180, toPersonName(10)),
  moderateAt('questions.support', {}, 'question-2', 1185, toPersonName(11)),
  command(toPersonName(7), 'questions.withdraw', { question: toQuestionId('question-7') }, setTime(1190, 'withdraws-7')),
  ...playTurn(3, 'topic-1', 1210, 170),
  ...answerQuestion('question-1', 1400, 70),
  startSegmentAt('topic-2', 2080),
  ...playTurn(4, 'topic-2', 2090, 181),
  ...playTurn(5, 'topic-2', 2290, 100),
  command('chair', 'session.suspend', {}, setTime(2420, 'suspend')),
  command('chair', 'session.resume', {}, setTime(2720, 'resume')),
  ({ floor }) =>
    command(
      'chair',
      'floor.set-limit',
      { scope: { kind: 'everyone' }, limit: toMillis(120_000), expectedLimit: floor.limits.everyone },
      setTime(2730, 'limit'),
    ),
  command(
    'chair',
    'floor.set-limit',
    { scope: { kind: 'group', group: 'civil-society' as GroupId }, limit: toMillis(90_000), expectedLimit: null },
    setTime(2735, 'limit-group'),
  ),
  command(toPersonName(20), 'queue.withdraw', { entry: toEntryId('asks-20') }, setTime(2740, 'withdraws-20')),
  command('desk', 'queue.remove', { entry: toEntryId('asks-21'), reason: 'duplicate' }, setTime(2745, 'removes-21')),
  ...playTurn(6, 'topic-2', 2760, 118),
  ...playTurn(7, 'topic-2', 2900, 133),
  command(toPersonName(12), 'queue.join', { kind: 'point-of-order', topic: null }, setTime(3050, 'point-of-order')),
  command('chair', 'floor.recognize', { entry: toEntryId('point-of-order'), expectedCurrent: null }, setTime(3060, 'point')),
  command('chair', 'floor.end', { turn: toTurnId('point') }, setTime(3095, 'end-point')),
  ...playTurn(8, 'topic-2', 3100, 110),
  ...answerQuestion('question-5', 3240, 45),
  startSegmentAt('topic-3', 3560),
  ...playTurn(9, 'topic-3', 3570, 119),
  ...playTurn(10, 'topic-3', 3700, 121),
  ...playTurn(11, 'topic-3', 3830, 60),
  ({ queue }) =>
    command('chair', 'queue.set-order', { mode: 'rotate', suggestOnly: false, expectedMode: queue.mode }, setTime(3900, 'order')),
  ...playTurn(12, 'topic-3', 3910, 119),
  command(
    'desk',
    'notes.add',
    { text: 'The part as a whole.', tag: null, segment: 'topic-3' as SegmentId, about: null },
    setTime(4050, 'note-part'),
  ),
  command(
    'desk',
    'notes.edit',
    { note: toCommandId('note-part') as string as NoteId, text: 'The part as a whole, in one.', tag: null, expectedVersion: 0 },
    setTime(4060, 'note-part-again'),
  ),
  command('chair', 'queue.close', {}, setTime(4100, 'list-closed')),
  startSegmentAt('closing', 4900),
  command('chair', 'session.close', {}, setTime(5340, 'close')),
]

/** Makes a statement by one of the people who were not reached. */
const submitStatement = ({ queue }: State, index: number): SentCommand => {
  const by = pick(queue.notReached, index).speaker.person
  if (by === null) throw new Error('the person who was not reached has no device')
  return command(
    by,
    'statements.submit',
    { text: pick(statementTexts, index), expectedVersion: 0 },
    setTime(5400 + 60 * index, `statement-${index}`),
  )
}

export const buildModelLog = (plan = makeModelPlan()): readonly Commit[] =>
  buildLog(
    plan,
    [
      ...history,
      ...[0, 1, 2].map(
        (index): CommandFactory =>
          (state) =>
            submitStatement(state, index),
      ),
    ],
    people,
  )

/** Returns the first part of the log: the session is still open. */
export const buildModelLogSoFar = (): readonly Commit[] => buildModelLog().slice(0, 90)
