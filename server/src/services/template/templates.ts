/** The built-in plan files, by name. */
import { readFileSync } from 'node:fs'
import type { Plan } from '@rostrum/shared/contract/plan'
import { readPlan } from './read-plan.ts'

export const templates = ['consultation', 'speakers', 'panel', 'blank', 'wsis-at-20'] as const
export type TemplateName = (typeof templates)[number]

/** The template of the session that a server without sessions creates. */
export const defaultTemplate: TemplateName = 'wsis-at-20'

export const loadTemplate = (template: TemplateName): Plan =>
  readPlan(readFileSync(new URL(`./${template}.session.yaml`, import.meta.url), 'utf8'))
