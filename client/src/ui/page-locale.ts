/**
 * Gives React Aria the language and direction of the page. Without it menus and pop-ups have those of the browser, which may run the other
 * way. Everything that uses React Aria is inside it.
 */
import { createElement, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

/** A page without a language is that of a test. */
export const PageLocale = ({ children }: { children: ReactNode }) =>
  createElement(I18nProvider, { locale: document.documentElement.lang || 'en', children })
