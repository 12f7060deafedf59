// JSX is compiled before (config/compileJsx.ts), hence no framework; here TypeScript and all newer than ES5 goes.
module.exports = {
  presets: [['taro', { framework: 'none', ts: true, compiler: 'webpack5' }]],
}
