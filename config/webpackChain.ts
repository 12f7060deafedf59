/** The part of webpack-chain's interface we use; Taro hands it over without types. */
export interface WebpackChain {
  module: { rule(name: string): ChainRule }
  merge(configuration: object): unknown
}

interface ChainRule {
  test(pattern: RegExp): ChainRule
  include: { add(folder: string): { end(): ChainRule } }
  enforce(when: 'pre'): ChainRule
  sideEffects(has: boolean): ChainRule
  use(name: string): { loader(path: string): { options(options: object): unknown } }
}
