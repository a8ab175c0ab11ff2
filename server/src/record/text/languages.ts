/** The languages of the documents. */
import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { ReportText } from './report-text.ts'

export const languages = ['en', 'fr', 'ar'] as const
export type Language = (typeof languages)[number]

const reportTexts: Readonly<Record<Language, ReportText>> = { en, fr, ar }
export const getReportText = (language: Language): ReportText => reportTexts[language]
