/** A session with long texts in three languages and names of sixty characters, and every state in which a room screen shows it. */
import type { PromptId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Event } from '@rostrum/shared/contract/registry'
import { type ResponseKind, responseKinds } from '@rostrum/shared/contract/response-kinds'
import type { Wording } from '@rostrum/shared/kernel/wording'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import type { View } from '@rostrum/shared/projection/registry'
import { afterNoon, allPeople, createState, getPerson, plan } from '../../support/fixtures.ts'
import {
  approve,
  ask,
  call,
  command,
  join,
  queueOpen,
  raisePoint,
  replay,
  type SentCommand,
  toCommandId,
  toEntryId,
  toQuestionId,
  toTurnId,
} from '../../support/given.ts'
import type { Shown } from './page.tsx'

const names: Readonly<Record<string, string>> = {
  'gov-1': 'Permanent Mission of the Plurinational State of Bolivia, UNOG',
  'gov-2': 'Mission permanente de la République démocratique du Congo, GE',
  'civil-1': 'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي في',
  'private-1': 'International Federation of Telecommunications Operators, GVA',
  'technical-1': 'Réseau francophone des établissements universitaires, Afrique',
}
const title: Wording = {
  en: 'Consultation on the outcomes of the World Summit on the Information Society',
  fr: 'Consultation sur les résultats du Sommet mondial sur la société de l’information',
  ar: 'مشاورة بشأن نتائج مؤتمر القمة العالمي لمجتمع المعلومات',
}
const topic = {
  title: {
    en: 'Successes and failures since 2005',
    fr: 'Réussites et échecs depuis 2005',
    ar: 'النجاحات والإخفاقات منذ عام 2005',
  },
  question: {
    en: 'Which commitments of the Summit have been kept, which have not, and what have those who were to gain from them most seen of it?',
    fr: 'Quels engagements du Sommet ont été tenus, lesquels ne l’ont pas été, et qu’en ont vu celles et ceux qui devaient en profiter le plus ?',
    ar: 'أي التزامات مؤتمر القمة جرى الوفاء بها، وأيها لم يجر الوفاء به، وماذا رأى منها أولئك الذين كان من المقرر أن يستفيدوا منها أكثر من غيرهم؟',
  },
}
const groups: Readonly<Record<string, Wording>> = {
  government: { en: 'Governments', fr: 'Gouvernements', ar: 'الحكومات' },
  civil: { en: 'Civil society', fr: 'Société civile', ar: 'المجتمع المدني' },
  private: { en: 'Private sector', fr: 'Secteur privé', ar: 'القطاع الخاص' },
  technical: {
    en: 'Technical and academic community',
    fr: 'Communauté technique et universitaire',
    ar: 'الأوساط التقنية والأكاديمية',
  },
  international: { en: 'International organizations', fr: 'Organisations internationales', ar: 'المنظمات الدولية' },
}
const announcement: Wording = {
  en: 'Lunch is served on the first floor at 13:00. Delegations that have not yet collected their badges are asked to do so at the entrance before the afternoon. The side event on connectivity begins at 13:30 in room XII, and interpretation into six languages is provided there as well.',
  fr: 'Le déjeuner est servi au premier étage à 13 heures. Les délégations qui n’ont pas encore retiré leurs badges sont priées de le faire à l’entrée avant l’après-midi. La manifestation parallèle sur la connectivité commence à 13 h 30 en salle XII, avec interprétation en six langues.',
  ar: 'يقدم الغداء في الطابق الأول في الساعة 13:00. ويرجى من الوفود التي لم تتسلم شاراتها بعد أن تفعل ذلك عند المدخل قبل فترة ما بعد الظهر. ويبدأ الحدث الجانبي المعني بالتوصيلية في الساعة 13:30 في القاعة الثانية عشرة، وتوفر الترجمة الشفوية هناك أيضا بست لغات.',
}
const sentence: Wording = {
  en: 'The summary should say for each input how it was addressed, by whom it was made, and which paragraph of the outcome takes it up.',
  fr: 'Le résumé devrait indiquer pour chaque contribution comment elle a été traitée, qui l’a faite et quel paragraphe du document la reprend.',
  ar: 'ينبغي أن يذكر الموجز بالنسبة إلى كل مساهمة كيف جرى تناولها، ومن قدمها، وأي فقرة من الوثيقة الختامية تتناولها.',
}
const question =
  'How will the review fund connectivity in rural areas and in small island developing States, and who will report each year on what has been spent, by whom and with what effect?'

const longPlan: Plan = {
  ...plan,
  title,
  short: title,
  place: 'Geneva',
  walkIns: true,
  groups: plan.groups.map((one) => ({ ...one, label: groups[one.id] ?? one.label, short: groups[one.id] ?? one.short })),
  segments: plan.segments.map((one) => (one.kind === 'topic' ? { ...one, ...topic } : one)),
  captions: { ...plan.captions, languages: ['en', 'fr', 'ar'] as never },
}
const createNamed = (its: Readonly<Record<string, string>>) =>
  createState(
    longPlan,
    allPeople.map((one) => ({ ...one, entity: its[one.person] ?? one.entity })),
  )
const start = createNamed(names)

const toTopic = command('chair', 'agenda.go', { to: 'topic' as never, expectedCurrent: 'opening' as never }, { at: 10 })
const startTurn = (who: string, at: number) => command('chair', 'floor.start', { turn: toTurnId(`turn-${who}`) }, { at })
const waiting = [...queueOpen, join('gov-1'), join('gov-2'), join('civil-1'), join('private-1'), join('technical-1')]
const called = [...waiting, toTopic, call('gov-1', { at: 12 })]
const speaking = [...called, startTurn('gov-1', 15)]
const point = [
  ...speaking,
  raisePoint('gov-2'),
  command(
    'chair',
    'floor.recognize',
    { entry: toEntryId('gov-2-point'), expectedCurrent: toTurnId('turn-gov-1') },
    { id: 'turn-gov-2-point', at: 40 },
  ),
]
const suspend = command('chair', 'session.suspend', { until: afterNoon(900) })
const lastCall = command('chair', 'queue.last-call', { for: 120_000 as never }, { at: 30 })
const closeList = command('chair', 'queue.close', {}, { at: 31 })
const prompt = { prompt: toCommandId('sense') as string as PromptId }
const put = command('desk', 'sense.put', { text: sentence, one: 'person', length: 90_000 as never }, { id: 'sense', at: 200 })
const closeSense = command('desk', 'sense.close', prompt, { at: 240 })
const most = { amount: 'most', spread: 'three-groups' } as const
const words = Object.fromEntries(responseKinds.map((kind) => [kind, most])) as Record<ResponseKind, typeof most>
const published: Event = { type: 'sense.published', data: { ...prompt, result: { turnout: 'nearly-all', words } } }
const asked = { question: toQuestionId('technical-1-asks') }
const makeAnswer = (words: string) => [
  ...waiting,
  toTopic,
  ask('technical-1', words),
  approve('technical-1-asks'),
  command('chair', 'questions.show', { ...asked, expectedCurrent: null }, { id: 'answer', at: 20 }),
]
const answering = makeAnswer(question)
const startAnswer = command('chair', 'floor.start', { turn: toTurnId('answer') }, { at: 22 })

/** `at`: in seconds after noon. */
type ScreenState = { readonly at: number; readonly history: readonly (SentCommand | Event)[] }
const states = {
  welcome: { at: -600, history: [] },
  'a new topic': { at: 12, history: [...waiting, toTopic] },
  'nobody has the floor': { at: 60, history: [...waiting, toTopic] },
  called: { at: 14, history: called },
  speaking: { at: 60, history: speaking },
  'last call': { at: 60, history: [...speaking, lastCall] },
  'closed list': { at: 60, history: [...speaking, closeList] },
  'last 30 seconds': { at: 180, history: speaking },
  'over time': { at: 230, history: speaking },
  paused: { at: 60, history: [...speaking, command('chair', 'floor.pause', { turn: toTurnId('turn-gov-1') }, { at: 50 })] },
  'a point of order': { at: 60, history: point },
  'a point of order at last call': { at: 60, history: [...speaking, lastCall, ...point.slice(speaking.length)] },
  ruling: {
    at: 70,
    history: [...point, command('chair', 'floor.end', { turn: toTurnId('turn-gov-2-point') }, { at: 65 })],
  },
  suspended: { at: 60, history: [...speaking, suspend] },
  'suspended during a point of order': { at: 60, history: [...point, suspend] },
  answering: { at: 60, history: answering },
  'an answer has started': { at: 60, history: [...answering, startAnswer] },
  'an answer is over time': { at: 400, history: [...answering, startAnswer] },
  'a sentence is open': { at: 230, history: [...waiting, toTopic, put] },
  'a sentence is open while somebody speaks': { at: 230, history: [...speaking, put] },
  'a sentence is open in a suspension': { at: 230, history: [...speaking, put, suspend] },
  'a sentence is closed': { at: 250, history: [...waiting, toTopic, put, closeSense] },
  'a sentence is closed while somebody speaks': { at: 250, history: [...speaking, put, closeSense] },
  'a result is shown': { at: 250, history: [...waiting, toTopic, put, closeSense, published] },
  'closed session': { at: 60, history: [...speaking, command('chair', 'session.close', {}, { at: 50 })] },
} as const satisfies Readonly<Record<string, ScreenState>>

export type StateName = keyof typeof states
export const stateNames = Object.keys(states) as readonly StateName[]

/** Returns what the screen has been sent in this state, and the time. */
export const makeView = (name: StateName, isAnnounced: boolean, isCaptioned: boolean): Pick<Shown, 'view' | 'at'> => {
  const { at, history }: ScreenState = states[name]
  const announce = command('desk', 'cues.announce', { to: 'everyone', text: announcement }, { at: 0 })
  return project({ at, history: isAnnounced ? [announce, ...history] : history }, isCaptioned)
}

/** The same while the panel answers a question of this many characters, before or after the start of its clock. */
export const makeAnswerView = (length: number, isStarted: boolean): Pick<Shown, 'view' | 'at'> => {
  const shown = makeAnswer(question.slice(0, length).trim())
  return project({ at: 25, history: isStarted ? [...shown, startAnswer] : shown }, false)
}

/** The same with these names, and short ones in place of the others. */
export const makeNamedView = (name: StateName, its: Readonly<Record<string, string>>, isCaptioned = false): Pick<Shown, 'view' | 'at'> =>
  project(states[name], isCaptioned, createNamed(its))

/** The same while somebody of this name speaks, and names of a few words wait. */
export const makeSpeakerView = (name: string): Pick<Shown, 'view' | 'at'> => makeNamedView('speaking', { 'gov-1': name })

const project = ({ at, history }: ScreenState, isCaptioned: boolean, from = start): Pick<Shown, 'view' | 'at'> => {
  const state = replay(history, from)
  const audience: Partial<View> = projectAudience(state, 'display').view
  const view = {
    ...{ ...audience, ...projectPerson(state, getPerson(state, 'screen')).view },
    ...(isCaptioned ? {} : { captionLanguages: [] }),
    ...{ presence: { room: 31, remote: 12 }, participation: { ...prompt, turnout: 'nearly-all' } },
  }
  return { view: view as unknown as View, at: afterNoon(at) }
}
