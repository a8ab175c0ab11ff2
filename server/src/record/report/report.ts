/** The record as a document that people read: what was found first, where it comes from last. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Words } from '../words/words.ts'
import { agenda } from './agenda.ts'
import type { Block } from './blocks.ts'
import { decisions } from './decisions.ts'
import { heard } from './heard.ts'
import { interventions } from './interventions.ts'
import { opening } from './opening.ts'
import { points } from './points.ts'
import { questions } from './questions.ts'
import { source } from './source.ts'
import { Telling } from './telling.ts'
import { notReached, requests, statements } from './unheard.ts'

const sections = [opening, agenda, points, interventions, heard, decisions, questions, notReached, statements, requests, source]

export function* report(record: SessionRecord, words: Words): Generator<Block> {
  const telling = new Telling(record, words)
  for (const section of sections) yield* section(telling)
}
