import { addArticle } from './english-article.ts'
import type { Translate } from './messages.ts'

/** Returns the form after "the representative of" of a name that is not known. */
export const sayOtherName = (t: Translate, name: string): string =>
  t('script.otherName', { name: t.language === 'en' ? addArticle(name) : name })
