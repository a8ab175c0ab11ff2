import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Language } from './languages.ts'
import type { ReportText } from './report-text.ts'
import { zh } from './zh.ts'
import { ru } from './ru.ts'

const reportTexts: Readonly<Record<Language, ReportText>> = { en, fr, es, ar, zhru }
/** The texts of the documents in a language. */
export const getReportText = (language: Language): ReportText => reportTexts[language]
