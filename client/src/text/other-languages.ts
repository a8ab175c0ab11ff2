/** Languages other than the six of the United Nations, for people who choose one. A file of its own, because few pages need the list. */
import { languageIds } from '@rostrum/shared/kernel/wording'
import { formatLanguageName, type LanguageChoice } from './language-name.ts'

/** The two-letter tags of ISO 639. */
const twoLetterTags =
  'aaabaeafakamanarasavayazbabebgbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygagdglgngugvhahehihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttwtyugukuruzvevivowawoxhyiyozazhzu'

/** Lists all other languages by name, including the current value. */
export const listOtherLanguages = (reader: string, current = ''): readonly LanguageChoice[] =>
  [...new Set([...(twoLetterTags.match(/../g) ?? []), ...(current === '' ? [] : [current])])]
    .filter((tag) => !languageIds.some((one) => one === tag))
    .map((tag) => ({ value: tag, label: formatLanguageName(reader, tag) }))
    .filter(
      ({ value, label }, index, all) => (label !== value && all.findIndex((one) => one.label === label) === index) || value === current,
    )
    .sort((a, b) => a.label.localeCompare(b.label, reader))

/** Forms of a language in which captions are often written. A plan file can name any other. */
const captionForms = ['zh-Hans', 'zh-Hant', 'pt-BR', 'pt-PT', 'es-419', 'en-GB', 'en-US', 'fr-CA', 'sr-Cyrl', 'sr-Latn']

/** Lists the languages in which there can be captions: the six, their forms, and all others. */
export const listCaptionLanguages = (reader: string): readonly LanguageChoice[] => [
  ...[...languageIds, ...captionForms].map((tag) => ({ value: tag, label: formatLanguageName(reader, tag) })),
  ...listOtherLanguages(reader),
]
