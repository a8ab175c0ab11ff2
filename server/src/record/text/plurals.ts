/** The form of a word that goes with a number, by the rules of its language. */

type Forms<Category extends Intl.LDMLPluralRule> = Readonly<Record<Category, string>>

/** `#` stands for the number. Every category that the language has must be given. */
export const pluralIn = <Category extends Intl.LDMLPluralRule>(language: string, fallback: Category) => {
  const rules = new Intl.PluralRules(language)
  return (count: number, forms: Forms<Category>): string => {
    const category = rules.select(count)
    const form = Object.hasOwn(forms, category) ? forms[category as Category] : forms[fallback]
    return form.replaceAll('#', String(count))
  }
}
