/** What the Node side sends to the page. */
export type CompiledPackage = {
  hash: string;
  appJson: AppJson;
  theme: Record<'light' | 'dark', Record<string, string>>;
  /** JSON of each page and component by its path without extension. */
  configs: Record<string, Record<string, unknown>>;
  /** A JavaScript expression: an object from WXML path (no extension) to glass-easel's generator. */
  templates: string;
  /** JavaScript modules by path with extension. */
  modules: Record<string, string>;
  css: string;
  /** Other files (images) as data URLs by path. */
  assets: Record<string, string>;
};

export type AppJson = {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  window?: Record<string, string | boolean>;
  tabBar?: {
    color?: string;
    selectedColor?: string;
    backgroundColor?: string;
    borderStyle?: string;
    list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
  };
};
