/** The languages of the documents. */
export const languages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const
export type Language = (typeof languages)[number]
