/**
 * Names that readers could mistake for an officer of the session, in the six official languages of the United Nations. In such a name every
 * word is the title of an office or goes with titles ("Office of the Chair"). Any other word makes it the name of an organization ("Chair
 * Makers Federation", "Secretariat of the Pacific Community").
 */
import { foldName } from '../kernel/fold-name.ts'
import { blur, collapse, fold, isReadAs, replaceLookalikes } from './name-reading.ts'

// The Arabic words Amin and Maysara alone are names of people, and therefore not titles.
const titles: readonly string[] = [
  ...[
    'chair',
    'chairman',
    'chairmen',
    'chairwoman',
    'chairwomen',
    'chairperson',
    'chairmanship',
    'chairlady',
    'chairladies',
    'presiding',
    'president',
  ],
  ...['presidency', 'secretariat', 'secretary', 'secretaries', 'moderator', 'facilitator', 'rapporteur', 'bureau', 'coordinator'],
  ...[
    'captioner',
    'staff',
    'officer',
    'booth',
    'organizer',
    'organiser',
    'administrator',
    'admin',
    'convener',
    'convenor',
    'rostrum',
    'président',
    'présidente',
  ],
  ...['présidence', 'secrétariat', 'secrétaire', 'modérateur', 'modératrice', 'modération', 'facilitateur', 'facilitatrice'],
  ...['animateur', 'animatrice', 'rapporteure', 'rapporteuse', 'greffe', 'greffier', 'greffière', 'coordonnateur'],
  ...['coordonnatrice', 'coordinateur', 'coordinatrice', 'facilitation', 'organisateur', 'organisatrice', 'administrateur'],
  ...['administratrice', 'presidente', 'presidenta', 'presidencia', 'secretaría', 'secretario', 'secretaria', 'moderador'],
  ...['moderadora', 'moderación', 'moderadores', 'moderadoras', 'facilitador', 'facilitadora', 'relator', 'relatora', 'relatores'],
  ...['relatoría', 'secretariado', 'facilitación', 'coordinador', 'coordinadora', 'coordinación', 'mesa', 'organizador'],
  ...['organizadora', 'administrador', 'administradora'],
  ...['председатель', 'председателя', 'председателю', 'председательница', 'председатели', 'председателей', 'председательство'],
  ...['председательствующий', 'председательствующая', 'председательствующего', 'секретариат', 'секретариата', 'секретарь'],
  ...['секретаря', 'модератор', 'модератора', 'ведущий', 'ведущая', 'докладчик', 'докладчица', 'докладчика', 'председателем'],
  ...['председателе', 'председательствующему', 'председательствующим', 'секретариату', 'секретариатом', 'секретариате'],
  ...['секретари', 'секретарей', 'секретарю', 'секретарем', 'модераторы', 'модератору', 'модератором', 'модераторов', 'ведущие'],
  ...['ведущего', 'докладчики', 'докладчику', 'докладчиком', 'президиум', 'президиума', 'президент', 'президента', 'координатор'],
  ...['координатора', 'координаторы', 'фасилитатор', 'фасилитатора', 'фасилитаторы', 'председательствующей', 'организатор'],
  ...['организатора', 'организаторы', 'администратор', 'администратора'],
  ...['رئيس', 'رئيسة', 'رئاسة', 'أمانة', 'مقرر', 'مقررة', 'أمين السر', 'أمينة السر', 'أمين سر الجلسة', 'الأمين العام'],
  ...['الأمينة العامة', 'ميسر الجلسة', 'ميسرة الجلسة', 'ميسر الاجتماع', 'أمين الجلسة', 'أمينة الجلسة', 'أمين الاجتماع'],
  ...['أمينة الاجتماع', 'أمين اللجنة', 'سكرتير', 'سكرتيرة', 'سكرتارية', 'مدير الجلسة', 'مديرة الجلسة', 'مدير المناقشة'],
  ...['مديرة المناقشة', 'منسق الجلسة', 'منسقة الجلسة', 'منظم', 'منظمة الجلسة', 'أمينة سر الجلسة', 'أمين سر الاجتماع'],
  ...['أمينة سر الاجتماع', 'أمين سر اللجنة', 'أمينة سر اللجنة', 'أمينة اللجنة', 'ميسرة الاجتماع', 'ميسر المناقشة'],
  ...[
    'ميسرة المناقشة',
    'رؤساء',
    'إدارة الأسئلة',
    'مشرفون',
    'مشرفين',
    'مقررون',
    'مقررين',
    'مدير الاجتماع',
    'مديرة الاجتماع',
    'منسق الاجتماع',
    'أمين المؤتمر',
    'أمين سر المؤتمر',
    'نائب الأمين العام',
    'نائبة الأمين العام',
    'نائبة الأمينة العامة',
    'نائب الأمينة العامة',
    'الأمين العام المساعد',
    'الأمينة العامة المساعدة',
    'أمين عام',
    'أمينة عامة',
    'الأمين التنفيذي',
    'الأمينة التنفيذية',
    'إدارة الجلسة',
    'مشرف الأسئلة',
    'مشرفة الأسئلة',
    'مشرف الجلسة',
    'مشرفة الجلسة',
    'أمين سر',
    'أمينة سر',
    'مدير النقاش',
    'مديرة النقاش',
    'ميسر النقاش',
    'ميسرة النقاش',
    'مشرف على الأسئلة',
    'مشرفة على الأسئلة',
    'هيئة المكتب',
    'رئيسان',
    'رئيسين',
    'رئيسا',
    'منظمون',
    'منظمين',
    'مسير الجلسة',
    'مسيرة الجلسة',
    'رئيس الجمعية العامة',
    'رئيسة الجمعية العامة',
  ],
  ...['主席', '秘书', '秘书处', '秘書', '秘書處', '主持', '主持人', '报告员', '報告員', '协调人', '協調人', '主席团', '秘书长'],
  ...['秘書長', '审核员', '審核員', '召集人', '主席国', '组织者', '管理员', '会务组', '协调员', '協調員', '主席團', '主席國'],
  // People who help the meeting along, and the equipment.
  ...['host', 'hosts', 'hostess', 'panel', 'panelist', 'panellist', 'interpreter', 'interpretation', 'technician', 'helpdesk'],
  ...['room screen', 'display', 'technical support', 'tech support', 'it support', 'support team', 'support desk', 'operator'],
  ...['hôte', 'hôtesse', 'panéliste', 'interprète', 'interprétation', 'technicien', 'technicienne', 'assistance technique'],
  ...['support technique', 'équipe technique', 'écran de la salle', 'écran de salle', 'anfitrión', 'anfitriona', 'panelista'],
  ...['intérprete', 'interpretación', 'soporte técnico', 'asistencia técnica', 'equipo técnico', 'pantalla de la sala'],
  ...['переводчик', 'переводчики', 'переводчица', 'синхронист', 'техподдержка', 'техническая поддержка', 'служба поддержки'],
  ...['экран в зале', 'хозяин встречи', 'панелист', 'панелисты', 'مضيف', 'مضيفة', 'مترجم فوري', 'مترجمة فورية'],
  ...['المترجمون الفوريون', 'الدعم الفني', 'الدعم التقني', 'شاشة القاعة', '口译员', '口譯員', '传译员', '傳譯員', '译员', '譯員'],
  ...['技术支持', '技術支援', '会场屏幕', '會場屏幕', '东道主', '東道主'],
  ...['組織者', '管理員', '會務組', '组委会', '組委會', '秘书组', '秘書組', '主席台'],
]

/** Words that do not turn a title into an organization: articles, forms of address, the meeting itself. */
const companions: readonly string[] = [
  ...['the', 'of', 'for', 'to', 'and', 'at', 'from', 'by', 'in', 'on', 'behalf', 'a', 'an', 'my', 'this', 'our', 'your', 'its'],
  ...['mr', 'mrs', 'ms', 'mx', 'madam', 'madame', 'sir', 'dear', 'his', 'her', 'excellency', 'honourable', 'honorable', 'office'],
  ...[
    'desk',
    'new',
    'hon',
    'high',
    'level',
    'highlevel',
    'officers',
    'official',
    'team',
    'staff',
    'cabinet',
    'meeting',
    'session',
    'sitting',
    'plenary',
    'conference',
  ],
  ...['consultation', 'consultations', 'assembly', 'committee', 'debate', 'acting', 'deputy', 'assistant', 'interim', 'general'],
  ...['designate', 'elect', 'lead', 'first', 'outgoing', 'incoming', 'working', 'group', 'panel', 'council', 'summit'],
  ...[
    'confirmed',
    'verified',
    'confirmé',
    'confirmée',
    'confirmado',
    'confirmada',
    'подтверждено',
    'подтвержден',
    'مؤكد',
    '已确认',
    '已確認',
  ],
  ...['technical', 's', 'h', 'e', 'floor', 'question', 'questions', 'list', 'speakers', 'agenda', 'le', 'la', 'les', 'l', 'de'],
  ...['du', 'des', 'd', 'et', 'un', 'une', 'notre', 'votre', 'monsieur', 'mme', 'excellence', 'son', 'bureau', 'réunion'],
  ...['séance', 'plénière', 'conférence', 'assemblée', 'comité', 'débat', 'adjoint', 'adjointe', 'général', 'générale', 'm', 'mm'],
  ...['mlle', 'mesdames', 'messieurs', 'excellences', 'ma', 'mon', 'nos', 'vos', 'ce', 'cette', 'sa', 'ses', 'au', 'aux', 'à'],
  ...['en', 'par', 'pour', 'exercice', 'équipe', 'service', 'services', 'suppléant', 'suppléante', 'exécutif', 'exécutive'],
  ...['assistante', 'chargé', 'chargée', 'attention', 'commission', 'forum', 'sommet', 'liste', 'orateurs', 'parole', 'ou'],
  ...['ordre', 'jour', 'table', 'ronde', 'élu', 'élue', 'désigné', 'désignée', 'technique', 'provisoire', 'intérimaire'],
  ...['faisant', 'fonction', 'fonctions', 'sortant', 'sortante', 'titulaire', 'sous', 'groupe', 'travail', 'débats', 'séances'],
  ...['cher', 'chère', 'officiel', 'officielle', 'personnel', 'se', 'euse', 'rice', 'trice', 'el', 'los', 'las', 'del', 'y'],
  ...['señor', 'señora', 'sr', 'sra', 'excelencia', 'oficina', 'equipo', 'persona', 'reunión', 'sesión', 'plenaria'],
  ...['conferencia', 'consulta', 'asamblea', 'comisión', 'consejo', 'grupo', 'trabajo', 'foro', 'adjunto', 'adjunta', 'interino'],
  ...['interina', 'electo', 'electa', 'ejecutivo', 'ejecutiva', 'saliente', 'titular', 'suplente', 'funciones', 'señores'],
  ...['señoras', 'don', 'doña', 'excmo', 'excma', 'nuestro', 'nuestra', 'su', 'este', 'esta', 'primer', 'primero', 'primera'],
  ...['segundo', 'segunda', 'designado', 'designada', 'entrante', 'asistente', 'encargado', 'encargada', 'despacho', 'gabinete'],
  ...['servicio', 'servicios', 'orden', 'día', 'por', 'al', 'con', 'mi', 'cumbre', 'lista', 'oradores', 'pregunta', 'preguntas'],
  ...['palabra', 'turno', 'debates', 'provisional', 'técnico', 'técnica', 'personal', 'estimado', 'estimada'],
  ...['и', 'г', 'н', 'жа', 'господин', 'госпожа', 'бюро', 'офис', 'канцелярия', 'аппарат', 'заместитель', 'генеральный', 'общий'],
  ...['заседание', 'заседания', 'сессия', 'сессии', 'совещание', 'совещания', 'собрание', 'собрания', 'встреча', 'встречи'],
  ...['конференции', 'уважаемый', 'уважаемая', 'исполняющий', 'исполняющая', 'обязанности', 'врио', 'ио', 'о', 'зам', 'первый'],
  ...['помощник', 'сотрудник', 'сотрудники', 'персонал', 'команда', 'кабинет', 'от', 'по', 'этого', 'нашего', 'его', 'ее'],
  ...['превосходительство', 'технический', 'ответственный', 'комитета', 'комиссии', 'консультаций', 'консультации', 'ассамблеи'],
  ...['пленарного', 'вопросов', 'списку', 'ораторов', 'форума', 'саммита', 'прений', 'дебатов', 'рабочей', 'группы'],
  ...['و', 'في', 'من', 'هذا', 'هذه', 'سيد', 'سيدة', 'سيدي', 'سيدتي', 'معالي', 'سعادة', 'مكتب', 'فريق', 'نائب', 'نائبة', 'مشارك'],
  ...['مشاركة', 'جلسة', 'اجتماع', 'مؤتمر', 'دورة', 'مشاورة', 'مشاورات', 'لجنة', 'سر', 'عام', 'عامة', 'منتدى', 'قمة', 'مناقشة'],
  ...['صاحب', 'صاحبة', 'باسم', 'عن', 'نيابة', 'بالنيابة', 'مشتركة', 'مشترك', 'مشاركون', 'مشاركين', 'قائمة', 'متكلمين', 'أسئلة'],
  ...['مساعد', 'مساعدة', 'إلى', 'أول', 'أولى', 'نواب', 'نائبا', 'هيئة', 'مجلس', 'عامل', 'قائم', 'بأعمال'],
  ...['مؤقت', 'مؤقتة', 'منتخب', 'منتخبة', 'تنفيذي', 'تنفيذية', 'تقنية', 'فنية', 'فخامة', 'حضرة', 'موظف', 'موظفة', 'مشاركان'],
  ...['موظفو', 'موظفي', 'حلقة', 'نقاش', 'بالإنابة'],
  ...['会议', '會議', '本次', '大会', '大會', '办公室', '辦公室', '先生', '女士', '阁下', '閣下', '联合', '聯合', '共同', '副'],
  ...['的', '之', '问题', '發言', '发言', '名单', '名單', '代理', '临时', '臨時', '执行', '執行', '轮值', '联席', '助理'],
  ...['工作人员', '人员', '全体', '全體', '委员会', '委員會', '筹备', '磋商', '协商', '届会', '论坛', '专题', '讨论', '尊敬的'],
  ...['和', '与', '與', '及', '总', '總', '代', '本', '本届', '候任', '前任', '现任', '各位', '官方', '会务', '团队', '工作组'],
  ...['筹委会', '理事会', '峰会', '首脑会议', '全会', '問題', '輪值', '聯席', '現任', '會務', '團隊', '工作組', '理事會', '峰會', '全會'],
  ...['專題', '討論', '論壇', '籌備', '籌委會', '協商', '屆會', '本屆', '第一', '技术', '技術', '人員', '工作人員'],
]

/** Signs that stand for a letter within a word, such as in "Ch@ir". */
const signs: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i', '|': 'i', '€': 'e' }
const signWithin = /(?<=\p{L})[@$!|€](?=\p{L})/gu
const listForms = (words: readonly string[]): ReadonlySet<string> => {
  const folded = words.map((word) => fold(word).replaceAll(' ', ''))
  const forms = [...folded, ...folded.map(replaceLookalikes)]
  return new Set([...forms, ...forms.map(collapse), ...forms.map(blur)])
}

const titleForms = listForms(titles)
const companionForms = listForms(companions)

/** "Co-Chair" and "Vice-Chair" are offices too. A separate prefix belongs to the next word. */
const rankPrefix = /^(?:co|vice|со|вице)/
const separateRank = /(^|[^\p{L}\p{N}])(co|vice|со|вице)[^\p{L}\p{N}]+(?=\p{L})/gu
/** In Arabic the article, "and" and "to" are written together with the word. */
const arabicPrefix = /^(?:و?(?:ال|لل)|و)/
const digits = /^\d+$/

/** Chinese is written without spaces, so longer words are tried first. */
const byLength = (words: ReadonlySet<string>) =>
  [...words].filter((word) => /\p{Script=Han}/u.test(word)).sort((a, b) => b.length - a.length)
const chineseTitle = new RegExp(byLength(titleForms).join('|'), 'u')
const chineseName = new RegExp(`^(?:${byLength(new Set([...titleForms, ...companionForms])).join('|')})+$`, 'u')

const listVariants = (word: string): readonly string[] => {
  const plain = word.replace(/\p{N}+$/u, '')
  const read = [word, plain, replaceLookalikes(word), replaceLookalikes(word.replaceAll('1', 'i')), blur(replaceLookalikes(word))]
  const stems = [...read, ...read.map(collapse)].flatMap((one) => [one, one.replace(rankPrefix, '')])
  return [...stems, ...stems.map((one) => one.replace(/e?s$/, '')), word.replace(arabicPrefix, '')]
}

/** "ChairSecretariat" is two titles in one word. */
const isTwoTitles = (word: string): boolean =>
  Array.from({ length: Math.max(0, word.length - 2 * shortestTitle + 1) }, (_, index) => index + shortestTitle).some(
    (end) => titleForms.has(word.slice(0, end)) && titleForms.has(word.slice(end)),
  )
const shortestTitle = 4

const isTitle = (word: string): boolean =>
  listVariants(word).some((one) => titleForms.has(one)) ||
  isReadAs(word, titleForms) ||
  isTwoTitles(word) ||
  (chineseName.test(word) && chineseTitle.test(word))
const isCompanion = (word: string): boolean =>
  digits.test(word) ||
  [word, replaceLookalikes(word), word.replace(arabicPrefix, '')].some((one) => companionForms.has(one)) ||
  chineseName.test(word)

/** True if readers could mistake a name for an officer. Badges of officers are drawn outside the name. */
export const imitatesOfficeTitle = (name: string): boolean => {
  const words = fold(name)
    .replace(signWithin, (sign) => signs[sign] ?? sign)
    .replace(separateRank, '$1$2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  // Spaced-out letters, or a title in two words, are read as one.
  return isTitle(words.join('')) || (words.some(isTitle) && words.every((word) => isTitle(word) || isCompanion(word)))
}

/**
 * Returns how the name of an organization reads at a glance: without titles of offices and the words that go with them, and with one form
 * for letters that look alike. "Kenya (Chair)" reads as "Kenya". Empty if nothing else is left.
 */
export const readOrganization = (name: string): string =>
  foldName(replaceLookalikes(fold(name)))
    .split(' ')
    .filter((word) => !isTitle(word) && !isCompanion(word))
    .map(blur)
    .join('')
