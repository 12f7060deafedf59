import { type ReactElement } from 'react'

/** One state of one component: shown on the gallery page, and examined by tests/miniprogram/ui. */
export interface Sample {
  component: string
  state: string
  node: ReactElement
}
