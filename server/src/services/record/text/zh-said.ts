import type { SaidSentences } from './en-said.ts'

export const zhSaid: SaidSentences = {
  'heading.sense': '与会者意向',
  'caption.sense': '此类回应达三人或三人以上的群体',
  'sense.askedPeople': '{from}至{until}，主席就以下内容征询与会者意向：“{text}”（每人一份回应）。',
  'sense.askedDelegations': '{from}至{until}，主席就以下内容征询与会者意向：“{text}”（每个代表团一份回应）。',
  'sense.also': '“{text}”为同一征询的另一语文文本。',
  'sense.answered': '{of}人中有{n}人回应。',
  'sense.answeredFrom': '{of}人中有{n}人回应，来自{ofGroups}个群体中的{groups}个。',
  'sense.answeredDelegations': '{of}个代表团中有{n}个回应。',
  'sense.fewer': '回应者不到一半。',
  'sense.published': '主席发布了结果，见表{n}。',
  'sense.discarded': '主席未发布结果。',
  'sense.lost': '在主席决定是否发布之前，结果丢失。',
  'sense.withdrawn': '主席在回应截止前撤回了征询。',
  'sense.undecided': '主席尚未决定是否发布结果。',
  'sense.notVote': '这不是表决。',
  'sense.tooFew': '不显示：各群体人数过少',
  'sense.inGroups': '{of}个群体中的{n}个',

  'heading.words': '字幕文字',
  'words.lead': '字幕在发言过程中即时写成，未经任何人核对，存放在日志之外，不属于日志。',
  'words.cut': '其余部分见字幕文件。',
  'log.captions': '字幕',
  'log.words':
    '{words, select, complete {语言：{list}。每次发言的文字见增编。} cut {语言：{list}。发言的文字见增编；截断之处均注明。} other {语言：{list}。公开版本不载文字。}}',
}
