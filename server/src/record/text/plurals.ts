/** Selects the plural form for a number by the rules of a language. */

type Forms<Category extends Intl.LDMLPluralRule> = Readonly<Record<Category, string>>

/** `#` is replaced by the number. Every plural category of the language must be given. */
export const makePlural = <Category extends Intl.LDMLPluralRule>(language: string, fallback: Category) => {
  const rules = new Intl.PluralRules(language)
  return (count: number, forms: Forms<Category>): string => {
    const category = rules.select(count)
    const form = Object.hasOwn(forms, category) ? forms[category as Category] : forms[fallback]
    return form.replaceAll('#', String(count))
  }
}
