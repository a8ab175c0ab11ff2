import type { SaidSentences } from './en-said.ts'

export const arSaid: SaidSentences = {
  'heading.sense': 'الاتجاه العام في القاعة',
  'caption.sense': 'المجموعات التي أُعطي فيها ثلاثة أجوبة من هذا النوع أو أكثر',
  'sense.askedPeople':
    'من الساعة {from} إلى الساعة {until} استطلعت الرئاسة الاتجاه العام في القاعة بشأن العبارة التالية: «{text}». جواب واحد لكل شخص.',
  'sense.askedDelegations':
    'من الساعة {from} إلى الساعة {until} استطلعت الرئاسة الاتجاه العام في القاعة بشأن العبارة التالية: «{text}». جواب واحد لكل وفد.',
  'sense.also': 'وطُرحت أيضاً بهذه الصيغة: «{text}».',
  'sense.answered': 'أجاب {n} من أصل {of}.',
  'sense.answeredFrom':
    'أجاب {n} من أصل {of}، من {groups} من أصل {ofGroups, plural, zero {# مجموعة} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}.',
  'sense.answeredDelegations': 'أجاب من الوفود {n} من أصل {of}.',
  'sense.fewer': 'أجاب أقل من النصف.',
  'sense.published': 'نشرت الرئاسة النتيجة، وهي في الجدول {n}.',
  'sense.discarded': 'لم تنشر الرئاسة النتيجة.',
  'sense.lost': 'فُقدت النتيجة قبل أن تبتّ الرئاسة في نشرها.',
  'sense.withdrawn': 'سحبت الرئاسة العبارة قبل إقفال باب الإجابة.',
  'sense.undecided': 'لم تبتّ الرئاسة بعد في نشر النتيجة.',
  'sense.notVote': 'ولم يكن ذلك تصويتاً.',
  'sense.tooFew': 'لا يُعرض: عدد قليل جداً في كل مجموعة',
  'sense.inGroups':
    'في {n} من أصل {of, plural, zero {# مجموعة} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}',

  'heading.words': 'العرض النصي للمداخلات',
  'words.lead': 'يُكتب العرض النصي أثناء الكلام، ولم يراجعه أحد. وهو محفوظ إلى جانب السجل وليس جزءاً منه.',
  'words.cut': 'التتمة في ملفات العرض النصي.',
  'log.captions': 'العرض النصي',
  'log.words':
    '{words, select, complete {اللغات: {list}. ويرد نص كل مداخلة في الإضافة.} cut {اللغات: {list}. ويرد نص المداخلات في الإضافة؛ ويُشار في الموضع إلى ما قُطع منه.} other {اللغات: {list}. ولا يرد النص في النسخة العلنية.}}',
}
