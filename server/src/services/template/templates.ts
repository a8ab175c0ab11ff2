/** The built-in plan files, by name. */

import { readFileSync } from 'node:fs'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { TemplateName } from '@rostrum/shared/contract/templates'
import { readPlan } from './read-plan.ts'

/** The template of the session that a server without sessions creates. */
export const defaultTemplate: TemplateName = 'wsis-at-20'

export const loadTemplate = (template: TemplateName): Plan =>
  readPlan(readFileSync(new URL(`./${template}.session.yaml`, import.meta.url), 'utf8'))
