/** The annex with the list of participants: a paragraph for each group, with its organizations and the names of those who agreed. */
import type { Block, RunLine } from '@rostrum/shared/contract/report-blocks'
import type { NotConfirmed } from '../not-confirmed.ts'
import { makeParagraph, quotedRun, withFace } from './blocks.ts'
import type { ReportContext } from './report-context.ts'

export function makeParticipantsAnnex(context: ReportContext): readonly Block[] {
  const groups = new Map<string | null, Map<string, Listed>>()
  for (const { group, entity, notConfirmed, name } of context.record.participants) {
    const organizations = groups.get(group) ?? new Map<string, Listed>()
    // Those who are not confirmed are not listed among the people of the organization.
    const key = `${notConfirmed === true} ${entity}`
    const names = [...(organizations.get(key)?.names ?? []), ...(name === null ? [] : [name])]
    organizations.set(key, { entity, ...(notConfirmed && { notConfirmed }), names })
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
            [...organizations.values()].map((listed) => formatOrganization(context, listed)),
          ),
        }),
      ),
    ),
  ]
}

type Listed = { readonly entity: string; readonly names: readonly string[] } & NotConfirmed

const formatOrganization = (context: ReportContext, { names, ...listed }: Listed): RunLine =>
  names.length === 0
    ? context.formatEntity(listed)
    : context.addInBrackets(
        context.formatEntity(listed),
        names.flatMap((name, index) => (index === 0 ? [quotedRun(name)] : [...context.write('list.between'), quotedRun(name)])),
      )

const joinClauses = (context: ReportContext, all: readonly RunLine[]): RunLine =>
  all.flatMap((line, index) => (index === 0 ? line : [...context.write('list.clauses'), ...line]))
