import { type Block, makeHeading, makeParagraph, ownRun } from './blocks.ts'
import type { ReportContext } from './report-context.ts'

/** The log that the report comes from. `rostrum verify` finds the same head. */
export function makeSourceSection({ record: { session, log }, reportText }: ReportContext): readonly Block[] {
  return [
    makeHeading(1, ownRun(reportText.headings.log)),
    makeParagraph(ownRun(reportText.log.commits(log.commits))),
    makeParagraph(ownRun(reportText.log.head)),
    makeParagraph(ownRun(log.head, 'code')),
    makeParagraph(ownRun(reportText.log.verify)),
    makeParagraph(ownRun(`rostrum verify ${session.id} --head ${log.head}`, 'code')),
  ]
}
