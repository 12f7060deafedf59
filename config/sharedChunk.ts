import { type WebpackChain } from './webpackChain'

/**
 * H5 only. Taro splits the entry alone, so every page would carry its own copy of our components
 * (20 kB a page with nothing on it). What two pages use goes into one file that is fetched once.
 */
export function sharedChunk(chain: WebpackChain): void {
  const shared = { name: 'shared', chunks: 'async', minChunks: 2, minSize: 0, reuseExistingChunk: true }
  chain.merge({ optimization: { splitChunks: { cacheGroups: { shared } } } })
}
