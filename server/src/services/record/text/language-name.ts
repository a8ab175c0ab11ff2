import type { ReportText } from './report-text.ts'

/** Returns the name of a language by its primary tag, in the language of the document. */
export const getLanguageName = ({ languages, tag: document }: Pick<ReportText, 'languages' | 'tag'>, tag: string): string =>
  (languages as Readonly<Record<string, string>>)[tag] ??
  new Intl.DisplayNames(document, { type: 'language', fallback: 'code' }).of(tag) ??
  tag
