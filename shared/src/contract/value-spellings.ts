/** Common spellings of a channel, a consent or a language in lists, in the languages of the product. */

import { foldForSearch } from '../kernel/fold-text.ts'
import type { LanguageId } from '../kernel/wording.ts'
import { type ByChannel, type Channel, channels } from './channels.ts'
import type { RegistrationState } from './people-lists.ts'

const makeSpellings = <T>(rows: readonly (readonly [T, readonly string[]])[]): ReadonlyMap<string, T> =>
  new Map(rows.flatMap(([value, words]) => words.map((word) => [foldForSearch(word), value] as const)))

const channelNames: ByChannel<readonly string[]> = {
  room: [
    ...[
      ...['room', 'in the room', 'in room', 'in person', 'in person participation', 'physical presence', 'onsite'],
      ...['on site', 'on-site', 'physical', 'physically', 'face to face', 'in person attendance', 'attending in person'],
      ...['onsite participation', 'on site participation', 'physical participation', 'physical attendance'],
    ],
    ...[
      ...['salle', 'en salle', 'dans la salle', 'présentiel', 'en présentiel', 'en présence', 'en personne', 'sur place'],
      ...['physique', 'physiquement', 'présence physique'],
    ],
    ...['sala', 'en la sala', 'presencial', 'en persona', 'зал', 'в зале', 'очно', 'лично'],
    ...['en sala', 'presencialmente', 'de forma presencial', 'modalidad presencial', 'participación presencial'],
    ...['القاعة', 'في القاعة', 'قاعة', 'حضوري', 'حضوريا', 'شخصي', 'شخصيا', 'حضور شخصي', 'بالحضور الشخصي', '会场', '现场', '线下'],
    ...['وجاهي', 'وجاهيا', 'حضور فعلي', 'حضور', 'بالحضور', 'حضورية', 'مشاركة حضورية', 'وجها لوجه'],
    ...['очное', 'очный', 'очное участие', 'личное участие', 'личное присутствие', 'в зале заседаний'],
    ...[
      ...['在会场', '现场参会', '现场与会', '线下参会', '实地', '现场参加', '现场出席', '线下参加', '亲自出席', '会场参会'],
      ...['到场', '线下出席'],
    ],
  ],
  remote: [
    ...[
      ...['remote', 'remotely', 'online', 'on line', 'virtual', 'virtually', 'by video', 'videoconference'],
      ...['by videoconference', 'video conference', 'by video conference', 'by video link', 'remote attendance'],
      ...['online attendance', 'virtual attendance', 'attending remotely', 'attending online', 'video'],
      ...['remote participation', 'online participation', 'virtual participation', 'distance', 'à distance', 'en ligne'],
      ...['virtuel', 'distanciel'],
    ],
    ...[
      ...['visioconférence', 'en visioconférence', 'par visioconférence', 'par vidéoconférence', 'en vidéoconférence'],
      ...['visio', 'en visio', 'en virtuel', 'virtuelle', 'virtuellement'],
    ],
    ...['en distanciel', 'remoto', 'remota', 'en línea', 'a distancia', 'удаленно', 'дистанционно', 'онлайн', 'заочно'],
    ...[
      ...['telemático', 'por videoconferencia', 'videoconferencia', 'en remoto', 'de forma remota', 'de forma virtual'],
      ...['modalidad virtual'],
    ],
    ...['virtualmente', 'participación a distancia'],
    ...['عن بعد', 'افتراضي', 'افتراضيا', 'حضور افتراضي', 'إلكترونيا', 'عبر الإنترنت', '远程', '线上', '在线'],
    ...[
      ...['مشاركة عن بعد', 'حضور عن بعد', 'عبر الفيديو', 'أونلاين', 'المشاركة عن بعد', 'افتراضية', 'مشاركة افتراضية'],
      ...['بالفيديو', 'أون لاين'],
    ],
    ...['عبر الاتصال المرئي', 'بالاتصال المرئي'],
    ...['удаленное', 'удаленное участие', 'дистанционное', 'дистанционный', 'дистанционное участие', 'виртуально', 'виртуальное участие'],
    ...['онлайн участие', 'по видеосвязи', 'видеоконференция'],
    ...[
      ...['远程参会', '远程与会', '线上参会', '在线参会', '网上', '视频', '虚拟', '远程参加', '线上参加', '在线参加'],
      ...['线上与会', '视频参会', '远程出席', '线上出席', '视频会议', '视频连线'],
    ],
  ],
}
const channelSpellings = makeSpellings(channels.map((channel) => [channel, channelNames[channel]] as const))
const consentSpellings = makeSpellings<boolean>([
  [
    true,
    [
      ...['yes', 'y', 'agree', 'agreed', 'i agree', 'i consent', 'true', '1', 'oui', 'o', 'vrai', 'si', 's', 'verdadero'],
      ...['acepto', 'autorizo', 'de acuerdo', 'да', 'согласен', 'согласна', 'истина', 'نعم', 'موافق', 'موافقة', 'أوافق'],
      ...['是', '同意', '已同意', '愿意', '同意具名', '具名', '可以'],
    ],
  ],
  [
    false,
    [
      ...['no', 'n', 'do not agree', 'i do not agree', 'i do not consent', 'false', '0', 'non', 'faux', 'falso'],
      ...['no acepto', 'no autorizo', 'нет', 'не согласен', 'не согласна', 'ложь', 'لا', 'غير موافق', 'غير موافقة'],
      ...['لا أوافق', '否', '不同意', '不愿意', '未同意', '不同意具名', '不具名', '不可以'],
    ],
  ],
])
const languageNames: Readonly<Record<LanguageId, readonly string[]>> = {
  en: [
    ...['english', 'anglais', 'inglés', 'английский', 'الإنجليزية', 'الإنكليزية', 'إنجليزي', 'إنكليزي', 'إنجليزية', 'إنكليزية'],
    ...['اللغة الإنجليزية', 'اللغة الإنكليزية', '英语', '英文'],
  ],
  fr: ['french', 'français', 'francés', 'французский', 'الفرنسية', 'فرنسي', 'فرنسية', 'اللغة الفرنسية', '法语', '法文'],
  ru: ['russian', 'russe', 'ruso', 'русский', 'الروسية', 'روسي', 'روسية', 'اللغة الروسية', '俄语', '俄文'],
  ar: ['arabic', 'arabe', 'árabe', 'арабский', 'العربية', 'عربي', 'عربية', 'اللغة العربية', '阿拉伯语', '阿拉伯文', '阿文', '阿语'],
  zh: [
    ...['chinese', 'mandarin', 'mandarin chinese', 'chinois', 'chino', 'китайский', 'الصينية', 'صيني', 'صينية', '中文', '汉语', '汉文'],
    ...['اللغة الصينية', '普通话', '简体中文', '华语'],
  ],
  es: [
    ...['spanish', 'castilian', 'espagnol', 'español', 'castellano', 'испанский', 'الإسبانية', 'إسباني', 'إسبانية', 'اللغة الإسبانية'],
    ...['西班牙语', '西班牙文', '西文', '西语'],
  ],
}
const languageSpellings = makeSpellings(Object.entries(languageNames))

const stateSpellings = makeSpellings<RegistrationState>([
  [
    'comes',
    [
      ...['completed', 'complete', 'confirmed', 'approved', 'accepted', 'registered', 'active', 'checked in', 'paid', 'attending'],
      ...['confirmé', 'confirmée', 'approuvé', 'approuvée', 'accepté', 'acceptée', 'inscrit', 'inscrite', 'validé', 'validée', 'complet'],
      ...['confirmado', 'confirmada', 'aprobado', 'aprobada', 'aceptado', 'aceptada', 'inscrito', 'inscrita', 'completado', 'completada'],
      ...['подтверждено', 'подтвержден', 'подтверждена', 'одобрено', 'принято', 'зарегистрирован', 'зарегистрирована', 'завершено'],
      ...[
        'مؤكد',
        'مؤكدة',
        'مقبول',
        'مقبولة',
        'تمت الموافقة',
        'مسجل',
        'مسجلة',
        'مكتمل',
        '已确认',
        '已批准',
        '已通过',
        '已注册',
        '已完成',
        '确认',
      ],
    ],
  ],
  [
    'left-out',
    [
      ...[
        'withdrawn',
        'rejected',
        'cancelled',
        'canceled',
        'declined',
        'refused',
        'denied',
        'pending',
        'waiting list',
        'waitlisted',
        'draft',
      ],
      ...['unpaid', 'not attending', 'incomplete', 'awaiting approval', 'retiré', 'retirée', 'rejeté', 'rejetée', 'refusé', 'refusée'],
      ...['annulé', 'annulée', 'en attente', "liste d'attente", 'retirado', 'retirada', 'rechazado', 'rechazada', 'cancelado', 'cancelada'],
      ...[
        'pendiente',
        'lista de espera',
        'отозвано',
        'отозвана',
        'отклонено',
        'отклонен',
        'отклонена',
        'отменено',
        'ожидает',
        'на рассмотрении',
      ],
      ...['منسحب', 'منسحبة', 'مرفوض', 'مرفوضة', 'ملغى', 'ملغاة', 'معلق', 'قيد الانتظار', 'قيد النظر'],
      ...['已撤回', '已取消', '已拒绝', '未通过', '待定', '待审核', '待批准', '候补'],
    ],
  ],
])

/** "No group" must be written explicitly, because an empty cell may be a mistake. */
export const noGroupSpellings = [
  ...['none', 'no group', 'without group', 'without a group', 'not applicable', 'n/a', 'aucun', 'sans groupe'],
  ...['aucun groupe', 'aucune', 'néant', 'ninguno', 'ningún grupo', 'sin grupo', 'нет', 'без группы', 'لا يوجد'],
  ...['لا ينطبق', 'لا مجموعة', 'بلا مجموعة', 'دون مجموعة', 'بدون مجموعة', 'من دون مجموعة', '无', '未归群体', '无群体'],
  ...['没有'],
] as const

export const parseChannel = (written: string): Channel | undefined => channelSpellings.get(foldForSearch(written))
export const parseConsent = (written: string): boolean | undefined => consentSpellings.get(foldForSearch(written))
/** Accepts a language tag, or the name of a language of the product. */
export const parseState = (written: string): RegistrationState | undefined => stateSpellings.get(foldForSearch(written))
/** Accepts a language tag, or the name of one of the six languages. */
export const parseLanguage = (written: string): string | undefined =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(written) ? written : languageSpellings.get(foldForSearch(written))
