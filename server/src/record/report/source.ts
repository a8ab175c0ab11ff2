import { type Block, heading, ours, paragraph } from './blocks.ts'
import type { Telling } from './report-context.ts'

/** Where everything above can be checked: `rostrum verify` finds the same head. */
export function source({ record: { session, log }, words }: Telling): readonly Block[] {
  return [
    heading(1, ours(words.headings.log)),
    paragraph(ours(words.log.commits(log.commits))),
    paragraph(ours(words.log.head)),
    paragraph(ours(log.head, 'code')),
    paragraph(ours(words.log.verify)),
    paragraph(ours(`rostrum verify ${session.id} --head ${log.head}`, 'code')),
  ]
}
