/** Names that readers could mistake for those of officers, and names of organizations that only contain such words. */
import { imitatesOfficeTitle } from '@rostrum/shared/contract/office-titles'
import { expect, test } from 'vitest'
import { catalogues } from '../support/catalogues.ts'

const imitations: Readonly<Record<string, readonly string[]>> = {
  English: [
    ...['chair', 'Chair', 'THE CHAIR', 'co chair', 'Co_Chair', 'Co‑Chair', 'Chairs', 'Co-Chairs', 'Vice-Chair', 'Chair 2', 'Chair.'],
    ...[
      'Chair of the meeting',
      'Office of the Chair',
      'The Chair’s office',
      'Mr. Chairman',
      'Madam Chair',
      'Session Chair',
      'Presiding Officer',
    ],
    ...['Rapporteur', 'Co-Rapporteur', 'Presidency', 'Office of the President', ' moderator ', 'Facilitators', 'Secretary-General'],
    ...['Secretariat team', 'Chair and Secretariat', 'Secretariat of the Conference', 'chair 🪑', 'C h a i r', 'Chair person'],
  ],
  disguised: [
    'ＣＨＡＩＲ',
    'c\u200dhair',
    'Сhаir',
    'M0derator',
    'Secrétαriat',
    'chaír',
    '0ffice of the Chаir',
    'Chair\u200b of the meeting',
  ],
  French: [
    ...['Président', 'Présidence', 'La Présidence', 'Presidence', 'Coprésidente', 'Co-présidence', 'Vice-président', 'Président de séance'],
    ...['Bureau de la présidence', 'La présidence de la réunion', 'Monsieur le Président', 'Mme la Présidente'],
    ...['Secrétariat', 'Le Secrétariat', 'Rapporteuse', 'Le rapporteur général', 'Secrétaire de la séance'],
    ...['M. le Président', 'Présidente par intérim', 'Président en exercice', 'Équipe du secrétariat', 'Présidente de la Commission'],
    ...['Animatrice', 'Greffière', 'À l’attention de la présidence', 'Secrétaire exécutive du Forum', 'Service du greffe'],
  ],
  Spanish: [
    ...[
      'Presidencia',
      'La Presidencia',
      'La Presidenta',
      'Copresidencia',
      'Vicepresidenta',
      'Presidencia de la Mesa',
      'Oficina de la Presidencia',
    ],
    ...['Señor Presidente', 'Relatora', 'El Relator', 'Secretaría', 'Secretaría de la reunión', 'Moderadores', 'Presidente y Secretario'],
    ...['Presidente en funciones', 'Presidencia de la Comisión', 'Presidencia del Grupo de Trabajo', 'Presidenta interina'],
    ...['Presidenta electa', 'Señores Presidentes', 'Excma. Sra. Presidenta', 'Secretario Ejecutivo', 'Persona moderadora'],
    ...['Facilitación', 'Secretariado', 'Mesa de la Conferencia', 'Coordinadora', 'Equipo de la Secretaría'],
  ],
  Russian: [
    ...['Председатель', 'СЕКРЕТАРИАТ', 'Сопредседатель', 'Со-председатель', 'Председатель заседания', 'Председательствующая'],
    ...[
      'Канцелярия Председателя',
      'Господин Председатель',
      'Г-н Председатель',
      'Секретарь заседания',
      'Докладчик',
      'Заместитель председателя',
    ],
    ...['И. о. Председателя', 'Помощник Председателя', 'Уважаемый Председатель', 'Секретариат комитета', 'Координатор консультаций'],
  ],
  Arabic: [
    ...[
      'الرئاسة',
      'رئاسة',
      'الرئيسة',
      'الرئيس',
      'رئيس الجلسة',
      'رئيسة الاجتماع',
      'مكتب الرئيس',
      'السيد الرئيس',
      'سيدي الرئيس',
      'رئاسة الجلسة',
    ],
    ...[
      'الرئيس المشارك',
      'نائب الرئيس',
      'الأمانة',
      'الامانة',
      'الأمانه العامة',
      'أمين السر',
      'الأمين العام',
      'المقرّر',
      'المقررة',
      'الرئاســة',
      'الرئيس والأمانة',
      'أمين الجلسة',
      'أمينة الاجتماع',
      'سكرتارية الجلسة',
      'مديرة الجلسة',
    ],
  ],
  Chinese: [
    '主席',
    '会议主席',
    '主席先生',
    '主席办公室',
    '主席的办公室',
    '联合主席',
    '共同主席',
    '副主席',
    '秘书处',
    '秘書處',
    '大会秘书处',
    '报告员',
    '主持人',
    '主席 秘书处',
  ],
}

test.each(Object.entries(imitations))('[P31] [Q6] a name that imitates an office is recognized word by word: %s', (_, names) => {
  expect(names.filter((name) => !imitatesOfficeTitle(name))).toEqual([])
})

test.each(Object.entries(catalogues))('[P31] every office as the pages write it is recognized: %s', (_, catalogue) => {
  const offices = Object.entries(catalogue).filter(([key]) => /^office\.(?!by\.|numbered)/.test(key))
  expect(offices.length).toBeGreaterThan(7)
  expect(offices.filter(([, name]) => !imitatesOfficeTitle(name))).toEqual([])
})

test.each([
  [
    'who helps the meeting along',
    'Chair (host)|Host|Co-host|Interpreter|Interpreters|Panel|Panellist|Room screen|Organizer|Technical support|The host',
  ],
  [
    'the same in other languages',
    'Interprète|Équipe technique|Intérprete|Soporte técnico|Переводчик|Техподдержка|مترجم فوري|الدعم الفني|口译员|技术支持',
  ],
  ['a foreign letter in a Latin word', 'Ϲhair|Ⲥhair|ꓚhair|Chaӏr|Chaiг|CHAIЯ|ꓢecretariat|Modегatог'],
  ['a low L, two letters for one, a small sign, and nothing to see', 'Chalr|CHAlR|rnoderator|Chair²|Chair™|Chair1|\u3164Chair|Chair\u3164'],
  [
    'two titles in one word, and more words of the staff',
    'ChairSecretariat|Chairlady|New Chair|HighLevel Chair|Secretariat desk|Captioner',
  ],
  ['letters that are drawn differently', 'ᴄʜᴀɪʀ|🅲🅷🅰🅸🆁|🅒🅗🅐🅘🅡|Ch🅰ir|🇨🇭🇦🇮🇷|Cha🇮r|Chairꓸ|رئیس'],
  ['letters that no list names', 'chaıɾ|ƈhair|ɔhair|Ꮯhaiᖇ|Chai尺|cнαιя|ⵛhair|Co-ƈhair|ƧECRETARIAT'],
  ['letter pairs that look alike', 'Secretanat|Moclerator'],
  ['who helps from a desk or a booth', 'Registration desk|English booth|Zoom support|Cabine anglaise|Английская кабина|法文同传|签到处'],
  ['letters and signs that look alike', 'Ch4ir|Cha1r|CH@IR|ChairR|Cchairr|ᏟHAIR|M0der4tor|Secretar1at|Ho$t|H0st'],
])('[P104] a name that readers could mistake for the staff or the equipment is recognized: %s', (_, names) => {
  expect(names.split('|').filter((name) => !imitatesOfficeTitle(name))).toEqual([])
})

test('[P104] the name of an organization may contain such words too', () => {
  const names = [
    'Host Country Network',
    'Interpreters Without Borders',
    'Panel on Climate Change',
    'Support Kenya',
    '4H',
    'Technical University',
    'Росcия',
    'Рoссия и Kитай',
    'Booth Museum',
    'Chalk Makers',
  ]
  const others = [
    ...['中国APEC协会', 'Registration Authority of Kenya', 'French Presidency', 'Azərbaycan', 'Support Kenya', 'Ɓoore'],
    'Screen Actors Guild',
    'Médecins sans frontières',
    'Group of 77',
    'G7',
    'C40 Cities',
    'Доктора мира',
  ]
  expect([...names, ...others].filter(imitatesOfficeTitle)).toEqual([])
})

test('[P31] the name of an organization may contain the title of an office', () => {
  const names = [
    ...[
      'Chairs Ltd',
      'Chair Makers Federation',
      'Chair & Co',
      'Wheelchair Users',
      'Delegation 1',
      'The Netherlands',
      'L',
      '',
      '1',
      'Committee',
    ],
    ...['Secretariat of the Pacific Community', 'Commonwealth Secretariat', 'United Nations Secretariat', 'Council of the EU, Presidency'],
    ...[
      'General Secretariat of the Organization of Islamic Cooperation',
      'Office of the High Commissioner for Human Rights',
      'Office of the Prime Minister',
    ],
    ...['Special Rapporteur on freedom of expression', 'Office of the President of Kenya', 'Secretary of State', 'Moderators Association'],
    ...['Covington', 'Coca-Cola', 'Vicenza', 'Assembly of First Nations', 'Executive Secretariat of CAF', 'Chair Institute'],
    ...['Présidence de la République', 'Secrétariat d’État à l’économie', 'Reporters sans frontières', 'Bureau international du travail'],
    ...['Comité international de la Croix-Rouge', 'Secrétariat général de la Francophonie', 'Conférence des présidents d’université'],
    ...['Secrétariat du Forum des îles du Pacifique', 'Commission économique pour l’Afrique', 'Greffe du tribunal de commerce'],
    ...[
      'Presidencia de la República',
      'Ministerio de la Presidencia',
      'Secretaría de Estado',
      'Mesa de diálogo',
      'Secretaría General Iberoamericana',
    ],
    ...['Рабочая группа', 'Администрация Президента', 'Секретариат СНГ', 'Общество председателей колхозов', 'Офис омбудсмена'],
    ...[
      'رئاسة الجمهورية',
      'رئاسة مجلس الوزراء',
      'الأمانة العامة لجامعة الدول العربية',
      'لجنة الأمم المتحدة',
      'وزارة الاتصالات',
      'الأمل',
      'أمين',
      'ميسرة',
      'سيد أمين',
    ],
    ...['主席团成员国', '中国互联网协会', '上海合作组织秘书处', '大会', '国家主席特使'],
  ]
  expect(names.filter(imitatesOfficeTitle)).toEqual([])
})
