/**
 * The sentences of the Rapporteur on points, and the drafts that the page of the record offers for them. A draft is made from counts and from
 * the words of the note. It is in no report until the Rapporteur accepts or changes it.
 */
import type { RunLine } from '@rostrum/shared/contract/report-blocks'
import { isSameBasis } from '@rostrum/shared/contract/sentence-basis'
import { detectDirection, markDirection } from '../text/direction.ts'
import { joinSentences } from '../text/sentence-writer.ts'
import { getPlainText, quotedRun, quoteInSentence } from './blocks.ts'
import type { Item } from './items.ts'
import { flattenNote } from './point-lines.ts'
import type { Point, PointSentence } from './points.ts'
import type { ReportContext } from './report-context.ts'

export type Basis = NonNullable<PointSentence['basis']>

/** The words for a count of organizations. */
export type Quantity = 'one' | 'two' | 'some' | 'several' | 'unknown'

export const getQuantity = (organizations: number | null): Quantity => {
  if (organizations === null || organizations < 1) return 'unknown'
  if (organizations === 1) return 'one'
  if (organizations === 2) return 'two'
  return organizations < 5 ? 'some' : 'several'
}

/**
 * Returns what a draft says of a point. The panel is no stakeholder group, so it is not counted. Two authors who are not recorded can be from
 * one organization, so nothing is counted if there is one.
 */
export function makeBasis({ text, tag, sources, isFromPanel }: Point): Basis {
  const others = sources.filter(({ kind }) => kind !== 'answer-to')
  const entities = others.flatMap(({ entity }) => entity ?? [])
  const isCounted = entities.length === others.length
  return {
    note: text,
    tag,
    organizations: isCounted ? new Set(entities).size : null,
    groups: isCounted ? [...new Set(others.map(({ group }) => group))] : [],
    panel: isFromPanel,
  }
}

/** Lists the sentences on a point in the language of the report. The first is in it. */
const listSentences = ({ reportText }: ReportContext, { sentences }: Point): readonly PointSentence[] =>
  sentences.flatMap((sentence) =>
    sentence.language === reportText.language ? [{ ...sentence, text: reportText.finishWritten?.(sentence.text) ?? sentence.text }] : [],
  )

/** Writes the sentences on the points of an item, in the order of the points. Empty if there are none in this language. */
export function writeSentences(context: ReportContext, { points }: Item): RunLine {
  return joinSentences(
    points.flatMap((point) =>
      listSentences(context, point)
        .slice(0, 1)
        .map(({ text }) => [quotedRun(text)]),
    ),
  )
}

/** True if the paragraph of the Rapporteur is there in some language. Its number is then taken in all of them. */
export const hasSentences = ({ points }: Item): boolean => points.some(({ sentences }) => sentences.length > 0)

/** Names the place of the Rapporteur's text on an item. */
export const getPlaceId = ({ key }: Item): string => `topic-${key}`

/** Formats the groups of those who are counted. The only group of a session needs no name, and two groups have theirs instead of "all". */
function formatGroupsOf(context: ReportContext, { organizations, groups }: Basis): RunLine | 'all' | 'none' {
  const all = context.record.groups.length
  const [first = null] = groups
  if (groups.every((group) => group === null) || all < 2) return 'none'
  if (first !== null && organizations === 1 && groups.length === 1) return context.formatGroupOfOne(first)
  return all > 2 && groups.length === all && !groups.includes(null) ? 'all' : context.listGroups(groups)
}

function makeDraft(context: ReportContext, point: Point): string {
  const basis = makeBasis(point)
  const { organizations, panel } = basis
  const known = ['success', 'failure', 'expectation'].find((tag) => tag === basis.tag) ?? 'none'
  const { text } = quoteInSentence(flattenNote(basis.note))
  // A sentence is plain text, so only marks keep the signs of a note of the other direction on its side.
  const values = { tag: known, note: [quotedRun(markDirection(text, detectDirection(text), context.reportText.direction))] }
  if (organizations === 0) return getPlainText(context.write(panel ? 'sentence.panel' : 'sentence.general', values))
  return getPlainText(
    context.write('sentence.participants', {
      ...values,
      quantity: getQuantity(organizations),
      groups: formatGroupsOf(context, basis),
      panel: panel ? 'yes' : 'no',
    }),
  )
}

/** Lists the points with their drafts and sentences, for the page of the record. */
export const listPagePoints = (context: ReportContext) =>
  context.items.flatMap((item) =>
    item.points.map((point) => {
      const current = makeBasis(point)
      return {
        id: point.id,
        item: getPlainText(context.formatItem(item)),
        draft: makeDraft(context, point),
        basis: current,
        sentences: listSentences(context, point).map(({ note, text, basis }) => ({
          note,
          text,
          agrees: basis === undefined || isSameBasis(basis, current),
        })),
      }
    }),
  )
