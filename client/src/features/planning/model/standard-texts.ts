/** Texts that our templates give to agenda items and groups, in the six languages. Terms of the groups: A/RES/70/125. */
import type { LanguageId } from '@rostrum/shared/kernel/wording'

/** A language that is added has none until somebody writes them here, and then an organizer types them. */
type InAll = Readonly<Partial<Record<LanguageId, string>>>

const standardTexts: readonly InAll[] = [
  { en: 'Governments', fr: 'Gouvernements', es: 'Gobiernos', ru: 'Правительства', zh: '政府', ar: 'الحكومات' },
  { en: 'Government', fr: 'Gouvernement', es: 'Gobierno', ru: 'Правительство', zh: '政府', ar: 'حكومة' },
  { en: 'Private sector', fr: 'Secteur privé', es: 'Sector privado', ru: 'Частный сектор', zh: '私营部门', ar: 'القطاع الخاص' },
  { en: 'Civil society', fr: 'Société civile', es: 'Sociedad civil', ru: 'Гражданское общество', zh: '民间社会', ar: 'المجتمع المدني' },
  {
    en: 'Technical and academic communities',
    fr: 'Milieux techniques et universitaires',
    es: 'Comunidades técnica y académica',
    ru: 'Технические и научные круги',
    zh: '技术界和学术界',
    ar: 'الأوساط التقنية والأكاديمية',
  },
  { en: 'Technical, acad.', fr: 'Techn., univ.', es: 'Técn. y acad.', ru: 'Техн., научн.', zh: '技术和学术', ar: 'تقني وأكاديمي' },
  {
    en: 'International organizations',
    fr: 'Organisations internationales',
    es: 'Organizaciones internacionales',
    ru: 'Международные организации',
    zh: '国际组织',
    ar: 'المنظمات الدولية',
  },
  { en: 'International org.', fr: 'Org. internat.', es: 'Org. internac.', ru: 'Междунар. орг.', zh: '国际组织', ar: 'منظمة دولية' },
  { en: 'Member States', fr: 'États Membres', es: 'Estados Miembros', ru: 'Государства-члены', zh: '会员国', ar: 'الدول الأعضاء' },
  { en: 'Member State', fr: 'État Membre', es: 'Estado Miembro', ru: 'Государство-член', zh: '会员国', ar: 'دولة عضو' },
  { en: 'Observers', fr: 'Observateurs', es: 'Observadores', ru: 'Наблюдатели', zh: '观察员', ar: 'المراقبون' },
  { en: 'Observer', fr: 'Observateur', es: 'Observador', ru: 'Наблюдатель', zh: '观察员', ar: 'مراقب' },
  { en: 'Participants', fr: 'Participants', es: 'Participantes', ru: 'Участники', zh: '与会者', ar: 'المشاركون' },
  { en: 'Opening', fr: 'Ouverture', es: 'Apertura', ru: 'Открытие', zh: '开幕', ar: 'افتتاح' },
  { en: 'Closing', fr: 'Clôture', es: 'Clausura', ru: 'Закрытие', zh: '闭幕', ar: 'اختتام' },
  { en: 'Panel', fr: 'Table ronde', es: 'Mesa redonda', ru: 'Дискуссионный форум', zh: '专题讨论', ar: 'حلقة نقاش' },
  {
    en: 'Questions and answers',
    fr: 'Questions et réponses',
    es: 'Preguntas y respuestas',
    ru: 'Вопросы и ответы',
    zh: '问答',
    ar: 'أسئلة وأجوبة',
  },
  { en: 'Discussion', fr: 'Débat', es: 'Debate', ru: 'Обсуждение', zh: '讨论', ar: 'مناقشة' },
  {
    en: 'General exchange of views',
    fr: 'Échange de vues général',
    es: 'Intercambio general de opiniones',
    ru: 'Общий обмен мнениями',
    zh: '一般性意见交换',
    ar: 'تبادل عام للآراء',
  },
  {
    en: 'First guiding question',
    fr: 'Première question directrice',
    es: 'Primera pregunta orientativa',
    ru: 'Первый вопрос для обсуждения',
    zh: '第一个指导性问题',
    ar: 'السؤال التوجيهي الأول',
  },
  {
    en: 'Second guiding question',
    fr: 'Deuxième question directrice',
    es: 'Segunda pregunta orientativa',
    ru: 'Второй вопрос для обсуждения',
    zh: '第二个指导性问题',
    ar: 'السؤال التوجيهي الثاني',
  },
  {
    en: 'Third guiding question',
    fr: 'Troisième question directrice',
    es: 'Tercera pregunta orientativa',
    ru: 'Третий вопрос для обсуждения',
    zh: '第三个指导性问题',
    ar: 'السؤال التوجيهي الثالث',
  },
]

/** Returns a standard text in another language. Undefined for any other text. */
export const translateStandardText = (text: string, from: LanguageId, to: LanguageId): string | undefined =>
  standardTexts.find((inAll) => inAll[from] === text.trim())?.[to]
