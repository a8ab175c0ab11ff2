/** A session whose own texts are in the six languages of the United Nations. */
import type { PlanFile } from '@rostrum/shared/contract/plan'
import type { LanguageId } from '@rostrum/shared/kernel/wording'

type Texts = Readonly<Record<LanguageId, string>>

export const ownTexts = {
  title: {
    en: 'A hall for all',
    fr: 'Une salle pour tous',
    es: 'Una sala para todos',
    ar: 'قاعة للجميع',
    zh: '人人的会场',
    ru: 'Зал для всех',
  },
  topic: {
    en: 'The way ahead',
    fr: 'La voie à suivre',
    es: 'El camino a seguir',
    ar: 'الطريق إلى الأمام',
    zh: '今后的道路',
    ru: 'Путь вперед',
  },
  question: {
    en: 'What must change?',
    fr: 'Que faut-il changer ?',
    es: '¿Qué debe cambiar?',
    ar: 'ما الذي يجب أن يتغير؟',
    zh: '什么必须改变？',
    ru: 'Что надо изменить?',
  },
  group: { en: 'All of us', fr: 'Nous tous', es: 'Todos nosotros', ar: 'نحن جميعا', zh: '我们大家', ru: 'Все мы' },
  announcement: {
    en: 'Coffee is served.',
    fr: 'Le café est servi.',
    es: 'El café está servido.',
    ar: 'القهوة جاهزة.',
    zh: '咖啡已备好。',
    ru: 'Кофе подан.',
  },
} as const satisfies Readonly<Record<string, Texts>>

/** Returns the plan with texts in all languages for the title, the first topic and the first group. */
export const wordPlan = (plan: PlanFile): PlanFile => {
  const topic = plan.segments.findIndex(({ kind }) => kind === 'topic')
  const { short: _, ...rest } = plan
  return {
    ...rest,
    title: ownTexts.title,
    segments: plan.segments.map((segment, index) =>
      index === topic ? { ...segment, title: ownTexts.topic, question: ownTexts.question } : segment,
    ),
    groups: plan.groups.map((group, index) => (index === 0 ? { ...group, label: ownTexts.group, short: ownTexts.group } : group)),
  }
}
