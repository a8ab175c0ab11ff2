/** The session's own texts in the record: in the language written first, and in all languages if there are several. */
import { getFirstText, pickWording, type TextByLanguage, type Wording } from '../kernel/wording.ts'
import type { SessionRecord } from './record.ts'

type Worded<Name extends string, Text extends string | null = string> = { [Field in Name]: Text } & {
  [Field in `${Name}s`]?: TextByLanguage
}

/** Writes `title`, and `titles` if there are several languages. */
export const writeWords = <Name extends string>(name: Name, wording: Wording): Worded<Name> =>
  ({ [name]: getFirstText(wording), ...(typeof wording === 'string' ? {} : { [`${name}s`]: wording }) }) as Worded<Name>

/** Returns the record for readers of `language`. The texts in all languages are kept. */
export const translateRecord = (record: SessionRecord, language: string): SessionRecord => {
  const pick = <Text extends string | null>(text: Text, texts: TextByLanguage | undefined): Text =>
    texts === undefined ? text : (pickWording(texts, language) as Text)
  const { session, groups, agenda } = record
  return {
    ...record,
    session: { ...session, title: pick(session.title, session.titles) },
    groups: groups.map((group) => ({ ...group, label: pick(group.label, group.labels), short: pick(group.short, group.shorts) })),
    agenda: agenda.map((segment) => ({
      ...segment,
      title: pick(segment.title, segment.titles),
      question: pick(segment.question, segment.questions),
    })),
  }
}
