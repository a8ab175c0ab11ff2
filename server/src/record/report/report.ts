/** The record as a document that people read: what was found first, where it comes from last. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Words } from '../text/report-text.ts'
import { agenda } from './agenda.ts'
import type { Block } from './blocks.ts'
import { decisions } from './decisions.ts'
import { interventions } from './interventions.ts'
import { notReached, requests, statements } from './not-reached.ts'
import { points } from './notes.ts'
import { opening } from './opening.ts'
import { heard } from './participation.ts'
import { questions } from './questions.ts'
import { Telling } from './report-context.ts'
import { source } from './source.ts'

const sections = [opening, agenda, points, interventions, heard, decisions, questions, notReached, statements, requests, source]

export function* report(record: SessionRecord, words: Words): Generator<Block> {
  const telling = new Telling(record, words)
  for (const section of sections) yield* section(telling)
}
