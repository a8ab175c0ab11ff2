/** The tables of the record and their columns, as JSON calls them. */
export const tableNames = ['agenda', 'turns', 'requests', 'questions', 'statements', 'points', 'figures', 'log'] as const
export type TableName = (typeof tableNames)[number]

/** `code`: from a closed list of ours, or a part or a group by its id. `codes`: several of them. */
export type Kind = 'id' | 'text' | 'number' | 'time' | 'code' | 'codes' | 'truth'

export const kinds = {
  id: 'id',
  kind: 'code',
  segment: 'code',
  title: 'text',
  guidingQuestion: 'text',
  plannedStart: 'time',
  plannedSeconds: 'number',
  beganAt: 'time',
  endedAt: 'time',
  actualSeconds: 'number',
  suspendedSeconds: 'number',
  entity: 'text',
  group: 'code',
  channel: 'code',
  behalf: 'text',
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
  door: 'code',
  listed: 'truth',
  topic: 'text',
  outcome: 'code',
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
  tag: 'text',
  at: 'time',
  figure: 'code',
  of: 'code',
  value: 'number',
  commits: 'number',
  head: 'id',
  public: 'truth',
} as const satisfies Readonly<Record<string, Kind>>
export type Column = keyof typeof kinds

export type Figure =
  | 'requests'
  | 'heard'
  | 'spokenSeconds'
  | 'answersSeconds'
  | 'medianWaitSeconds'
  | 'longestWaitSeconds'
  | 'registered'
  | 'questions'
