/** Two thousand questions of about forty words, which share many of them. */
const subjects = [
  'The fund',
  'The secretariat',
  'Each region',
  'The forum',
  'Civil society',
  'The panel',
  'A government',
  'The next review',
]
const verbs = ['supports', 'publishes', 'measures', 'translates', 'finances', 'monitors', 'extends', 'protects']
const objects = [
  'community networks',
  'open data',
  'accessibility',
  'local content',
  'children online',
  'rural access',
  'small islands',
  'languages',
]
const endings = ['after 2030', 'next year', 'in rural areas', 'for women', 'without new money', 'in every region', 'by law', 'at home']
const pick = (list: readonly string[], index: number) => list[index % list.length] ?? ''
export const manyTexts = Array.from({ length: 2000 }, (_, i) =>
  [0, 1, 2]
    .map((part) =>
      [subjects, verbs, objects, endings]
        .map((list, word) => pick(list, (i + 1) * (part + 3) + (i >> (word * 2)) * (word + part + 1)))
        .join(' '),
    )
    .join('; '),
)
