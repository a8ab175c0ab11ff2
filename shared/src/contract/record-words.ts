/** The session's own texts in the record: the original, and all languages if there are several. */
import { getOriginalText, getTexts, languageIds, type Texts, type Wording } from '../kernel/wording.ts'
import type { SessionRecord } from './record.ts'

type Worded<Name extends string, Text extends string | null = string> = { [Field in Name]: Text } & {
  [Field in `${Name}s`]?: Texts
}

/** Writes `title`, and `titles` if there are several languages. */
export const writeWords = <Name extends string>(name: Name, wording: Wording): Worded<Name> =>
  ({ [name]: getOriginalText(wording), ...(typeof wording === 'string' ? {} : { [`${name}s`]: getTexts(wording) }) }) as Worded<Name>

/** Returns the record for readers of `language`. The texts in all languages are kept. */
export const translateRecord = (record: SessionRecord, language: string): SessionRecord => {
  const wanted = languageIds.find((id) => id === language)
  const pick = <Text extends string | null>(text: Text, texts: Texts | undefined): Text | string => (wanted && texts?.[wanted]) ?? text
  const { session, groups, agenda, papers } = record
  return {
    ...record,
    session: { ...session, title: pick(session.title, session.titles) },
    groups: groups.map((group) => ({ ...group, label: pick(group.label, group.labels), short: pick(group.short, group.shorts) })),
    agenda: agenda.map((segment) => ({
      ...segment,
      title: pick(segment.title, segment.titles),
      question: pick(segment.question, segment.questions),
    })),
    ...(papers && { papers: papers.map((paper) => ({ ...paper, title: pick(paper.title, paper.titles) })) }),
  }
}
