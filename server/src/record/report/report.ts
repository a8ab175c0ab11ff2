/** The record as a document for people: the headline comes first, the source last. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { ReportText } from '../text/report-text.ts'
import { makeAgendaSection } from './agenda.ts'
import type { Block } from './blocks.ts'
import { makeDecisionsSection } from './decisions.ts'
import { makeInterventionsSection } from './interventions.ts'
import { makeNotReachedSection, makeRequestsSection, makeStatementsSection } from './not-reached.ts'
import { makeNotesSection } from './notes.ts'
import { makeOpeningSection } from './opening.ts'
import { makeParticipationSection } from './participation.ts'
import { makeQuestionsSection } from './questions.ts'
import { ReportContext } from './report-context.ts'
import { makeSourceSection } from './source.ts'

const sections = [
  makeOpeningSection,
  makeAgendaSection,
  makeNotesSection,
  makeInterventionsSection,
  makeParticipationSection,
  makeDecisionsSection,
  makeQuestionsSection,
  makeNotReachedSection,
  makeStatementsSection,
  makeRequestsSection,
  makeSourceSection,
]

export function* buildReport(record: SessionRecord, reportText: ReportText): Generator<Block> {
  const context = new ReportContext(record, reportText)
  for (const section of sections) yield* section(context)
}
