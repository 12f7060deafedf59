import { resolve } from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { ariaComponents } from './ariaComponents'
import { compileJsx } from './compileJsx'
import { constantsFor } from './constants'
import { pureFolders } from './pureFolders'
import { sharedChunk } from './sharedChunk'
import { type WebpackChain } from './webpackChain'

const root = resolve(__dirname, '..')
const target = process.env.TARO_ENV ?? 'weapp'
const domain = resolve(root, 'src/domain')
const contracts = resolve(root, 'src/contracts')

// Taro's script rule covers sourceRoot only. zod and zustand ship ES2020, which old phones cannot parse.
const transpiled = [domain, contracts, (file: string) => /node_modules[\\/](zod|zustand)[\\/]/.test(file)]
const cssModules = {
  enable: true,
  config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:4]' },
}

export default defineConfig({
  projectName: 'wuhai-child-support',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  sourceRoot: 'src/miniprogram',
  outputRoot: `dist/${target}`,
  designWidth: 750,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  alias: { '@': resolve(root, 'src/miniprogram'), '@domain': domain, '@contracts': contracts },
  defineConstants: constantsFor(target, process.env),
  // Otherwise each Chinese character takes six bytes.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  // The cache does not see environment variables that change constants or the page list.
  cache: { enable: false },
  plugins: [['@tarojs/plugin-inject', { components: ariaComponents }]],
  mini: {
    // No page sets HTML; the parser for it weighs 13 kB in the main package.
    runtime: { enableInnerHTML: false },
    webpackChain: (chain: WebpackChain) => {
      compileJsx(chain)
      pureFolders(chain)
    },
    compile: { include: transpiled },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules },
  },
  h5: {
    webpackChain: (chain: WebpackChain) => {
      compileJsx(chain)
      pureFolders(chain)
      sharedChunk(chain)
    },
    compile: { include: transpiled },
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true, config: {} }, cssModules },
  },
} satisfies UserConfigExport<'webpack5'>)
