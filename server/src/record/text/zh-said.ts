import type { SaidSentences } from './en-said.ts'

export const zhSaid: SaidSentences = {
  'heading.sense': '会场意向',
  'caption.sense': '有三个或以上此类回答的组别',
  'sense.askedPeople': '{from}至{until}，主席征询所有人：“{text}”。每人一个回答。',
  'sense.askedDelegations': '{from}至{until}，主席征询所有人：“{text}”。每个代表团一个回答。',
  'sense.also': '该句也以此提出：“{text}”。',
  'sense.answered': '作答：{n}/{of}。',
  'sense.answeredFrom': '作答：{n}/{of}，来自{groups}/{ofGroups}个组。',
  'sense.answeredDelegations': '作答的代表团：{n}/{of}。',
  'sense.fewer': '作答者不到一半。',
  'sense.published': '主席发布了结果，见表{n}。',
  'sense.discarded': '主席作了征询，未发布结果。',
  'sense.lost': '结果在作出决定之前丢失。',
  'sense.withdrawn': '主席在截止前撤回了语句。',
  'sense.undecided': '尚未决定是否发布结果。',
  'sense.notVote': '这不是表决。',
  'sense.tooFew': '不显示：各组人数过少',
  'sense.inGroups': '{n}/{of}个组',

  'heading.words': '发言内容（据字幕）',
  'words.lead': '字幕在发言时写成，未经任何人核对。字幕存放在日志之外，不属于日志。',
  'words.cut': '其余部分见字幕文件。',
  'log.captions': '字幕',
  'log.words':
    '{words, select, complete {语言：{list}。每次发言的文字见增编。} cut {语言：{list}。发言的文字见增编；截断之处均注明。} other {语言：{list}。公开版本不载文字。}}',
}
