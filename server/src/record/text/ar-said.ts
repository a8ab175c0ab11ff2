import type { SaidSentences } from './en-said.ts'

export const arSaid: SaidSentences = {
  'heading.sense': 'اتجاه القاعة',
  'caption.sense': 'المجموعات التي فيها ثلاثة أجوبة من هذا النوع أو أكثر',
  'sense.askedPeople': 'من {from} إلى {until} سألت الرئاسة الجميع: «{text}». جواب واحد لكل شخص.',
  'sense.askedDelegations': 'من {from} إلى {until} سألت الرئاسة الجميع: «{text}». جواب واحد لكل وفد.',
  'sense.also': 'وطُرحت أيضاً بهذه الصيغة: «{text}».',
  'sense.answered': 'أجاب {n} من أصل {of}.',
  'sense.answeredFrom': 'أجاب {n} من أصل {of}، من {groups} من أصل {ofGroups} مجموعات.',
  'sense.answeredDelegations': 'أجاب {n} من أصل {of} وفداً.',
  'sense.fewer': 'أجاب أقل من النصف.',
  'sense.published': 'نشرت الرئاسة النتيجة، وهي في الجدول {n}.',
  'sense.discarded': 'سألت الرئاسة، ولم تنشر النتيجة.',
  'sense.lost': 'فُقدت النتيجة قبل البتّ فيها.',
  'sense.withdrawn': 'سحبت الرئاسة الجملة قبل الإقفال.',
  'sense.undecided': 'لم يُبتّ بعد في نشر النتيجة.',
  'sense.notVote': 'لم يكن هذا تصويتاً.',
  'sense.tooFew': 'لا يُعرض: عدد قليل جداً في كل مجموعة',
  'sense.inGroups':
    'في {n} من {of, plural, zero {# مجموعة} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}',

  'heading.words': 'ما قيل، من النص المكتوب',
  'words.lead': 'يُكتب النص المكتوب أثناء الكلام، ولم يراجعه أحد. وهو محفوظ إلى جانب السجل وليس جزءاً منه.',
  'words.cut': 'بقيته في ملفات النص المكتوب.',
  'log.captions': 'النص المكتوب',
  'log.words':
    '{words, select, complete {اللغات: {list}. ويرد نص كل مداخلة في الإضافة.} cut {اللغات: {list}. ويرد نص المداخلات في الإضافة؛ وما قُطع منه يُذكر عنده ذلك.} other {اللغات: {list}. ولا يرد النص في النسخة العلنية.}}',
}
