/** The annex with the list of participants: a paragraph for each group, with its organizations and the names of those who agreed. */
import type { Block, RunLine } from '@rostrum/shared/contract/report-blocks'
import { makeParagraph, quotedRun, withFace } from './blocks.ts'
import type { ReportContext } from './report-context.ts'

export function makeParticipantsAnnex(context: ReportContext): readonly Block[] {
  const groups = new Map<string | null, Map<string, string[]>>()
  for (const { group, entity, name } of context.record.participants) {
    const organizations = groups.get(group) ?? new Map<string, string[]>()
    organizations.set(entity, [...(organizations.get(entity) ?? []), ...(name === null ? [] : [name])])
    groups.set(group, organizations)
  }
  if (groups.size === 0) return []
  return [
    makeParagraph('lead', context.write('annex.participants')),
    ...[...groups].map(([group, organizations]) =>
      makeParagraph(
        'body',
        context.write('annex.group', {
          group: withFace([context.formatGroup(group)], 'strong'),
          list: joinClauses(
            context,
            [...organizations].map(([entity, names]) => formatOrganization(context, entity, names)),
          ),
        }),
      ),
    ),
  ]
}

const formatOrganization = (context: ReportContext, entity: string, names: readonly string[]): RunLine =>
  names.length === 0
    ? [quotedRun(entity)]
    : context.addInBrackets(
        [quotedRun(entity)],
        names.flatMap((name, index) => (index === 0 ? [quotedRun(name)] : [...context.write('list.between'), quotedRun(name)])),
      )

const joinClauses = (context: ReportContext, all: readonly RunLine[]): RunLine =>
  all.flatMap((line, index) => (index === 0 ? line : [...context.write('list.clauses'), ...line]))
