/** Names of delegations: the longest that are allowed, and real ones in several scripts. */
import { maxEntityLength } from '@rostrum/shared/contract/lengths'

export const longNames = [
  'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي في المنطقة'.padEnd(maxEntityLength, ' وشمال أفريقيا'),
  'Commission régionale pour le développement numérique, la connectivité et les services postaux universels',
  'International Federation of Library Associations and Community Networks for Meaningful Connectivity',
]
/** Names of real delegations, with up to 75 letters. */
export const realNames = [
  'Office of the United Nations High Commissioner for Human Rights',
  'Economic Commission for Africa',
  'Organisation des Nations Unies pour l’éducation, la science et la culture',
  'Plurinational State of Bolivia',
  'International Chamber of Commerce',
  'مفوضية الأمم المتحدة السامية لحقوق الإنسان',
  '联合国教育、科学及文化组织',
  'Управление Верховного комиссара Организации Объединенных Наций',
]
/** Returns a name for each number: every second is a real one, and every ninth one of the longest. */
export const getName = (index: number) =>
  (index % 9 === 8 ? longNames[index % 3] : index % 2 === 1 ? realNames[((index - 1) / 2) % realNames.length] : null) ??
  `Delegation ${index}`
