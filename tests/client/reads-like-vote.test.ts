/** A sentence that reads like a vote is questioned before it is put. */
import { readsLikeVote } from '@rostrum/client/features/sense/staff/reads-like-vote'
import { expect, test } from 'vitest'

const votes = {
  en: [
    'We adopt draft resolution L.5.',
    'Those in favour of paragraph 4?',
    'Delegations may abstain.',
    'The text is Approved as it stands.',
  ],
  fr: ['Le projet de résolution est adopté.', 'Qui est en faveur du paragraphe 4 ?', 'Le texte est approuvé.', 'Qui s’abstient ?'],
  es: ['Se adopta el proyecto de resolución.', '¿Quién está a favor?', 'El texto queda aprobado.', '¿Abstenciones?'],
  ru: ['Проект резолюции принят.', 'Кто против?', 'Кто воздержался?', 'Текст одобряется.'],
  ar: ['يُعتمد مشروع القرار.', 'من يؤيد النص ومن يعارضه؟ التصويت الآن.', 'هل توافقون؟ الموافقون', 'من يمتنع؟'],
  zh: ['决议草案获得通过。', '赞成第四段的请举手。', '有谁弃权？', '现在表决。'],
} as const
/** A language that is added later needs no samples here. */
const testedLanguages = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const
const views = {
  en: [
    'The summary should say, for each input, how it was addressed.',
    'One report a year is enough.',
    'An abstract at the beginning helps.',
  ],
  fr: ['Le résumé devrait indiquer la suite donnée à chaque contribution.', 'Un rapport par an suffit.'],
  es: ['El resumen debería indicar cómo se ha tratado cada aportación.', 'Basta un informe al año.'],
  ru: ['В резюме следует указать, как учтен каждый вклад.', 'Одного доклада в год достаточно.'],
  ar: ['ينبغي أن يبيّن الموجز كيف جرى تناول كل مساهمة.', 'يكفي تقرير واحد في السنة لاستقرار العمل.'],
  zh: ['摘要应说明每项意见的处理情况。', '应通过技术缩小差距。'],
} as const

test.each(testedLanguages)('[E31] the words of a decision are found, and none in an ordinary formulation: %s', (language) => {
  const find = (texts: readonly string[]) => texts.filter((text) => readsLikeVote({ [language]: text }))
  expect(find(votes[language])).toEqual([...votes[language]])
  expect(find(views[language])).toEqual([])
})

test('[E31] a sentence in several languages is questioned if one of them reads like a vote', () => {
  expect(readsLikeVote({ en: 'Once a year is enough.', fr: 'Le texte est adopté.' })).toBe(true)
})
