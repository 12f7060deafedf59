import { type AppConfig } from '@tarojs/taro'

const paper = '#F6F4EF'

const rooms: NonNullable<AppConfig['subPackages']> = [
  {
    root: 'packages/eligibility',
    pages: [
      'check/index',
      'result/index',
      'group/index',
      'item/index',
      'whatIf/index',
      'summary/index',
      'ahead/index',
      'answers/index',
    ],
  },
  { root: 'packages/services', pages: ['list/index', 'service/index', 'guide/index'] },
  { root: 'packages/application', pages: ['start/index', 'form/index', 'drafts/index', 'receipt/index'] },
  { root: 'packages/tracking', pages: ['case/index', 'supplement/index', 'accesses/index'] },
  { root: 'packages/policy', pages: ['text/index'] },
  { root: 'packages/privacy', pages: ['notices/index', 'mine/index', 'correct/index'] },
]
// Read by Node while it builds. The gallery shows every state of every component and is never published.
if (process.env.NODE_ENV === 'development' || process.env.GALLERY === '1')
  rooms.push({ root: 'packages/gallery', pages: ['index'] })

const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tab/${name}.png`,
  selectedIconPath: `assets/tab/${name}-selected.png`,
})

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/progress/index', 'pages/places/index', 'pages/mine/index'],
  subPackages: rooms,
  // The next room is fetched while the family reads the page before it.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/eligibility', 'packages/services'] },
    'pages/progress/index': { network: 'all', packages: ['packages/tracking'] },
    'packages/eligibility/result/index': {
      network: 'all',
      packages: ['packages/application', 'packages/policy', 'packages/services'],
    },
    'packages/services/list/index': { network: 'all', packages: ['packages/application'] },
  },
  lazyCodeLoading: 'requiredComponents',
  // Developers report that enforcement depends on it in practice, although it is no longer required.
  __usePrivacyCheck__: true,
  window: {
    navigationBarBackgroundColor: paper,
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '乌海童护',
    backgroundColor: paper,
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#55524B',
    selectedColor: '#1A56B0',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [tab('home', '首页'), tab('progress', '进度'), tab('places', '找帮助'), tab('mine', '我的')],
  },
  networkTimeout: { request: 15_000, uploadFile: 180_000, downloadFile: 60_000 },
})
