import { resolve } from 'node:path'
import { type WebpackChain } from './webpackChain'

const root = resolve(__dirname, '..')

/**
 * Modules that do nothing by being imported. With this webpack leaves out what a target does not use:
 * the browser's photo code in WeChat, WeChat's photo code (and Taro's carousel of 190 kB) in a browser.
 */
export function pureFolders(chain: WebpackChain): void {
  const folders = ['src/miniprogram/platform', 'src/domain', 'src/contracts'].map((name) =>
    resolve(root, name),
  )
  for (const folder of folders) chain.module.rule(folder).include.add(folder).end().set('sideEffects', false)
}
