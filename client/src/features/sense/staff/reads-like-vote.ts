/** Whether a sentence reads like a vote. The Chair is then asked before it is put. */
import { foldForSearch, foldLetters } from '@rostrum/shared/kernel/fold-text'
import type { LanguageId, Texts } from '@rostrum/shared/kernel/wording'

/** Beginnings of words with which a body decides: adopt, approve, in favour, against, abstain, resolution, vote. */
const roots: Readonly<Record<LanguageId, readonly string[]>> = {
  en: ['adopt', 'approv', 'endors', 'in favour', 'in favor', 'against', 'abstain', 'abstention', 'resolution', 'vot', 'ballot'],
  fr: [
    'adopt',
    'approuv',
    'approb',
    'en faveur',
    'pour ou contre',
    'contre',
    'abstenir',
    'abstien',
    'abstention',
    'resolution',
    'vot',
    'scrutin',
  ],
  es: ['adopt', 'aprob', 'aprueb', 'a favor', 'en contra', 'abst', 'resolucion', 'vot', 'sufragi'],
  ru: ['приня', 'утверд', 'утверж', 'одобр', 'за или против', 'против', 'воздерж', 'резолюц', 'голос', 'проголос'],
  ar: [
    'اعتماد',
    'يعتمد',
    'تعتمد',
    'موافق',
    'يوافق',
    'نوافق',
    'مؤيد',
    'تأييد',
    'ضد ',
    'معارض',
    'امتناع',
    'يمتنع',
    'قرار',
    'تصويت',
    'يصوت',
    'نصوت',
  ],
  zh: ['获得通过', '予以通过', '通过决', '通过本', '通过该', '赞成', '反对', '弃权', '决议', '批准', '核准', '表决', '投票'],
}
/** Letters in front of an Arabic word that belong to it: and, by, for, the. */
const arabicPrefixes = ['', 'ال', 'و', 'وال', 'ب', 'بال', 'ل', 'لل', 'ف']

/** Chinese has no spaces between words. */
const starts: Readonly<Record<LanguageId, readonly string[]>> = {
  ...{ en: [' '], fr: [' '], es: [' '], ru: [' '], zh: [''] },
  ar: arabicPrefixes.map((prefix) => ` ${prefix}`),
}

const isIn = (language: LanguageId, text: string): boolean => {
  const words = ` ${foldForSearch(text)} `
  return roots[language].some((root) => starts[language].some((start) => words.includes(start + foldLetters(root))))
}

export const readsLikeVote = (texts: Texts): boolean => Object.entries(texts).some(([id, text]) => isIn(id as LanguageId, text ?? ''))
