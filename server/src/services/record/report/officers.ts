/** The officers on the cover, and who was in the chair if it was handed over. */

import type { Office } from '@rostrum/shared/contract/offices'
import type { Block, RunLine } from '@rostrum/shared/contract/report-blocks'
import { makeLine, makeParagraph, ownRun, quotedRun } from './blocks.ts'
import type { ReportContext } from './report-context.ts'

/** Lists each function once with each of its names. */
export function makeOfficers(context: ReportContext): readonly Block[] {
  const seen = new Set<string>()
  return context.record.session.officers.flatMap(({ office, entity }) => {
    const isFirst = !seen.has(`${office} ${entity}`)
    seen.add(`${office} ${entity}`)
    return isFirst
      ? [
          makeParagraph('officers', [
            ownRun(`${context.reportText.functions[office]}${entity === null ? '' : '\t'}`, 'emphasis'),
            ...(entity === null ? [] : [quotedRun(entity)]),
          ]),
        ]
      : []
  })
}

/** Returns an empty line if one officer presided from the opening to the close and no country or delegation is known. */
export function formatPresided(context: ReportContext): RunLine {
  const { presided, closedAt } = context.record.session
  const [only, second] = presided
  if (second === undefined) {
    if (!only?.office || only.entity === null) return []
    return context.write('intro.presided', { spans: formatOffice(context, only.office, only.number, only.entity) })
  }
  const spans = presided.map(({ from, office, number, entity }, index) => {
    const next = presided[index + 1]
    return context.write('intro.presidedSpan', {
      office: office === null ? context.write('intro.nobody') : formatOffice(context, office, number, entity),
      from: context.formatTimeInText(from),
      until: next ? context.formatTimeInText(next.from) : closedAt === null ? 'now' : 'end',
    })
  })
  return context.write('intro.presided', { spans: context.list(spans) })
}

/** Formats an office, with its number if several people held it, and its country or delegation. */
function formatOffice(context: ReportContext, office: Office, number: number, entity: string | null): RunLine {
  const { record, reportText } = context
  const { officers, presided } = record.session
  const numbers = new Set([...officers, ...presided].flatMap((one) => (one.office === office ? [one.number] : [])))
  const name = makeLine(reportText.functions[office])
  const held = numbers.size > 1 ? reportText.write('office.numbered', { office: name, n: number }) : name
  return entity === null ? held : [...held, ...context.write('list.between'), quotedRun(entity)]
}
