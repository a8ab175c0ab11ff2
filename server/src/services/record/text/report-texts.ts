import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { ReportText } from './report-text.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'

const reportTexts: Readonly<Record<LanguageId, ReportText>> = { en, fr, es, ar, zh, ru }
/** The texts of the documents in a language. */
export const getReportText = (language: LanguageId): ReportText => reportTexts[language]
