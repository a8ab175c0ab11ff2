/** The words of an invitation. It is written in the person's language if it is here, else in the one that the sender chose. */

export const mailLanguages = ['en', 'fr', 'ar'] as const
export type MailLanguage = (typeof mailLanguages)[number]

type InvitationText = {
  readonly subject: (title: string) => string
  readonly greeting: (name: string) => string
  readonly invited: (title: string) => string
  readonly when: (time: string) => string
  readonly where: (place: string) => string
  readonly represents: (entity: string) => string
  readonly link: string
  readonly secret: string
  readonly ignore: string
}

export const invitationTexts: Readonly<Record<MailLanguage, InvitationText>> = {
  en: {
    subject: (title) => `Your link: ${title}`,
    greeting: (name) => `Dear ${name},`,
    invited: (title) => `You are registered for “${title}”.`,
    when: (time) => `Time: ${time}`,
    where: (place) => `Place: ${place}`,
    represents: (entity) => `You are registered for: ${entity}`,
    link: 'To follow the session, ask questions and request the floor, open your personal link:',
    secret: 'This link is yours alone. Whoever has it speaks in your name. Do not pass it on.',
    ignore: 'If you did not expect this message, you can ignore it.',
  },
  fr: {
    subject: (title) => `Votre lien : ${title}`,
    greeting: (name) => `Bonjour ${name},`,
    invited: (title) => `Vous êtes inscrit·e à « ${title} ».`,
    when: (time) => `Date et heure : ${time}`,
    where: (place) => `Lieu : ${place}`,
    represents: (entity) => `Inscription au nom de : ${entity}`,
    link: 'Pour suivre la séance, poser des questions et demander la parole, ouvrez votre lien personnel :',
    secret: 'Ce lien est à vous seul·e. Quiconque l’a parle en votre nom. Ne le transmettez pas.',
    ignore: 'Si vous n’attendiez pas ce message, vous pouvez l’ignorer.',
  },
  ar: {
    subject: (title) => `رابطك: ${title}`,
    greeting: (name) => `تحية طيبة، ${name}،`,
    invited: (title) => `تم تسجيلك في «${title}».`,
    when: (time) => `الموعد: ${time}`,
    where: (place) => `المكان: ${place}`,
    represents: (entity) => `التسجيل باسم: ${entity}`,
    link: 'لمتابعة الجلسة وطرح الأسئلة وطلب الكلمة، افتح رابطك الشخصي:',
    secret: 'هذا الرابط لك وحدك، ومن يحصل عليه يتكلم باسمك. لا تعطه لأحد.',
    ignore: 'إن لم تكن تتوقع هذه الرسالة، فيمكنك تجاهلها.',
  },
}

/** Null if there is no text in this language. */
export const findMailLanguage = (tag: string | null): MailLanguage | null => {
  const base = tag?.toLowerCase().split('-')[0]
  return mailLanguages.find((language) => language === base) ?? null
}
