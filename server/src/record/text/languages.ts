/** The languages of the documents. */
export const languages = ['en', 'fr', 'es', 'ar', 'zhru'] as const
export type Language = (typeof languages)[number]
