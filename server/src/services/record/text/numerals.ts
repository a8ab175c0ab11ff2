/** The numbers of chapters and the letters of sections. */

const romanDigits = [
  ...([
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
]

/** I, II, III, IV … for numbers under 400. */
export const toRomanNumber = (number: number): string => {
  const digit = romanDigits.find(([value]) => value <= number)
  return digit === undefined ? '' : digit[1] + toRomanNumber(number - digit[0])
}

const chineseDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一, 二 … 十, 十一 … 二十, 二十一 … for numbers under 100. */
export const toChineseNumber = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? chineseDigits[tens] : ''}${tens > 0 ? '十' : ''}${chineseDigits[ones]}`
}

/** A, B … Z, AA, AB … */
export const toLetter = (number: number): string =>
  (number > 26 ? toLetter(Math.floor((number - 1) / 26)) : '') + String.fromCharCode(65 + ((number - 1) % 26))

const arabicOrdinals = ['أولاً', 'ثانياً', 'ثالثاً', 'رابعاً', 'خامساً', 'سادساً', 'سابعاً', 'ثامناً', 'تاسعاً', 'عاشراً']
const arabicAnnexes = ['الأول', 'الثاني', 'الثالث', 'الرابع']
const arabicLetters = ['ألف', 'باء', 'جيم', 'دال', 'هاء', 'واو', 'زاي', 'حاء', 'طاء', 'ياء', 'كاف', 'لام', 'ميم', 'نون', 'سين', 'عين']

const makeNumbering =
  (words: readonly string[]) =>
  (number: number): string =>
    words[number - 1] ?? String(number)

export const toArabicOrdinal = makeNumbering(arabicOrdinals)
export const toArabicAnnexNumber = makeNumbering(arabicAnnexes)
export const toArabicLetter = makeNumbering(arabicLetters)
