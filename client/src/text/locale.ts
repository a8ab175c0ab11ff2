/** The locale in which a language writes dates and lists: British for English, as in the United Nations. */
export const getLocale = (language: string): string => (language === 'en' ? 'en-GB' : language)
