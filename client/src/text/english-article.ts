/** The article before the name of an organization in an English sentence. */

/** Kinds of organizations whose names take an article: “the Internet Society”. */
const takeArticle = new Set(
  `academy administration agency alliance assembly association authority bank board bureau campaign caucus centre center chamber chapter
  club coalition collective college commission committee community company confederation conference congress consortium convention
  corporation council department directorate federation forum foundation fund group guild initiative institute institution kingdom league
  ministry mission movement netherlands network observatory office organisation organization panel parliament partnership programme project
  republic secretariat senate service society syndicate trust union university`.split(/\s+/),
)
/** “Columbia University” stands without an article, and “the University of Geneva” with one. */
const onlyBeforeOf = new Set(['academy', 'college', 'university'])
const openers = new Set(['of', 'for', 'on', 'in', 'to', 'at', 'against', 'with', 'from', 'by'])
const articles = new Set(['the', 'a', 'an', 'la', 'le', 'les', 'el', 'los', 'las', 'l’', 'die', 'der', 'das', 'il'])

export const addArticle = (name: string): string => {
  const words = name.toLowerCase().split(/\s+/)
  const end = words.findIndex((word) => openers.has(word) || word.startsWith('('))
  const head = (end < 0 ? words : words.slice(0, end)).at(-1)?.replace(/,$/, '') ?? ''
  const isNamedAfter = words.some((word) => /[’']s$/.test(word))
  const takes = takeArticle.has(head) && (!onlyBeforeOf.has(head) || words[end] === 'of')
  return takes && !isNamedAfter && !articles.has(words[0] ?? '') ? `the ${name}` : name
}
