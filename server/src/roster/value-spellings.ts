/** Common spellings of a channel, a consent or a language in lists, in six languages. */
import type { Channel } from '@rostrum/shared/contract/roles'
import { foldForSearch } from '@rostrum/shared/kernel/text'

const makeSpellings = <T>(rows: readonly (readonly [T, readonly string[]])[]): ReadonlyMap<string, T> =>
  new Map(rows.flatMap(([value, words]) => words.map((word) => [foldForSearch(word), value] as const)))

const channelSpellings = makeSpellings<Channel>([
  [
    'room',
    [
      ...['room', 'in the room', 'in room', 'in person', 'onsite', 'on site', 'on-site', 'physical', 'physically', 'face to face'],
      ...['salle', 'en salle', 'dans la salle', 'présentiel', 'en présentiel', 'en présence', 'en personne', 'sur place'],
      ...['sala', 'en la sala', 'presencial', 'en persona', 'зал', 'в зале', 'очно', 'лично'],
      ...['en sala', 'presencialmente'],
      ...['القاعة', 'في القاعة', 'قاعة', 'حضوري', 'حضوريا', 'شخصي', 'حضور شخصي', 'بالحضور الشخصي', '会场', '现场', '线下'],
      ...['очное', 'очный', 'очное участие', 'личное участие', 'личное присутствие', 'в зале заседаний'],
      ...['在会场', '现场参会', '现场与会', '线下参会', '实地', '现场参加', '现场出席', '线下参加', '亲自出席'],
    ],
  ],
  [
    'remote',
    [
      ...[
        'remote',
        'remotely',
        'online',
        'on line',
        'virtual',
        'virtually',
        'by video',
        'videoconference',
        'by videoconference',
        'distance',
        'à distance',
        'en ligne',
        'virtuel',
        'distanciel',
      ],
      ...['visioconférence', 'en visioconférence', 'par visioconférence', 'visio', 'en visio', 'en virtuel'],
      ...['en distanciel', 'remoto', 'remota', 'en línea', 'a distancia', 'удаленно', 'дистанционно', 'онлайн', 'заочно'],
      ...['telemático', 'por videoconferencia'],
      ...['عن بعد', 'افتراضي', 'افتراضيا', 'حضور افتراضي', 'إلكترونيا', 'عبر الإنترنت', '远程', '线上', '在线'],
      ...['удаленное', 'удаленное участие', 'дистанционное', 'дистанционный', 'дистанционное участие', 'виртуально', 'виртуальное участие'],
      ...['онлайн участие', 'по видеосвязи', 'видеоконференция'],
      ...[
        '远程参会',
        '远程与会',
        '线上参会',
        '在线参会',
        '网上',
        '视频',
        '虚拟',
        '远程参加',
        '线上参加',
        '在线参加',
        '线上与会',
        '视频参会',
      ],
    ],
  ],
])
const consentSpellings = makeSpellings<boolean>([
  [
    true,
    [
      'yes',
      'y',
      'true',
      '1',
      'oui',
      'o',
      'vrai',
      'si',
      's',
      'verdadero',
      'да',
      'согласен',
      'согласна',
      'نعم',
      'موافق',
      'موافقة',
      'أوافق',
      '是',
      '同意',
      '已同意',
      '愿意',
    ],
  ],
  [
    false,
    [
      'no',
      'n',
      'false',
      '0',
      'non',
      'faux',
      'falso',
      'нет',
      'не согласен',
      'не согласна',
      'لا',
      'غير موافق',
      'غير موافقة',
      'لا أوافق',
      '否',
      '不同意',
      '不愿意',
      '未同意',
    ],
  ],
])
const languageSpellings = makeSpellings<string>([
  ['zh', ['chinese', 'chinois', 'chino', 'китайский', 'الصينية', 'صيني', '中文', '汉语']],
  ['en', ['english', 'anglais', 'inglés', 'английский', 'الإنجليزية', 'الإنكليزية', 'إنجليزي', 'إنكليزي', '英语', '英文']],
  ['fr', ['french', 'français', 'francés', 'французский', 'الفرنسية', 'فرنسي', '法语', '法文']],
  ['ru', ['russian', 'russe', 'ruso', 'русский', 'الروسية', 'روسي', '俄语', '俄文']],
  ['es', ['spanish', 'espagnol', 'español', 'испанский', 'الإسبانية', 'إسباني', '西班牙语', '西班牙文']],
  ['ar', ['arabic', 'arabe', 'árabe', 'арабский', 'العربية', 'عربي', '阿拉伯语', '阿拉伯文', '阿文', '阿语']],
  ['zh', ['chinese', 'chinois', 'chino', 'китайский', 'الصينية', '中文', '汉语', '汉文', '普通话', '简体中文', '华语']],
  ['es', ['spanish', 'espagnol', 'español', 'castellano', 'испанский', 'الإسبانية', '西班牙语', '西班牙文', '西文', '西语']],
])

/** "No group" must be written explicitly, because an empty cell may be a mistake. */
export const noGroupSpellings = [
  'none',
  'aucun',
  'sans groupe',
  'aucun groupe',
  'ninguno',
  'sin grupo',
  'нет',
  'без группы',
  'لا يوجد',
  'بلا مجموعة',
  'دون مجموعة',
  'بدون مجموعة',
  'من دون مجموعة',
  '无',
  '未归群体',
  '无群体',
  '没有',
] as const

export const parseChannel = (written: string): Channel | undefined => channelSpellings.get(foldForSearch(written))
export const parseConsent = (written: string): boolean | undefined => consentSpellings.get(foldForSearch(written))
/** Accepts a language tag, or the name of one of the six languages. */
export const parseLanguage = (written: string): string | undefined =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(written) ? written : languageSpellings.get(foldForSearch(written))
