/** Names that could be taken for an office of the session, in the six languages of the United Nations. */

const names = [
  ...['chair', 'chairman', 'chairwoman', 'chairperson', 'co-chair', 'vice-chair', 'secretariat', 'secretary', 'moderator', 'rostrum'],
  ...['président', 'présidente', 'coprésident', 'coprésidente', 'secrétariat', 'secrétaire', 'modérateur', 'modératrice'],
  ...['presidente', 'presidenta', 'copresidente', 'copresidenta', 'secretaría', 'secretario', 'secretaria', 'moderador', 'moderadora'],
  ...['председатель', 'сопредседатель', 'секретариат', 'секретарь', 'модератор'],
  ...['رئيس', 'رئيسة', 'رئيس الجلسة', 'رئيسة الجلسة', 'أمانة'],
  ...['主席', '联合主席', '共同主席', '秘书处', '秘书', '主持人'],
]

/** Of other alphabets, letters that look like Latin ones. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j', һ: 'h', ԁ: 'd', т: 't', м: 'm', н: 'h', к: 'k' },
  ...{ α: 'a', ε: 'e', ι: 'i', ο: 'o', ρ: 'p', τ: 't', υ: 'u', ν: 'v', κ: 'k', χ: 'x', ı: 'i', ɑ: 'a', ɡ: 'g', 0: 'o', 1: 'l' },
}

/** Articles, and what an office is called by in Arabic with one. */
const article = /^(the|le|la|el|los|las|l'|l’) ?|^ال/

/** Small letters without marks, spaces or hyphens, without its article. */
const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLocaleLowerCase('und')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .replace(article, '')
    .replace(/[\s._\-–—‐‑]+/gu, '')

const seenAs = (name: string): string => [...name].map((letter) => lookalikes[letter] ?? letter).join('')

const offices: ReadonlySet<string> = new Set(names.map(bare))
const looks: ReadonlySet<string> = new Set(names.map((name) => seenAs(bare(name))))

/** True where a name could be taken for an office; badges are drawn outside the name. */
export const imitatesOffice = (name: string): boolean => offices.has(bare(name)) || looks.has(seenAs(bare(name)))
