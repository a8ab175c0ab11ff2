const locales: Readonly<Record<string, string>> = { en: 'en-GB', zh: 'zh-Hans' }

/** Returns the locale in which a language writes dates and lists: British English, as in the United Nations. */
export const getLocale = (language: string): string => locales[language] ?? language
