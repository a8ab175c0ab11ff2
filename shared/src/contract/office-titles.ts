/** Names that readers could mistake for an officer of the session, in the six languages of the United Nations. */

const officeTitles = [
  ...['chair', 'chairman', 'chairwoman', 'chairperson', 'co-chair', 'vice-chair', 'secretariat', 'secretary', 'moderator', 'rostrum'],
  ...['président', 'présidente', 'coprésident', 'coprésidente', 'secrétariat', 'secrétaire', 'modérateur', 'modératrice'],
  ...['presidente', 'presidenta', 'copresidente', 'copresidenta', 'secretaría', 'secretario', 'secretaria', 'moderador', 'moderadora'],
  ...['председатель', 'сопредседатель', 'секретариат', 'секретарь', 'модератор'],
  ...['رئيس', 'رئيسة', 'رئيس الجلسة', 'رئيسة الجلسة', 'أمانة'],
  ...['主席', '联合主席', '共同主席', '秘书处', '秘书', '主持人'],
]

/** Letters of other alphabets, and digits, that look like Latin letters. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j', һ: 'h', ԁ: 'd', т: 't', м: 'm', н: 'h', к: 'k' },
  ...{ α: 'a', ε: 'e', ι: 'i', ο: 'o', ρ: 'p', τ: 't', υ: 'u', ν: 'v', κ: 'k', χ: 'x', ı: 'i', ɑ: 'a', ɡ: 'g', 0: 'o', 1: 'l' },
}

/** Leading articles; in Arabic the article is a prefix. */
const article = /^(the|le|la|el|los|las|l'|l’) ?|^ال/

/** Lower case without marks, spaces, hyphens and the leading article. */
const normalizeTitle = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLocaleLowerCase('und')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .replace(article, '')
    .replace(/[\s._\-–—‐‑]+/gu, '')

const replaceLookalikes = (name: string): string => [...name].map((letter) => lookalikes[letter] ?? letter).join('')

const normalizedTitles: ReadonlySet<string> = new Set(officeTitles.map(normalizeTitle))
const lookalikeTitles: ReadonlySet<string> = new Set(officeTitles.map((name) => replaceLookalikes(normalizeTitle(name))))

/** Whether readers could mistake a name for an officer. Badges of officers are drawn outside the name. */
export const imitatesOfficeTitle = (name: string): boolean =>
  normalizedTitles.has(normalizeTitle(name)) || lookalikeTitles.has(replaceLookalikes(normalizeTitle(name)))
