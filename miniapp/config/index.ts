import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';
const app = path.resolve(__dirname, '..');
const shared = path.resolve(app, '..', 'shared');
const sourceRoot = process.env.MIANLIAO_SOURCE ?? 'src';
const source = path.resolve(app, sourceRoot);

/** Where the weapp calls; a browser calls the origin that served it. No trailing slash. */
const api = target === 'h5' ? '' : (process.env.TARO_APP_API ?? 'https://api.mianliao.example');

/** Tells the process that forked this build how far webpack is, 0 to 1. */
const tellProgress = (done: number) => process.send?.({ progress: done });

export default defineConfig({
  projectName: 'mianliao',
  framework: 'react',
  plugins: [path.join(app, 'config', 'aria-plugin.ts')],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  sourceRoot,
  outputRoot: process.env.MIANLIAO_OUTPUT ?? `../dist/${target}`,
  // One px in SCSS is one point on a 375-point screen: 2rpx in weapp, 1/20 rem in h5.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  alias: {
    '#shared': shared,
    '#miniapp': source,
    '#platform': path.join(source, 'platform', target),
  },
  env: { TARO_APP_API: JSON.stringify(api) },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  jsMinimizer: 'esbuild',
  esbuild: { minify: { enable: true, config: { target: 'es2017' } } },
  mini: {
    compile: { include: [shared] },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain, webpack) {
      chain.plugin('progress').use(webpack.ProgressPlugin, [tellProgress]);
    },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [shared] },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    postcss: {
      pxtransform: {
        enable: true,
        // Below 375 points everything shrinks as rpx does; above, a px is a px, so a wide screen is wide and not huge.
        config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 20 },
      },
    },
    webpackChain(chain, webpack) {
      chain.plugin('progress').use(webpack.ProgressPlugin, [tellProgress]);
      // Without it every page carries its own copy of what two pages share (19 KB each in an empty app).
      chain.optimization.splitChunks({
        ...chain.optimization.get('splitChunks'),
        cacheGroups: {
          ...chain.optimization.get('splitChunks')?.cacheGroups,
          pages: { chunks: 'async', minChunks: 2, minSize: 0, name: 'pages', priority: 20, reuseExistingChunk: true },
        },
      });
    },
  },
});
