/** Bounds of a plan file: the most graphemes of a text, the most rows of a list, and the range of a number. Forms import them too. */
import { maxCaptionDelay, maxEntityLength, maxPeople, maxTitleLength } from './lengths.ts'

export type Range = { readonly from: number; readonly to: number }
const range = (from: number, to: number): Range => ({ from, to })

export const planBounds = {
  title: maxTitleLength,
  short: 40,
  series: 160,
  host: 160,
  venue: 160,
  place: 40,
  timeZone: 64,
  about: 2000,
  link: 2000,
  groups: 12,
  groupLabel: 80,
  segments: 60,
  segmentTitle: 160,
  minutes: range(1, 600),
  question: 600,
  speakers: 40,
  papers: 40,
  paperTitle: 160,
  paperAddress: 500,
  entity: maxEntityLength,
  /** In seconds, as all times of a plan but `minutes`. */
  limit: range(30, 3600),
  /** The limit of a group or a channel. */
  ownLimit: range(15, 3600),
  /** The limit of a point of order or a right of reply. */
  shortTurn: range(30, 600),
  answer: range(30, 1800),
  warnings: 3,
  warning: range(0, 600),
  overtakes: range(0, 20),
  grace: range(0, 120),
  reserve: range(0, 3600),
  questionLength: range(40, 1000),
  cap: range(1, 100),
  tags: 6,
  tag: 24,
  words: range(50, 1000),
  captionDelay: range(0, maxCaptionDelay),
  walkIns: range(1, maxPeople),
  daysKept: range(0, 3650),
} as const
