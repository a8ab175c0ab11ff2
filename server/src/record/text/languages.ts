/** The languages that documents are written in. */
import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Words } from './report-text.ts'

export const languages = ['en', 'fr', 'ar'] as const
export type Language = (typeof languages)[number]

const all: Readonly<Record<Language, Words>> = { en, fr, ar }
export const wordsIn = (language: Language): Words => all[language]
