/** The tables of the record and their columns, with the same names as in JSON. */
export type TableName =
  | 'participants'
  | 'agenda'
  | 'papers'
  | 'turns'
  | 'requests'
  | 'questions'
  | 'statements'
  | 'points'
  | 'sense'
  | 'captions'
  | 'figures'
  | 'log'

/** The kinds of columns. `code`: a value of one of our closed lists, or the id of a segment or group. `codes`: several of them. */
export type ColumnKind = 'id' | 'text' | 'number' | 'time' | 'code' | 'codes' | 'truth'

export const columnKinds = {
  id: 'id',
  kind: 'code',
  segment: 'code',
  title: 'text',
  address: 'text',
  guidingQuestion: 'text',
  plannedStart: 'time',
  plannedSeconds: 'number',
  endedAt: 'time',
  actualSeconds: 'number',
  suspendedSeconds: 'number',
  name: 'text',
  entity: 'text',
  notConfirmed: 'truth',
  group: 'code',
  channel: 'code',
  language: 'code',
  onBehalfOf: 'text',
  request: 'id',
  question: 'id',
  askedAt: 'time',
  calledAt: 'time',
  startedAt: 'time',
  limitSeconds: 'number',
  extendedSeconds: 'number',
  usedSeconds: 'number',
  overSeconds: 'number',
  pausedSeconds: 'number',
  requestChannel: 'code',
  listed: 'truth',
  topic: 'text',
  outcome: 'code',
  missedCalls: 'number',
  reason: 'code',
  turn: 'id',
  waitSeconds: 'number',
  number: 'number',
  text: 'text',
  original: 'text',
  tags: 'text',
  status: 'code',
  answer: 'code',
  answeredBy: 'text',
  answerSeconds: 'number',
  into: 'id',
  support: 'number',
  supportGroups: 'codes',
  words: 'number',
  filedAt: 'time',
  entered: 'truth',
  tag: 'text',
  source: 'code',
  statement: 'id',
  afterClose: 'truth',
  at: 'time',
  figure: 'code',
  of: 'code',
  value: 'number',
  one: 'code',
  response: 'code',
  amount: 'code',
  spread: 'code',
  turnout: 'code',
  people: 'number',
  commits: 'number',
  head: 'id',
  public: 'truth',
  cut: 'truth',
  captions: 'code',
} as const satisfies Readonly<Record<string, ColumnKind>>
export type Column = keyof typeof columnKinds

export type FigureName =
  | 'requests'
  | 'heard'
  | 'turns'
  | 'spokenSeconds'
  | 'answersSeconds'
  | 'medianWaitSeconds'
  | 'longestWaitSeconds'
  | 'registered'
  | 'present'
  | 'questions'
