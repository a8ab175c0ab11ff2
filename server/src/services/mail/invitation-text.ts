/** The words of an invitation. It is written in the person's language if it is here, else in the one that the sender chose. */
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'

type InvitationText = {
  readonly subject: (title: string) => string
  readonly greeting: (name: string) => string
  readonly invited: (title: string) => string
  readonly when: (time: string) => string
  readonly where: (place: string) => string
  readonly represents: (entity: string) => string
  readonly link: string
  readonly secret: string
  readonly calendar: string
  /** Stands in the calendar. */
  readonly calendarNote: string
  readonly ignore: string
}

export const invitationTexts: Readonly<Record<LanguageId, InvitationText>> = {
  en: {
    subject: (title) => `Invitation: ${title}`,
    greeting: (name) => `Dear ${name},`,
    invited: (title) => `You are registered for “${title}”.`,
    when: (time) => `Date and time: ${time}`,
    where: (place) => `Venue: ${place}`,
    represents: (entity) => `You represent: ${entity}`,
    link: 'To follow the session, request the floor and ask questions, open your personal link:',
    secret: 'This link is for you alone. Anyone who has it can speak in your name, so please do not forward it.',
    calendar:
      'The attached file adds the session to your calendar. It does not contain your personal link, because calendars are often shared.',
    calendarNote:
      'Your personal link is in the invitation that you received by email. It is not included here, because others may be able to see this calendar.',
    ignore: 'If you did not expect this message, you can ignore it.',
  },
  fr: {
    subject: (title) => `Invitation : ${title}`,
    greeting: (name) => `Bonjour ${name},`,
    invited: (title) => `Votre inscription est enregistrée : « ${title} ».`,
    when: (time) => `Date et heure : ${time}`,
    where: (place) => `Lieu : ${place}`,
    represents: (entity) => `Vous représentez : ${entity}`,
    link: 'Pour suivre la séance, poser des questions et demander la parole, ouvrez votre lien personnel :',
    secret: 'Ce lien est strictement personnel. Toute personne qui le détient peut parler en votre nom : veuillez ne pas le transmettre.',
    calendar:
      'Le fichier joint inscrit la séance dans votre calendrier. Votre lien personnel n’y figure pas, car un calendrier est souvent partagé.',
    calendarNote:
      'Votre lien personnel se trouve dans l’invitation que vous avez reçue par courriel. Il ne figure pas ici, car d’autres personnes pourraient voir ce calendrier.',
    ignore: 'Si vous n’attendiez pas ce message, vous pouvez l’ignorer.',
  },
  es: {
    subject: (title) => `Invitación: ${title}`,
    greeting: (name) => `Buenos días, ${name}:`,
    invited: (title) => `Consta su inscripción en «${title}».`,
    when: (time) => `Fecha y hora: ${time}`,
    where: (place) => `Lugar: ${place}`,
    represents: (entity) => `En representación de: ${entity}`,
    link: 'Para seguir la sesión, pedir la palabra y hacer preguntas, abra su enlace personal:',
    secret: 'Este enlace es solo para usted. Quien lo tenga puede intervenir en su nombre; le rogamos que no lo reenvíe.',
    calendar:
      'El archivo adjunto añade la sesión a su calendario. Su enlace personal no figura en él, porque los calendarios se comparten con frecuencia.',
    calendarNote:
      'Su enlace personal está en la invitación que recibió por correo electrónico. No figura aquí porque otras personas podrían ver este calendario.',
    ignore: 'Si no esperaba este mensaje, haga caso omiso de él.',
  },
  ar: {
    subject: (title) => `دعوة: \u2068${title}\u2069`,
    greeting: (name) => `تحية طيبة، \u2068${name}\u2069،`,
    invited: (title) => `سُجّل اسمك للمشاركة في «\u2068${title}\u2069».`,
    when: (time) => `الموعد: ${time}`,
    where: (place) => `المكان: \u2068${place}\u2069`,
    represents: (entity) => `الجهة التي تمثلها: \u2068${entity}\u2069`,
    link: 'لمتابعة الجلسة وطرح الأسئلة وطلب الكلمة، يُرجى فتح رابطك الشخصي:',
    secret: 'هذا الرابط لك وحدك، ومن يحصل عليه يستطيع التكلم باسمك. يُرجى عدم إعطائه لأحد.',
    calendar: 'الملف المرفق يضيف الجلسة إلى تقويمك، وليس فيه رابطك الشخصي، لأن التقويم كثيراً ما يطّلع عليه آخرون.',
    calendarNote: 'رابطك الشخصي موجود في الدعوة المرسلة بالبريد الإلكتروني. وهو غير مذكور هنا لأن آخرين قد يطّلعون على هذا التقويم.',
    ignore: 'إن وصلت إليك هذه الرسالة على غير توقع، فيمكنك تجاهلها.',
  },
  zh: {
    subject: (title) => `邀请函：${title}`,
    greeting: (name) => `尊敬的${name}：`,
    invited: (title) => `您已登记参加“${title}”。`,
    when: (time) => `时间：${time}`,
    where: (place) => `地点：${place}`,
    represents: (entity) => `您所代表的组织或代表团：${entity}`,
    link: '如需了解会议进程、提问或要求发言，请打开您的个人链接：',
    secret: '此链接仅供您本人使用。凡持有此链接者均能以您的名义发言，请勿转发。',
    calendar: '所附文件可将会议加入您的日历。日历常由多人共用，因此其中没有您的个人链接。',
    calendarNote: '您的个人链接载于通过电子邮件发送的邀请函。他人可能看到此日历，因此此处不载该链接。',
    ignore: '如果此邮件与您无关，可不予理会。',
  },
  ru: {
    subject: (title) => `Приглашение: ${title}`,
    greeting: (name) => `Здравствуйте, ${name}!`,
    invited: (title) => `Вы зарегистрированы на заседание «${title}».`,
    when: (time) => `Время: ${time}`,
    where: (place) => `Место: ${place}`,
    represents: (entity) => `Вы представляете делегацию или организацию: ${entity}`,
    link: 'Чтобы следить за заседанием, задавать вопросы и просить слова, откройте свою личную ссылку:',
    secret:
      'Эта ссылка предназначена только для вас. Любой, у кого она есть, может выступить от вашего имени, поэтому никому ее не пересылайте.',
    calendar: 'Приложенный файл внесет заседание в ваш календарь. Вашей личной ссылки в нем нет, поскольку календари часто видны другим.',
    calendarNote:
      'Ваша личная ссылка находится в приглашении, полученном вами по электронной почте. Здесь она не указана, поскольку этот календарь могут видеть другие.',
    ignore: 'Если вы не ожидали этого сообщения, оставьте его без внимания.',
  },
}

/** Null if there is no text in this language. */
export const findMailLanguage = (tag: string | null): LanguageId | null => {
  const base = tag?.toLowerCase().split('-')[0]
  return languageIds.find((language) => language === base) ?? null
}
